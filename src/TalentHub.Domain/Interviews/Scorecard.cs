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
/// needs a reason and keeps both versions. Reopened, it is its author's draft again; what had been handed in stays a version.
/// </summary>
public sealed class Scorecard : Entity, IInOpening, INotAudited
{
    private readonly List<Rating> ratings = [];
    private readonly List<ScorecardRevision> revisions = [];
    private readonly List<ScorecardReopening> reopenings = [];

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

    /// <summary>What was seen that belongs to no single question.</summary>
    public string GeneralEvidence { get; private set; } = "";

    /// <summary>What the debrief must talk about, each one line of plain facts. They change no number.</summary>
    public List<string> RedFlags { get; private set; } = [];

    public DateTime? SavedAt { get; private set; }
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>When it was made a draft again; none once it has been handed in again.</summary>
    public DateTime? ReopenedAt { get; private set; }

    /// <summary>When it was given up: the interview was cancelled or the debrief opened without it.</summary>
    public DateTime? WaivedAt { get; private set; }

    /// <summary>Number of the last draft save taken, made by <see cref="DraftNumber"/>; 0 before the first.</summary>
    public long Sequence { get; private set; }

    public IReadOnlyList<Rating> Ratings => ratings;

    /// <summary>Each submitted state, oldest first: every submission and every amendment.</summary>
    public IReadOnlyList<ScorecardRevision> Revisions => revisions;

    /// <summary>Who reopened it, when and why.</summary>
    public IReadOnlyList<ScorecardReopening> Reopenings => reopenings;

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

    /// <summary>
    /// Hands the scorecard in, for the first time or again. It is locked from here on. Its interview must be loaded: nobody judges what has not begun; so must
    /// the versions of a reopened one.
    /// </summary>
    /// <param name="decided">Whether the application is decided or closed: what was reopened stays as it is from then on.</param>
    public void Submit(ScorecardContent content, Kit kit, DateTime at, bool decided = false)
    {
        CheckOpen();
        Rule.Holds(ReopenedAt is null || !decided, "decided", "The decision has been taken, so a reopened scorecard can no longer be handed in. What you had submitted before is kept.");
        var interview = Interview ?? throw new InvalidOperationException("Load the interview with the scorecard before submitting it.");
        if (ReopenedAt is not null && revisions.Count == 0) throw new InvalidOperationException("Load the versions of a reopened scorecard before submitting it.");
        Rule.Holds(interview.HasBegun(at), "interview-not-begun",
            string.Create(CultureInfo.InvariantCulture, $"This interview begins on {interview.StartsAt:d MMMM} at {interview.StartsAt:HH:mm} UTC. Prepare as much as you like; you can submit once it has begun."));
        Write(content, kit.Lines());
        Completeness.Check(kit, ratings, Recommendation, new HashSet<Guid>());
        (SubmittedAt, SavedAt, ReopenedAt) = (at, at, null);
        Keep(null, at);
    }

    /// <summary>Changes a submitted scorecard, until the decision, with a reason; both versions are kept.</summary>
    public void Amend(ScorecardContent content, Kit kit, string reason, bool decided, DateTime at)
    {
        Rule.Holds(SubmittedAt is not null, "not-submitted", "This scorecard is still a draft: just edit it.");
        Rule.Holds(!decided, "decided", "The decision has been taken, so scorecards stay as they were.");
        var why = Rule.Text(reason, "why you amend it", 500, "Reason");
        Rule.Holds(!Says(content), "nothing-amended", "Nothing differs from what you submitted, so there is nothing to amend.");
        // Handed in before the reason was asked for: that stays as it was.
        var unasked = ratings.Where(r => r is { NotObserved: true, NotObservedBecause: null }).Select(r => r.KitQuestionId).ToHashSet();
        Write(content, kit.Lines());
        Completeness.Check(kit, ratings, Recommendation, unasked);
        SavedAt = at;
        Keep(why, at);
    }

