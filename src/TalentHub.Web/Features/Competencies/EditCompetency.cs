using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Competencies;

/// <summary>Rewords a competency. Published profiles keep the words they were published with.</summary>
public static class EditCompetency
{
    [Requires(Right.WorkLibrary)]
    public sealed record Query(Guid Id) : IQuery<Sheet>;

    public sealed record Sheet(RoleLevel Level, Command Form);

    [Requires(Right.WorkLibrary)]
    public sealed record Command : CompetencyWords, ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => CompetencyRules.Check(this);
    }

    internal sealed class Reader(TalentHubDb db) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct) => await db.Competencies.Where(c => c.Id == query.Id).Select(c => new Sheet(c.Level, new Command
        {
            Id = c.Id,
            Version = c.Version,
            Name = c.Name,
            Definition = c.Definition,
            AnchorOne = c.Anchors.One,
            AnchorThree = c.Anchors.Three,
            AnchorFive = c.Anchors.Five,
            WhyItMatters = c.WhyItMatters,
            DiffersFrom = c.DiffersFrom,
            Practice = c.Practice,
        })).SingleOrDefaultAsync(ct) ?? throw new NotFound("That competency");
    }

    internal sealed class Writer(TalentHubDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var competency = await db.Competencies.AsTracking().SingleOrDefaultAsync(c => c.Id == command.Id, ct) ?? throw new NotFound("That competency");
            competency.Edit(command.Version);
            await CompetencyRules.CheckName(db, command.Name, competency.Level, competency.Id, ct);
            competency.Describe(command.Name!, command.Definition!, command.Anchors());
            competency.Explain(command.WhyItMatters, command.DiffersFrom, command.Practice);
            return Unit.Value;
        }
    }
}
