using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Interviews;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>A reason on a competency, by the competency's name.</summary>
public sealed record ReasonGiven(Guid CompetencyId, string Competency, string Words);

/// <summary>What happens next.</summary>
public sealed record NextUp(string What, Guid? OwnerId, string? Owner, DateOnly? DueOn)
{
    /// <summary>"Offer by Friday (Leo Lead, by 27 Nov 2026)".</summary>
    public string InWords
    {
        get
        {
            var more = string.Join(", ", new[] { Owner, DueOn is { } day ? $"by {Say.Day(day.ToDateTime(TimeOnly.MinValue))}" : null }.OfType<string>());
            return more.Length == 0 ? What : $"{What} ({more})";
        }
    }
}

/// <summary>A vote as it stands.</summary>
public sealed record Voted(Guid AccountId, string Name, Stand Stand, string? Words, DateTime At);

/// <summary>What was put to the panel, and how the panel stands to it.</summary>
public sealed record Proposed(Guid Id, Guid ApplicationId, DecisionOutcome Outcome, string Reasons, IReadOnlyList<ReasonGiven> On, NextUp? Next, string By, DateTime At, IReadOnlyList<Voted> Votes)
{
    /// <summary>"4 for, 1 against, 1 not voted". It describes; no majority decides.</summary>
    /// <param name="panel">Everybody who gave a scorecard, by account and name.</param>
    public string Tally(IReadOnlyList<(Guid Id, string Name)> panel)
    {
        var counts = new[]
        {
            (Votes.Count(v => v.Stand == Stand.For), "for"), (Votes.Count(v => v.Stand == Stand.Against), "against"),
            (Votes.Count(v => v.Stand == Stand.Abstain), "abstaining"), (Silent(panel).Count, "not voted"),
        };
        return string.Join(", ", counts.Where(c => c.Item1 > 0).Select(c => $"{c.Item1} {c.Item2}"));
    }

    /// <summary>Who gave a scorecard and no vote.</summary>
    public IReadOnlyList<string> Silent(IReadOnlyList<(Guid Id, string Name)> panel) => [.. panel.Where(p => Votes.All(v => v.AccountId != p.Id)).Select(p => p.Name)];
}

/// <summary>That a decision was taken back: by whom, when, why.</summary>
public sealed record TakenBack(string By, DateTime At, string Because);

/// <summary>A decision as it was taken.</summary>
public sealed record Decided(
    Guid Id, DecisionOutcome Outcome, string Reasons, IReadOnlyList<ReasonGiven> On, NextUp? Next, string? KeepPlan, Guid ById, string By, DateTime At, IReadOnlyList<Dissenting> Dissents,
    Guid? ProposalId, TakenBack? Undone)
{
    public bool Stands => Undone is null;
    public DateTime TakeBackUntil => At + Decision.TakeBackWithin;
}

/// <summary>Who saw it otherwise, in their words.</summary>
public sealed record Dissenting(string Name, string Words);