    /// <summary>
    /// Makes a submitted scorecard its author's draft again, with what it said. It counts as not submitted from here on, so rule 1 applies to its author
    /// again; what had been handed in stays among the versions. Its interview must be loaded.
    /// </summary>
    /// <param name="by">Not the author: they amend, or ask somebody else.</param>
    /// <param name="othersOpen">Whether the author could read somebody else's scorecard on this application by then.</param>
    /// <param name="decided">Whether the application is decided or closed.</param>
    public void Reopen(Guid by, string? reason, bool othersOpen, bool decided, DateTime at)
    {
        var interview = Interview ?? throw new InvalidOperationException("Load the interview with the scorecard before reopening it.");
        Rule.Holds(SubmittedAt is not null, "not-submitted", "This scorecard is still a draft, so there is nothing to reopen.");
        Rule.Holds(AuthorId != by, "own-scorecard", "Nobody reopens their own scorecard. Amend it with a reason, or ask somebody else in HR.");
        Rule.Holds(!decided, "decided", "The decision has been taken, so scorecards stay as they were.");
        Rule.Holds(interview.State == InterviewState.Scheduled, "interview-cancelled", "This interview was called off after this scorecard came in. There is nothing to fill in again.");
        reopenings.Add(new ScorecardReopening(this, by, Rule.Text(reason, "why you reopen it", 500, "Reason"), othersOpen, at));
        (SubmittedAt, ReopenedAt) = (null, at);
        Touch();
    }

    /// <summary>Whether the scorecard already says exactly this: a form sent twice is told apart from a second opinion.</summary>
    public bool Says(ScorecardContent content) =>
        content.Recommendation == Recommendation && Trimmed(content.Summary) == Summary
        && (content.GeneralEvidence is null || Trimmed(content.GeneralEvidence) == GeneralEvidence)
        && (content.RedFlags is null || RedFlagLines.Of(content.RedFlags).SequenceEqual(RedFlags))
        && content.Entries.All(e => ratings.SingleOrDefault(r => r.KitQuestionId == e.KitQuestionId) is { } r
            ? r.Says(e)
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
        if (content.GeneralEvidence is { } general) GeneralEvidence = Rule.OptionalText(general, "the general evidence", 4000, nameof(GeneralEvidence)) ?? "";
        if (content.RedFlags is { } flags && !RedFlagLines.Of(flags).SequenceEqual(RedFlags)) RedFlags = RedFlagLines.Checked(flags);
        foreach (var entry in content.Entries)
        {
            var question = kit.SingleOrDefault(q => q.Id == entry.KitQuestionId) ?? throw new RuleBroken("question-not-in-kit", "That question is not in this interview's kit.");
            var rating = ratings.SingleOrDefault(r => r.KitQuestionId == question.Id);
            if (rating is null) ratings.Add(rating = new Rating(this, question));
            rating.Write(entry, question.Order);
        }
    }

    private void Keep(string? reason, DateTime at)
    {
        revisions.Add(new ScorecardRevision(this, revisions.Select(r => r.Number).DefaultIfEmpty().Max() + 1, reason, Snapshot(), at));
        Touch();
    }

    private static string Trimmed(string? text) => (text ?? "").Trim();

    private void CheckOpen()
    {
        Rule.Holds(SubmittedAt is null, "scorecard-locked", "This scorecard has been submitted and is locked. You can still amend it, with a reason.");
        Rule.Holds(WaivedAt is null, "scorecard-waived", "This scorecard was given up when the debrief opened or the interview was called off, so it can no longer be filled in.");
    }

    private string Snapshot() => JsonSerializer.Serialize(new ScorecardContent(
        Recommendation, Summary, [.. ratings.Select(r => new ScorecardEntry(r.KitQuestionId, r.Score, r.NotObserved, r.Evidence, r.NotObservedBecause))], GeneralEvidence, RedFlags));
}
