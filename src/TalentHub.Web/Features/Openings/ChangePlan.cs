using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>Adds a stage at the end of the plan.</summary>
public static class AddStage
{
    [Requires(Right.WorkOpenings)]
    public sealed record Command : StageWords, ICommand<Guid>
    {
        public Guid Id { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => StageRules.Check(this);
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            var opening = await Plans.Load(db, viewer, command.Id, ct);
            await StageRules.CheckChoices(db, opening, command, ct);
            var stage = opening.AddStage(command.Name!, command.Kind, command.Minutes, command.Competencies);
            stage.Seat(command.PanelSize, command.Pool);
            return stage.Id;
        }
    }
}

/// <summary>Takes a stage out of the plan that no candidate has been through.</summary>
public static class RemoveStage
{
    [Requires(Right.WorkOpenings)]
    public sealed record Command(Guid Id, Guid StageId) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var opening = await Plans.Load(db, viewer, command.Id, ct);
            var stage = opening.Stages.SingleOrDefault(s => s.Id == command.StageId) ?? throw new NotFound("That stage");
            var used = await db.Interviews.AnyAsync(i => i.StageId == stage.Id, ct)
                || await db.Applications.AnyAsync(a => a.StageId == stage.Id || a.Moves.Any(m => m.FromStageId == stage.Id || m.ToStageId == stage.Id), ct);
            opening.RemoveStage(stage, used);
            return Unit.Value;
        }
    }
}

/// <summary>Moves a stage one place earlier or later.</summary>
public static class MoveStage
{
    [Requires(Right.WorkOpenings)]
    public sealed record Command(Guid Id, Guid StageId, bool Earlier) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var opening = await Plans.Load(db, viewer, command.Id, ct);
            opening.MoveStage(opening.Stages.SingleOrDefault(s => s.Id == command.StageId) ?? throw new NotFound("That stage"), command.Earlier);
            return Unit.Value;
        }
    }
}

internal static class Plans
{
    /// <summary>An opening the viewer may change, with its stages.</summary>
    public static async Task<Opening> Load(TalentHubDb db, Viewer viewer, Guid id, CancellationToken ct) =>
        await db.Openings.WorkableBy(viewer).AsTracking().Include(o => o.Stages).SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotFound("That opening");
}