/// <summary>Reads what was proposed, voted and decided, oldest first: one command each, none where there is nothing. Whoever asks has found the application within the viewer's reach and its scores open to them.</summary>
internal static class Verdicts
{
    private static readonly Translated<Func<TalentHubDb, Guid[], IAsyncEnumerable<DecisionRow>>> DecisionsOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, Guid[] applications) =>
        db.Decisions.AsNoTracking().Where(d => applications.Contains(d.ApplicationId)).OrderBy(d => d.At).ThenBy(d => d.Id).AsSingleQuery().Select(d => new DecisionRow(
            d,
            db.Users.Where(u => u.Id == d.By).Select(u => u.DisplayName).First(),
            db.Users.Where(u => u.Id == d.NextStepOwner).Select(u => u.DisplayName).FirstOrDefault(),
            db.Users.Where(u => u.Id == d.TakenBackBy).Select(u => u.DisplayName).FirstOrDefault(),
            d.Dissents.Select(x => new Dissenting(db.Users.Where(u => u.Id == x.AccountId).Select(u => u.DisplayName).First(), x.Words)).ToList()))));

    private static readonly Translated<Func<TalentHubDb, Guid, IAsyncEnumerable<ProposalRow>>> ProposalsOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, Guid application) =>
        db.Proposals.AsNoTracking().Where(p => p.ApplicationId == application).OrderBy(p => p.At).ThenBy(p => p.Id).AsSingleQuery().Select(p => new ProposalRow(
            p,
            db.Users.Where(u => u.Id == p.By).Select(u => u.DisplayName).First(),
            db.Users.Where(u => u.Id == p.NextStepOwner).Select(u => u.DisplayName).FirstOrDefault(),
            p.Votes.Select(v => new Voted(v.AccountId, db.Users.Where(u => u.Id == v.AccountId).Select(u => u.DisplayName).First(), v.Stand, v.Words, v.At)).ToList()))));

    public static async Task<List<Decided>> Decisions(TalentHubDb db, ShowDebrief.Head about, CancellationToken ct) =>
        about.HasDecisions ? [.. (await Decisions(db, [about.Id], about.Competencies, ct))[about.Id]] : [];

    /// <param name="applicationIds">Applications found within the viewer's reach.</param>
    public static async Task<ILookup<Guid, Decided>> Decisions(TalentHubDb db, IReadOnlyCollection<Guid> applicationIds, IReadOnlyList<Weighed> competencies, CancellationToken ct)
    {
        var decisions = await DecisionsOf.For(db)(db, [.. applicationIds]).ToListAsync(ct);
        return decisions.ToLookup(d => d.Row.ApplicationId, d => new Decided(d.Row.Id, d.Row.Outcome, d.Row.Reasons, Named(d.Row.On, competencies), Next(d.Row, d.Owner), d.Row.KeepPlan, d.Row.By, d.By, d.Row.At,
            [.. d.Dissents.OrderBy(x => x.Name, StringComparer.OrdinalIgnoreCase)], d.Row.ProposalId, d.Row.TakenBackAt is { } at ? new TakenBack(d.UndoneBy ?? "somebody no longer here", at, d.Row.TakenBackBecause!) : null));
    }

    public static async Task<List<Proposed>> Proposals(TalentHubDb db, ShowDebrief.Head about, CancellationToken ct)
    {
        if (!about.HasProposals) return [];
        var proposals = await ProposalsOf.For(db)(db, about.Id).ToListAsync(ct);
        return [.. proposals.Select(p => new Proposed(p.Row.Id, p.Row.ApplicationId, p.Row.Outcome, p.Row.Reasons, Named(p.Row.On, about.Competencies), Next(p.Row, p.Owner), p.By, p.Row.At,
            [.. p.Votes.OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase)]))];
    }

    /// <summary>What the panel votes on now, by the rule of the domain: the latest, unless a decision that stands was taken on it.</summary>
    public static Proposed? Open(IReadOnlyList<Proposed> proposals, IEnumerable<Decided> decisions) =>
        proposals.Count > 0 && decisions.All(d => !d.Stands || d.ProposalId != proposals[^1].Id) ? proposals[^1] : null;

    private static List<ReasonGiven> Named(List<CompetencyReason> on, IReadOnlyList<Weighed> competencies) =>
        [.. on.Select(r => new ReasonGiven(r.CompetencyId, competencies.FirstOrDefault(c => c.Id == r.CompetencyId)?.Name ?? "Another competency", r.Words))];

    private static NextUp? Next(Grounded row, string? owner) => row.NextStep is { } what ? new NextUp(what, row.NextStepOwner, owner, row.NextStepOn) : null;

    private sealed record DecisionRow(Decision Row, string By, string? Owner, string? UndoneBy, List<Dissenting> Dissents);

    private sealed record ProposalRow(Proposal Row, string By, string? Owner, List<Voted> Votes);
}
