using System.Globalization;
using System.Text.Json;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>An interviewer's overall word. There is no middle.</summary>
public enum Recommendation { StrongNo = 1, No = 2, Yes = 3, StrongYes = 4 }

/// <summary>
/// One interviewer's ratings of one interview. A draft is its author's alone; submitting locks it; amending afterwards
/// needs a reason and keeps both versions.
/// </summary>
public sealed class Scorecard : Entity, IInOpening, INotAudited
{
    private readonly List<Rating> ratings = [];
    private readonly List<ScorecardRevision> revisions = [];

    private Scorecard() { }

    internal Scorecard(Interview interview, Guid authorId) =>
        (InterviewId, Interview, ApplicationId, OpeningId, CandidateId, AuthorId) = (interview.Id, interview, interview.ApplicationId, interview.OpeningId, interview.CandidateId, authorId);

    public Guid InterviewId { get; private set; }
    public Interview? Interview { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Application? Application { get; private set; }
    public Guid OpeningId { get; private set; }
    public Opening? Opening { get; private set; }
    public Guid CandidateId { get; private set; }
    public Guid AuthorId { get; private set; }
    public Recommendation? Recommendation { get; private set; }
    public string Summary { get; private set; } = "";
    public DateTime? SavedAt { get; private set; }
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>When it was given up: the interview was cancelled or the debrief opened without it.</summary>
    public DateTime? WaivedAt { get; private set; }

    /// <summary>Number of the last draft save taken, made by <see cref="DraftNumber"/>; 0 before the first.</summary>
    public long Sequence { get; private set; }

    public IReadOnlyList<Rating> Ratings => ratings;

    /// <summary>Each submitted state, oldest first: the first submission and every amendment.</summary>
    public IReadOnlyList<ScorecardRevision> Revisions => revisions;

    public bool IsOutstanding => SubmittedAt is null && WaivedAt is null;

    /// <summary>
    /// Saves the draft. From the page that saved last, a save numbered at or below the one taken arrived late and changes
    /// nothing. Any other page must have seen the last save.
    /// </summary>
    /// <param name="sequence">The page's <see cref="DraftNumber"/>, counted up by one a save.</param>
    /// <param name="version">The version the page last saw.</param>
    /// <returns>Whether the save was taken.</returns>
    /// <exception cref="Conflict">Another page saved since.</exception>
    public bool SaveDraft(long sequence, int version, ScorecardContent content, IReadOnlyCollection<KitLine> kit, DateTime at)
    {
        CheckOpen();
        CheckSeen(sequence, version);
        if (DraftNumber.SamePage(sequence, Sequence) && sequence <= Sequence) return false;
        Sequence = sequence;
        Write(content, kit);
        SavedAt = at;
        Touch();
        return true;
    }

    /// <summary>Refuses a page that has not seen what another page saved.</summary>
    /// <exception cref="Conflict">Another page saved since.</exception>
    public void CheckSeen(long sequence, int version)
    {
        if (!DraftNumber.SamePage(sequence, Sequence) && version != Version) throw new Conflict();
    }

    /// <summary>Hands the scorecard in. It is locked from here on. Its interview must be loaded: nobody judges what has not begun.</summary>
    public void Submit(ScorecardContent content, Kit kit, DateTime at)
    {
        CheckOpen();
        var interview = Interview ?? throw new InvalidOperationException("Load the interview with the scorecard before submitting it.");
        Rule.Holds(interview.HasBegun(at), "interview-not-begun",
            string.Create(CultureInfo.InvariantCulture, $"This interview begins on {interview.StartsAt:d MMMM} at {interview.StartsAt:HH:mm} UTC. Prepare as much as you like; you can submit once it has begun."));
        Write(content, kit.Lines());
        CheckComplete(kit);
        (SubmittedAt, SavedAt) = (at, at);
        revisions.Add(new ScorecardRevision(this, 1, null, Snapshot(), at));
        Touch();
    }

    /// <summary>Changes a submitted scorecard, until the decision, with a reason; both versions are kept.</summary>
    public void Amend(ScorecardContent content, Kit kit, string reason, bool decided, DateTime at)
    {
        Rule.Holds(SubmittedAt is not null, "not-submitted", "This scorecard is still a draft: just edit it.");
        Rule.Holds(!decided, "decided", "The decision has been taken, so scorecards stay as they were.");
        var why = Rule.Text(reason, "why you amend it", 500, "Reason");
        Rule.Holds(!Says(content), "nothing-amended", "Nothing differs from what you submitted, so there is nothing to amend.");
        Write(content, kit.Lines());
        CheckComplete(kit);
        SavedAt = at;
        revisions.Add(new ScorecardRevision(this, revisions.Max(r => r.Number) + 1, why, Snapshot(), at));
        Touch();
    }

    /// <summary>Whether the scorecard already says exactly this: a form sent twice is told apart from a second opinion.</summary>
    public bool Says(ScorecardContent content) =>
        content.Recommendation == Recommendation && Trimmed(content.Summary) == Summary
        && content.Entries.All(e => ratings.SingleOrDefault(r => r.KitQuestionId == e.KitQuestionId) is { } r
            ? (r.Score, r.NotObserved, r.Evidence) == (e.Score, e.NotObserved, Trimmed(e.Evidence))
            : (e.Score, e.NotObserved, Trimmed(e.Evidence)) == (null, false, ""));

    internal void Waive(DateTime at)
    {
        WaivedAt = at;
        Touch();
    }

    private void Write(ScorecardContent content, IReadOnlyCollection<KitLine> kit)
    {
        Summary = Rule.OptionalText(content.Summary, "the summary", 4000, nameof(Summary)) ?? "";
        Recommendation = content.Recommendation;
        foreach (var entry in content.Entries)
        {
            var question = kit.SingleOrDefault(q => q.Id == entry.KitQuestionId) ?? throw new RuleBroken("question-not-in-kit", "That question is not in this interview's kit.");
            var rating = ratings.SingleOrDefault(r => r.KitQuestionId == question.Id);
            if (rating is null) ratings.Add(rating = new Rating(this, question));
            rating.Write(entry, question.Order);
        }
    }

    /// <summary>Says everything that is missing at once, so that nobody submits three times to hear three sentences.</summary>
    private void CheckComplete(Kit kit)
    {
        var missing = new List<(string Code, string Sentence)>();
        if (Orders(kit, r => r is null || !r.IsGiven) is { Count: > 0 } open)
            missing.Add(("ratings-missing", open.Count == 1 ? $"Question {open[0]} has no rating yet. Rate it, or mark it not observed." : $"Questions {Listed(open)} have no rating yet. Rate them, or mark them not observed."));
        if (Orders(kit, r => r is { Score: not null, Evidence: "" }) is { Count: > 0 } bare)
            missing.Add(("evidence-missing", bare.Count == 1 ? $"Question {bare[0]} has a rating but no evidence. Write what they said or did." : $"Questions {Listed(bare)} have ratings but no evidence. Write what they said or did."));
        if (Recommendation is null)
            missing.Add(("recommendation-missing", "Choose an overall recommendation before you submit."));
        if (missing.Count > 0) throw new RuleBroken(missing[0].Code, string.Join(" ", missing.Select(m => m.Sentence)));
    }

    private List<int> Orders(Kit kit, Func<Rating?, bool> lacks) =>
        [.. kit.Questions.Where(q => lacks(ratings.SingleOrDefault(r => r.KitQuestionId == q.Id))).Select(q => q.Order).Order()];

    private static string Listed(List<int> orders) => $"{string.Join(", ", orders.SkipLast(1))} and {orders[^1]}";

    private static string Trimmed(string? text) => (text ?? "").Trim();

    private void CheckOpen()
    {
        Rule.Holds(SubmittedAt is null, "scorecard-locked", "This scorecard has been submitted and is locked. You can still amend it, with a reason.");
        Rule.Holds(WaivedAt is null, "scorecard-waived", "This scorecard was given up when the debrief opened or the interview was called off, so it can no longer be filled in.");
    }

    private string Snapshot() => JsonSerializer.Serialize(new ScorecardContent(
        Recommendation, Summary, [.. ratings.Select(r => new ScorecardEntry(r.KitQuestionId, r.Score, r.NotObserved, r.Evidence))]));
}
