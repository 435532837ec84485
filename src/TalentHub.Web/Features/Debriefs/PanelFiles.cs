using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Interviews;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>Reads what a panel wrote, through rule 1 and no other way.</summary>
internal static class PanelFiles
{
    private static readonly Translated<Func<TalentHubDb, Guid[], IAsyncEnumerable<Asked>>> AskedIn = new(() => EF.CompileAsyncQuery((TalentHubDb db, Guid[] kits) =>
        db.Kits.Where(k => kits.Contains(k.Id)).SelectMany(k => k.Questions).Select(q => new Asked(q.Id, q.CompetencyId, q.Competency!.Name, q.Order, q.Text, EvidenceKinds.Of(q.Kind)))));

    private static readonly Translated<Func<TalentHubDb, Guid[], IAsyncEnumerable<PanelSeat>>> SeatsOf = new(() => EF.CompileAsyncQuery((TalentHubDb db, Guid[] applications) =>
        from card in db.Scorecards
        where applications.Contains(card.ApplicationId) && (card.SubmittedAt != null || card.Interview!.State == InterviewState.Scheduled)
        join author in db.Users on card.AuthorId equals author.Id
        orderby card.Interview!.Stage!.Order, author.DisplayName
        select new PanelSeat(card.ApplicationId, card.InterviewId, card.AuthorId, author.DisplayName, card.Interview!.Stage!.Name, card.SubmittedAt, card.WaivedAt) { ReopenedAt = card.ReopenedAt }));

    /// <summary>Of scorecards that were found readable.</summary>
    private static readonly Translated<Func<TalentHubDb, Guid[], IAsyncEnumerable<Written>>> WrittenOn = new(() => EF.CompileAsyncQuery((TalentHubDb db, Guid[] cards) =>
        db.Ratings.Where(r => cards.Contains(r.ScorecardId)).Select(r => new Written(r.ScorecardId, r.KitQuestionId, r.Score, r.NotObserved, r.Evidence, r.NotObservedBecause))));

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
        var questions = new Dictionary<Guid, Asked>();
        await foreach (var asked in AskedIn.For(db)(db, [.. cards.Select(c => c.KitId).Distinct()]).WithCancellation(ct)) questions.Add(asked.Id, asked);
        var said = new List<Said>();
        await foreach (var written in WrittenOn.For(db)(db, [.. cards.Select(c => c.Id)]).WithCancellation(ct)) said.Add(written.As(questions[written.QuestionId]));
        var byCard = said.ToLookup(s => s.CardId);
        return [.. cards.OrderBy(c => c.StageOrder).ThenBy(c => c.Author).Select(c => c with { Ratings = [.. byCard[c.Id].OrderBy(r => r.Order)] })];
    }

    /// <summary>The weighted competencies of a profile version, in its order.</summary>
    public static Task<List<Weighed>> Competencies(TalentHubDb db, Guid profileVersionId, CancellationToken ct) =>
        db.ProfileVersions.Where(v => v.Id == profileVersionId).SelectMany(v => v.Competencies).OrderBy(c => c.Order)
            .Select(c => new Weighed(c.CompetencyId, c.Name, c.Weight, c.Target)).ToListAsync(ct);

    /// <summary>Who owes, gave or was let off a scorecard, application by application: names and states, never words or numbers.</summary>
    /// <param name="applicationIds">Applications found within the viewer's reach.</param>
    public static Task<List<PanelSeat>> Seats(TalentHubDb db, IReadOnlyCollection<Guid> applicationIds, CancellationToken ct) =>
        SeatsOf.For(db)(db, [.. applicationIds]).ToListAsync(ct).AsTask();

    /// <summary>What tests and referees say of one application, through rule 1: one SQL command, none where there is nothing.</summary>
    public static async Task<OtherEvidence> Others(TalentHubDb db, Viewer viewer, ShowDebrief.Head about, CancellationToken ct) =>
        about.HasOther ? (await Others(db, viewer, [about.Id], ct))(about.Id) : OtherEvidence.None;

    /// <summary>The same of several: one SQL command, whatever their number.</summary>
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

    private sealed record Asked(Guid Id, Guid CompetencyId, string Competency, int Order, string Text, EvidenceKind Kind);

    private sealed record Written(Guid CardId, Guid QuestionId, int? Score, bool NotObserved, string Evidence, NotObservedReason? Because)
    {
        public Said As(Asked asked) => new(CardId, asked.CompetencyId, asked.Competency, asked.Order, asked.Text, Score, NotObserved, Evidence, asked.Kind) { Because = Because };
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
