using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>Rewrites what a stage is for. Kits already drawn stay as they are.</summary>
public static class EditStage
{
    [Requires(Right.WorkOpenings)]
    public sealed record Query(Guid Id, Guid StageId) : IQuery<Sheet>;

    public sealed record Sheet(string Title, PlanSheet Plan, Command Form);

    [Requires(Right.WorkOpenings)]
    public sealed record Command : StageWords, ICommand, IVersioned
    {
        public Guid Id { get; set; }
        [BindNever] public Guid StageId { get; set; }
        public int Version { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => StageRules.Check(this);
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var stage = await db.Openings.WorkableBy(viewer).Where(o => o.Id == query.Id).SelectMany(o => o.Stages, (o, s) => new { o.Title, o.ProfileVersionId, Stage = s })
                .SingleOrDefaultAsync(s => s.Stage.Id == query.StageId, ct) ?? throw new NotFound("That stage");
            var plan = await PlanSheet.Load(db, query.Id, stage.ProfileVersionId, ct);
            return new Sheet(stage.Title, plan, new Command
            {
                Id = query.Id,
                StageId = stage.Stage.Id,
                Version = stage.Stage.Version,
                Name = stage.Stage.Name,
                Kind = stage.Stage.Kind,
                Minutes = stage.Stage.Minutes,
                Competencies = [.. stage.Stage.CompetencyIds],
                PanelSize = Math.Max(1, stage.Stage.PanelSize),
                Pool = [.. plan.Stages.Single(s => s.Id == query.StageId).Pool.Select(p => p.AccountId)],
            });
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var opening = await Plans.Load(db, viewer, command.Id, ct);
            var stage = opening.Stages.SingleOrDefault(s => s.Id == command.StageId) ?? throw new NotFound("That stage");
            await StageRules.CheckChoices(db, opening, command, ct);
            stage.Edit(command.Version);
            stage.Describe(command.Name!, command.Kind, command.Minutes, command.Competencies);
            stage.Seat(command.PanelSize, command.Pool);
            return Unit.Value;
        }
    }
}
