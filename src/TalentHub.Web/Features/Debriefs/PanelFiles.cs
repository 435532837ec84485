using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Evidence;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>Reads what a panel wrote, through rule 1 and no other way.</summary>
internal static class PanelFiles
{
    /// <summary>Submitted scorecards the viewer may read, with their ratings: three SQL commands, whatever the number of applications.</summary>
    public static async Task<List<Card>> Cards(TalentHubDb db, Viewer viewer, IReadOnlyCollection<Guid> applicationIds, CancellationToken ct)
    {
        var readable = db.Scorecards.ReadableBy(db, viewer).Where(s => s.SubmittedAt != null && applicationIds.Contains(s.ApplicationId));
        var cards = await (
            from card in readable
            join author in db.Users on card.AuthorId equals author.Id
            select new Card(
                card.Id, card.ApplicationId, card.AuthorId, author.DisplayName, card.Interview!.StageId, card.Interview.Stage!.Name, card.Interview.Stage.Kind, card.Interview.Stage.Order,
                card.Interview.KitId, card.Interview.Kit!.Number, card.Recommendation, card.Summary, card.SubmittedAt!.Value)
            {
                GeneralEvidence = card.GeneralEvidence,
                RedFlags = card.RedFlags,
                AfterOthers = card.Reopenings.Any(r => r.OthersOpen),
            }).ToListAsync(ct);
        // A question is read once, not with each of its ratings: a panel of eight on forty questions has 320.
        var kits = cards.Select(c => c.KitId).Distinct().ToList();
        var questions = await db.Kits.Where(k => kits.Contains(k.Id)).SelectMany(k => k.Questions)
            .Select(q => new { q.Id, q.CompetencyId, Competency = q.Competency!.Name, q.Order, q.Text, Kind = EvidenceKinds.Of(q.Kind) }).ToDictionaryAsync(q => q.Id, ct);
        var ids = cards.Select(c => c.Id).ToList();
        var ratings = await db.Ratings.Where(r => ids.Contains(r.ScorecardId)).Select(r => new { r.ScorecardId, r.KitQuestionId, r.Score, r.NotObserved, r.Evidence, r.NotObservedBecause }).ToListAsync(ct);
        var byCard = (
            from rating in ratings
            let asked = questions[rating.KitQuestionId]
            select new Said(rating.ScorecardId, asked.CompetencyId, asked.Competency, asked.Order, asked.Text, rating.Score, rating.NotObserved, rating.Evidence, asked.Kind) { Because = rating.NotObservedBecause }).ToLookup(s => s.CardId);
        return [.. cards.OrderBy(c => c.StageOrder).ThenBy(c => c.Author).Select(c => c with { Ratings = [.. byCard[c.Id].OrderBy(r => r.Order)] })];
    }

    /// <summary>The weighted competencies of a profile version, in its order.</summary>
    public static Task<List<Weighed>> Competencies(TalentHubDb db, Guid profileVersionId, CancellationToken ct) =>
        db.ProfileVersions.Where(v => v.Id == profileVersionId).SelectMany(v => v.Competencies).OrderBy(c => c.Order)
            .Select(c => new Weighed(c.CompetencyId, c.Name, c.Weight, c.Target)).ToListAsync(ct);

    /// <summary>Who owes, gave or was let off a scorecard, application by application: names and states, never words or numbers.</summary>
    public static Task<List<PanelSeat>> Seats(TalentHubDb db, Viewer viewer, IReadOnlyCollection<Guid> applicationIds, CancellationToken ct)
    {
        var visible = db.Applications.VisibleTo(viewer);
        return (
            from card in db.Scorecards
            where applicationIds.Contains(card.ApplicationId) && visible.Any(a => a.Id == card.ApplicationId)
                && (card.SubmittedAt != null || card.Interview!.State == Domain.Interviews.InterviewState.Scheduled)
            join author in db.Users on card.AuthorId equals author.Id
            orderby card.Interview!.Stage!.Order, author.DisplayName
            select new PanelSeat(card.ApplicationId, card.InterviewId, card.AuthorId, author.DisplayName, card.Interview!.Stage!.Name, card.SubmittedAt, card.WaivedAt) { ReopenedAt = card.ReopenedAt }).ToListAsync(ct);
    }

    /// <summary>What tests and referees say, through rule 1: one SQL command, whatever the number of applications.</summary>
    public static async Task<Func<Guid, OtherEvidence>> Others(TalentHubDb db, Viewer viewer, IReadOnlyCollection<Guid> applicationIds, CancellationToken ct)
    {
        var (results, references) = (db.AssessmentResults.ReadableBy(db, viewer), db.ReferenceChecks.ReadableBy(db, viewer));
        var rows = await db.Applications.Where(a => applicationIds.Contains(a.Id)).AsSingleQuery().Select(a => new
        {
            a.Id,
            Tests = results.Where(r => r.ApplicationId == a.Id).OrderBy(r => r.TakenOn).ThenBy(r => r.Id).Select(r => new TestResult(r.CompetencyId, r.Competency!.Name, r.Percentile, r.Vendor, r.Test, r.TakenOn, r.Note)).ToList(),
            Referees = references.Where(r => r.ApplicationId == a.Id).OrderBy(r => r.AnsweredAt).ThenBy(r => r.Id).Select(r => new Referee(r.RefereeName, r.Relation, r.AnsweredAt!.Value, r.Overlap, r.Again, r.Answers)).ToList(),
        }).ToListAsync(ct);
        return id => rows.Find(r => r.Id == id) is { } found ? new OtherEvidence(found.Tests, found.Referees) : OtherEvidence.None;
    }
}

/// <summary>One scorecard that was asked for.</summary>
public sealed record PanelSeat(Guid ApplicationId, Guid InterviewId, Guid AuthorId, string Author, string Stage, DateTime? SubmittedAt, DateTime? WaivedAt)
{
    /// <summary>When a submitted scorecard was made a draft again.</summary>
    public DateTime? ReopenedAt { get; init; }

    public bool Outstanding => SubmittedAt is null && WaivedAt is null;
    public string State => SubmittedAt is not null ? "submitted" : WaivedAt is not null ? "waived" : ReopenedAt is not null ? "reopened" : "outstanding";
}

/// <summary>Why the numbers stay shut for a viewer; none when they are open.</summary>
internal static class Lock
{
    public static string? For(Viewer viewer, IReadOnlyList<PanelSeat> seats, int readable)
    {
        var own = seats.FirstOrDefault(s => s.Outstanding && s.AuthorId == viewer.AccountId);
        if (own is not null) return $"Your own scorecard for “{own.Stage}” is still to come. Give your word first, and the others’ opens to you.";
        return seats.Count(s => s.SubmittedAt is not null) > readable ? "Some of these scorecards are not yours to read, and part of a panel would mislead. They open to the panel with the debrief." : null;
    }
}
