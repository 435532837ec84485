using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Interviews;

/// <summary>A question of a kit as an interviewer reads it.</summary>
public sealed record KitCard(Guid Id, int Order, string Competency, string Text, List<string> Probes, string One, string Three, string Five, int Minutes, string Brief, string StrongAnswer, string RehearsedAnswer)
{
    /// <summary>What a rating means, said beside it.</summary>
    public static string Meaning(string? rating) => rating switch
    {
        "1" => "1 · as the “1” anchor says",
        "2" => "2 · above the “1” anchor, short of “3”",
        "3" => "3 · as the “3” anchor says",
        "4" => "4 · above the “3” anchor, short of “5”",
        "5" => "5 · as the “5” anchor says",
        Answer.NotObserved => "not observed · counts neither for nor against",
        _ => "press 1–5 · N not observed",
    };
}

/// <summary>Which interview, in the words of a page head.</summary>
/// <param name="StartsAt">UTC.</param>
/// <param name="Zone">The reader's time zone.</param>
public sealed record InterviewHead(Guid Id, Guid ApplicationId, Guid CandidateId, string Candidate, Guid OpeningId, string Opening, string Stage, Guid KitId, int KitNumber, string Profile, DateTime StartsAt, int Minutes, string? Place, bool Cancelled, string Zone)
{
    public DateTime EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>"Today 14:00–14:50 London time" or "Tuesday 24 November, 14:00–14:50 UTC": where the reader is.</summary>
    public string When(DateTime now) => $"{Day(Here(StartsAt), Here(now))}{(Here(StartsAt).Date == Here(now).Date ? " " : ", ")}{Hours}";

    /// <summary>When it begins: "Today 14:00 London time".</summary>
    public string Begins(DateTime now) => string.Create(CultureInfo.InvariantCulture, $"{Day(Here(StartsAt), Here(now))} {Here(StartsAt):HH:mm} {Zones.Spoken(Zone)}");

    public string Hours => string.Create(CultureInfo.InvariantCulture, $"{Here(StartsAt):HH:mm}–{Here(EndsAt):HH:mm} {Zones.Spoken(Zone)}");

    /// <summary>"24 November 2026, 14:00 London time".</summary>
    public string Moment(DateTime? at) => at is { } known ? string.Create(CultureInfo.InvariantCulture, $"{Here(known):d MMMM yyyy, HH:mm} {Zones.Spoken(Zone)}") : "";

    /// <summary>What the reader's clock shows at that moment.</summary>
    public DateTime Here(DateTime at) => Zones.FromUtc(at, Zone);

    private static string Day(DateTime day, DateTime now) => (day.Date - now.Date).Days switch
    {
        0 => "Today",
        _ when day.Year != now.Year => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        _ => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture),
    };
}

/// <summary>Someone on the panel and whether they have submitted: that much, and no more, everybody may know (rule 1).</summary>
/// <param name="ReadableId">Their scorecard, once the viewer may read it.</param>
/// <param name="Reopened">It had been submitted and is being filled in again.</param>
public sealed record Panellist(Guid AccountId, string Name, DateTime? SubmittedAt, bool Waived, bool Reopened, Guid? ReadableId);

internal static class InterviewReads
{
    public static IQueryable<InterviewHead> Heads(this IQueryable<Interview> interviews, Viewer viewer) => interviews.Select(i => new InterviewHead(
        i.Id, i.ApplicationId, i.CandidateId, i.Candidate!.Name, i.OpeningId, i.Opening!.Title, i.Stage!.Name, i.KitId, i.Kit!.Number,
        i.Opening.ProfileVersion!.Profile!.Name, i.StartsAt, i.Minutes, i.Place, i.State == InterviewState.Cancelled, viewer.Zone));

    public static Task<List<KitCard>> KitCards(this TalentHubDb db, Guid kitId, CancellationToken ct) => db.Kits.Where(k => k.Id == kitId)
        .SelectMany(k => k.Questions).OrderBy(q => q.Order)
        .Select(q => new KitCard(q.Id, q.Order, q.Competency!.Name, q.Text, q.Probes, q.Anchors.One, q.Anchors.Three, q.Anchors.Five, q.Minutes, q.Brief, q.StrongAnswer, q.RehearsedAnswer)).ToListAsync(ct);

    /// <summary>The panel. Whose words the viewer may read is asked of the visibility rules; of the others comes the fact alone.</summary>
    public static Task<List<Panellist>> Panel(this TalentHubDb db, Viewer viewer, Guid interviewId, CancellationToken ct)
    {
        var readable = db.Scorecards.ReadableBy(db, viewer).Where(s => s.InterviewId == interviewId && s.SubmittedAt != null).Select(s => s.Id);
        return (from card in db.Scorecards
                where card.InterviewId == interviewId
                join account in db.Users on card.AuthorId equals account.Id
                orderby account.DisplayName
                select new Panellist(card.AuthorId, account.DisplayName, card.SubmittedAt, card.WaivedAt != null, card.ReopenedAt != null, readable.Contains(card.Id) ? card.Id : null)).ToListAsync(ct);
    }

    public static Task<ScorecardContent> ContentOf(this IQueryable<Scorecard> cards, CancellationToken ct) => cards.Select(s => new ScorecardContent(
        s.Recommendation, s.Summary, s.Ratings.Select(r => new ScorecardEntry(r.KitQuestionId, r.Score, r.NotObserved, r.Evidence, r.NotObservedBecause)).ToList(), s.GeneralEvidence, s.RedFlags)).SingleAsync(ct);
}
