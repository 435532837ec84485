using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>The finalists of an opening beside one another, competency by competency.</summary>
public static class Compare
{
    /// <summary>As many as a figure can hold apart.</summary>
    public const int Most = 5;

    [Requires(Right.ReadScorecards)]
    public sealed record Query(Guid Id, IReadOnlyList<Guid> With) : IQuery<Board>;

    /// <param name="Lock">Why this candidate's numbers stay shut for the viewer; they are in no mean, chart or lead then.</param>
    public sealed record Finalist(Guid ApplicationId, string Name, string? Headline, bool Internal, ApplicationState State, bool Chosen, bool MayDecide, string? Lock);

    public sealed record Column(Finalist Who, PanelReading Reading, IReadOnlyList<string> Missing);

    public sealed record Board(
        Guid OpeningId, string Opening, RoleLevel Level, string Profile, IReadOnlyList<Finalist> Finalists, IReadOnlyList<Weighed> Competencies,
        IReadOnlyList<Column> Columns, Ranking? Ranking, IReadOnlyList<string> SameQuestions)
    {
        /// <summary>What a column says of a competency.</summary>
        public static CompetencyReading Of(Column column, Weighed competency) => column.Reading.Competencies.Single(r => r.Competency.Id == competency.Id);
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Board>
    {
        public Task<Board> Handle(Query query, CancellationToken ct) => BoardOf(db, viewer, query, ct);
    }

    internal static async Task<Board> BoardOf(TalentHubDb db, Viewer viewer, Query query, CancellationToken ct)
    {
        var opening = await db.Openings.VisibleTo(viewer).Where(o => o.Id == query.Id)
            .Select(o => new { o.Id, o.Title, o.Level, o.ProfileVersionId, Profile = o.ProfileVersion!.Profile!.Name + " v" + o.ProfileVersion.Number }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That opening");
        var submitted = db.Scorecards.Where(s => s.SubmittedAt != null);
        var workable = db.Applications.WorkableBy(viewer);
        var candidates = await db.Applications.VisibleTo(viewer).Where(a => a.OpeningId == query.Id && a.State != ApplicationState.Withdrawn && submitted.Any(s => s.ApplicationId == a.Id))
            .OrderBy(a => a.Candidate!.SortName).ThenBy(a => a.Id)
            .Select(a => new Finalist(a.Id, a.Candidate!.Name, a.Candidate.Headline, a.Channel == HireChannel.Internal, a.State, false, a.Debrief != null && a.State == ApplicationState.Active && workable.Any(w => w.Id == a.Id), null))
            .Take(50).ToListAsync(ct);
        var ids = candidates.Select(c => c.ApplicationId).ToList();
        var seats = (await PanelFiles.Seats(db, ids, ct)).ToLookup(s => s.ApplicationId);
        var cards = (await PanelFiles.Cards(db, viewer, ids, ct)).ToLookup(c => c.ApplicationId);
        var competencies = await PanelFiles.Competencies(db, opening.ProfileVersionId, ct);
        var others = await PanelFiles.Others(db, viewer, ids, ct);
        var finalists = Choose([.. candidates.Select(c => c with { Lock = Lock.For(viewer, [.. seats[c.ApplicationId]], cards[c.ApplicationId].Count()) })
            .Where(c => c.Lock is not null || cards[c.ApplicationId].Any())], query.With);
        var columns = finalists.Where(f => f is { Chosen: true, Lock: null }).Select(f => ColumnOf(f, competencies, [.. cards[f.ApplicationId]], others(f.ApplicationId), seats[f.ApplicationId].Count(s => s.State == "reopened"))).ToList();
        var asked = columns.SelectMany(c => cards[c.Who.ApplicationId].Select(card => (c.Who.Name, card))).ToList();
        return new Board(opening.Id, opening.Title, opening.Level, opening.Profile, finalists, competencies, columns,
            Ranking.Of([.. columns.Select(c => new Ranked(c.Who.Name, c.Reading))]), Asked(asked, columns.Count));
    }

    /// <summary>The chosen, or by default those still in the race or hired; never more than the figure holds.</summary>
    private static List<Finalist> Choose(List<Finalist> all, IReadOnlyList<Guid> with)
    {
        var wanted = all.Where(f => with.Contains(f.ApplicationId)).ToList();
        if (wanted.Count < 2) wanted = [.. wanted, .. all.Where(f => f.State is ApplicationState.Active or ApplicationState.Hired).Except(wanted)];
        var chosen = wanted.Take(Most).Select(f => f.ApplicationId).ToHashSet();
        return [.. all.Select(f => f with { Chosen = chosen.Contains(f.ApplicationId) })];
    }

    private static Column ColumnOf(Finalist who, List<Weighed> competencies, List<Card> cards, OtherEvidence other, int reopened)
    {
        var reading = PanelReading.Of(competencies, cards, other);
        var missing = new List<string>();
        var open = competencies.Where(c => reading.Competencies.Single(r => r.Competency.Id == c.Id).Raters == 0).Select(c => c.Name).ToList();
        var single = competencies.Where(c => reading.Competencies.Single(r => r.Competency.Id == c.Id).Raters == 1).Select(c => c.Name).ToList();
        if (open.Count > 0) missing.Add($"Not assessed: {Say.List(open)}.");
        if (single.Count > 0) missing.Add($"One rater alone: {Say.List(single)}.");
        if (reopened > 0) missing.Add($"{Say.Count(reopened, "scorecard")} reopened and not in again.");
        if (other.Referees.Count == 0 && cards.All(c => c.Kind != StageKind.References)) missing.Add("References are not recorded.");
        if (who.Internal && cards.All(c => c.Kind != StageKind.ThreeSixty)) missing.Add("A 360 from the team is not recorded.");
        return new Column(who, reading, missing);
    }

    /// <summary>Whether everyone shown was asked the same, stage by stage.</summary>
    private static List<string> Asked(List<(string Name, Card Card)> asked, int candidates)
    {
        var sentences = new List<string>();
        foreach (var stage in asked.GroupBy(a => (a.Card.StageOrder, a.Card.StageId, a.Card.Stage)).OrderBy(g => g.Key.StageOrder))
        {
            var kits = stage.GroupBy(a => a.Card.Kit).OrderBy(k => k.Key).ToList();
            var here = stage.Select(a => a.Name).Distinct().Count();
            if (kits.Count > 1) sentences.Add($"{stage.Key.Stage}: not the same questions. {string.Join("; ", kits.Select(k => $"kit {k.Key}: {Say.List([.. k.Select(a => a.Name).Distinct()])}"))}.");
            if (here < candidates) sentences.Add($"{stage.Key.Stage}: so far {Say.List([.. stage.Select(a => a.Name).Distinct()])} alone.");
        }
        return sentences;
    }
}
