using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Profiles;

/// <summary>Writes the draft of a profile: words, weighted competencies, indicators, channels.</summary>
public static class EditProfile
{
    public const int CompetencyRows = 12;
    public const int IndicatorRows = 5;

    [Requires(Right.WorkLibrary)]
    public sealed record Query(Guid Id) : IQuery<Sheet>;

    /// <summary>The form as stored, and what surrounds it.</summary>
    public sealed record Sheet(string Name, int Number, IReadOnlyDictionary<Guid, string> Competencies, Command Form);

    [Requires(Right.WorkLibrary)]
    public sealed record Command : ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }
        public string? Purpose { get; set; }
        public string? WhyJoin { get; set; }
        public List<Weighted> Competencies { get; set; } = [];
        public List<Indicator> Leading { get; set; } = [];
        public List<Indicator> Lagging { get; set; } = [];
        public List<HireChannel> Channels { get; set; } = [];
    }

    /// <summary>A row of the form; an empty one counts for nothing.</summary>
    public sealed class Weighted
    {
        public Guid? CompetencyId { get; set; }
        public int? Weight { get; set; }
        public double? Target { get; set; }

        /// <summary>The competency's name, for saying what two people wrote differently.</summary>
        [BindNever] public string? Name { get; set; }

        public override string ToString() => CompetencyId is null ? "" : $"{Name} {Weight} %, target {Target:0.0}";
    }

    public sealed class Indicator
    {
        public string? Name { get; set; }
        public string? Evidence { get; set; }

        public override string ToString() => $"{Name?.Trim()} {Evidence?.Trim()}".Trim();
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Competencies).Must(c => c.Count <= CompetencyRows).WithMessage($"A profile holds at most {CompetencyRows} competencies.");
            RuleFor(c => c.Leading.Count + c.Lagging.Count).LessThanOrEqualTo(20).WithMessage("That is more indicators than anyone follows. Keep twenty at most.").OverridePropertyName("Leading");
            RuleForEach(c => c.Competencies).ChildRules(row =>
            {
                row.RuleFor(r => r.CompetencyId).NotNull().When(r => r.Weight is not null).WithMessage("Choose the competency this weight belongs to.");
                row.RuleFor(r => r.Weight).NotNull().When(r => r.CompetencyId is not null).WithMessage("Say how much it counts.");
                row.RuleFor(r => r.Target).NotNull().When(r => r.CompetencyId is not null).WithMessage("Set a target from 1 to 5.");
            });
            RuleForEach(c => c.Leading.Concat(c.Lagging)).Must(i => !string.IsNullOrWhiteSpace(i.Name) || string.IsNullOrWhiteSpace(i.Evidence))
                .WithMessage("Evidence needs the indicator it speaks for.").OverridePropertyName("Leading");
            RuleForEach(c => c.Channels).IsInEnum().WithMessage("That channel is not in the list.");
        }
    }

    internal sealed class Reader(TalentHubDb db) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var draft = await Draft(db.ProfileVersions, query.Id, ct);
            var level = draft.Profile!.Level;
            var names = await db.Competencies.Where(c => c.Level == level).OrderBy(c => c.Name).ToDictionaryAsync(c => c.Id, c => c.Name, ct);
            List<Indicator> Of(IndicatorKind kind) => [.. draft.Indicators.Where(i => i.Kind == kind).OrderBy(i => i.Order).Select(i => new Indicator { Name = i.Name, Evidence = i.Evidence })];
            return new Sheet(draft.Profile.Name, draft.Number, names, new Command
            {
                Id = query.Id,
                Version = draft.Version,
                Purpose = draft.Purpose,
                WhyJoin = draft.WhyJoin,
                Competencies = [.. draft.Competencies.OrderBy(c => c.Order).Select(c => new Weighted { CompetencyId = c.CompetencyId, Weight = c.Weight, Target = c.Target, Name = c.Name })],
                Leading = Of(IndicatorKind.Leading),
                Lagging = Of(IndicatorKind.Lagging),
                Channels = [.. draft.Channels],
            });
        }
    }

    internal sealed class Writer(TalentHubDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var draft = await Draft(db.ProfileVersions.AsTracking(), command.Id, ct);
            draft.Edit(command.Version);
            draft.Describe(command.Purpose, command.WhyJoin, command.Channels);
            var rows = command.Competencies.Where(r => r.CompetencyId is not null).ToList();
            var ids = rows.Select(r => r.CompetencyId!.Value).ToList();
            var level = draft.Profile!.Level;
            var known = await db.Competencies.AsTracking().Where(c => c.Level == level && ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
            draft.Weigh(rows.Select(r => (Find(known, r.CompetencyId!.Value), r.Weight!.Value, r.Target!.Value)));
            draft.Indicate([.. Named(command.Leading, IndicatorKind.Leading), .. Named(command.Lagging, IndicatorKind.Lagging)]);
            return Unit.Value;
        }

        private static Competency Find(Dictionary<Guid, Competency> known, Guid id) => known.GetValueOrDefault(id)
            ?? throw new RuleBroken("competency-level", "One of these competencies belongs to another role level. Choose from the list.", nameof(Command.Competencies));

        private static IEnumerable<(IndicatorKind, string, string?)> Named(IEnumerable<Indicator> rows, IndicatorKind kind) =>
            rows.Where(i => !string.IsNullOrWhiteSpace(i.Name)).Select(i => (kind, i.Name!, i.Evidence));
    }

    private static async Task<ProfileVersion> Draft(IQueryable<ProfileVersion> versions, Guid profileId, CancellationToken ct) =>
        await versions.Include(v => v.Profile).Include(v => v.Competencies).Include(v => v.Indicators).AsSplitQuery()
            .SingleOrDefaultAsync(v => v.ProfileId == profileId && v.State == ProfileState.Draft, ct) ?? throw new NotFound("That draft");
}
