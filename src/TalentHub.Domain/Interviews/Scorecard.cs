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
        (InterviewId, ApplicationId, OpeningId, CandidateId, AuthorId) = (interview.Id, interview.ApplicationId, interview.OpeningId, interview.CandidateId, authorId);

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

    /// <summary>Number of the last draft save taken; an older one arriving late is ignored.</summary>
    public long Sequence { get; private set; }

    public IReadOnlyList<Rating> Ratings => ratings;

    /// <summary>Each submitted state, oldest first: the first submission and every amendment.</summary>
    public IReadOnlyList<ScorecardRevision> Revisions => revisions;

    public bool IsOutstanding => SubmittedAt is null && WaivedAt is null;

    /// <summary>Saves the draft. A save numbered at or below one already taken changes nothing.</summary>
    /// <returns>Whether the save was taken.</returns>
    public bool SaveDraft(long sequence, ScorecardContent content, Kit kit, DateTime at)
    {
        CheckOpen();
        if (sequence <= Sequence) return false;
        Sequence = sequence;
        Write(content, kit);
        SavedAt = at;
        Touch();
        return true;
    }

    /// <summary>Hands the scorecard in. It is locked from here on.</summary>
    public void Submit(ScorecardContent content, Kit kit, DateTime at)
    {
        CheckOpen();
        Write(content, kit);
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
        Write(content, kit);
        CheckComplete(kit);
        SavedAt = at;
        revisions.Add(new ScorecardRevision(this, revisions.Max(r => r.Number) + 1, why, Snapshot(), at));
        Touch();
    }

    internal void Waive(DateTime at)
    {
        WaivedAt = at;
        Touch();
    }

    private void Write(ScorecardContent content, Kit kit)
    {
        Summary = Rule.OptionalText(content.Summary, "the summary", 4000, nameof(Summary)) ?? "";
        Recommendation = content.Recommendation;
        foreach (var entry in content.Entries)
        {
            var question = kit.Questions.SingleOrDefault(q => q.Id == entry.KitQuestionId) ?? throw new RuleBroken("question-not-in-kit", "That question is not in this interview's kit.");
            var rating = ratings.SingleOrDefault(r => r.KitQuestionId == question.Id);
            if (rating is null) ratings.Add(rating = new Rating(this, question));
            rating.Write(entry, question.Order);
        }
    }

    private void CheckComplete(Kit kit)
    {
        var open = kit.Questions.Where(q => ratings.SingleOrDefault(r => r.KitQuestionId == q.Id) is not { } r || !r.IsGiven).Select(q => q.Order).Order().ToList();
        Rule.Holds(open.Count == 0, "ratings-missing",
            open.Count == 1 ? $"Question {open.FirstOrDefault()} has no rating yet. Rate it, or mark it not observed." : $"Questions {string.Join(", ", open)} have no rating yet. Rate them, or mark them not observed.");
        var bare = kit.Questions.Where(q => ratings.Single(r => r.KitQuestionId == q.Id) is { Score: not null, Evidence: "" }).Select(q => q.Order).Order().ToList();
        Rule.Holds(bare.Count == 0, "evidence-missing",
            bare.Count == 1 ? $"Question {bare.FirstOrDefault()} has a rating but no evidence. Write what they said or did." : $"Questions {string.Join(", ", bare)} have ratings but no evidence. Write what they said or did.");
        Rule.Holds(Recommendation is not null, "recommendation-missing", "Choose an overall recommendation before you submit.", nameof(Recommendation));
    }

    private void CheckOpen()
    {
        Rule.Holds(SubmittedAt is null, "scorecard-locked", "This scorecard has been submitted and is locked. You can still amend it, with a reason.");
        Rule.Holds(WaivedAt is null, "scorecard-waived", "This scorecard was given up when the debrief opened, so it can no longer be filled in.");
    }

    private string Snapshot() => JsonSerializer.Serialize(new ScorecardContent(
        Recommendation, Summary, [.. ratings.Select(r => new ScorecardEntry(r.KitQuestionId, r.Score, r.NotObserved, r.Evidence))]));
}

/// <summary>What an interviewer wrote on a scorecard.</summary>
public sealed record ScorecardContent(Recommendation? Recommendation, string? Summary, IReadOnlyList<ScorecardEntry> Entries);

/// <summary>What an interviewer wrote on one question.</summary>
/// <param name="Score">1 to 5, or nothing yet.</param>
/// <param name="NotObserved">The question could not be judged; excludes a score.</param>
public sealed record ScorecardEntry(Guid KitQuestionId, int? Score, bool NotObserved, string? Evidence);

/// <summary>A rating of one question, 1 to 5 or not observed, with evidence in words.</summary>
public sealed class Rating : Entity, INotAudited
{
    private Rating() { }

    internal Rating(Scorecard scorecard, KitQuestion question) =>
        (ScorecardId, KitQuestionId, CompetencyId) = (scorecard.Id, question.Id, question.CompetencyId);

    public Guid ScorecardId { get; private set; }
    public Scorecard? Scorecard { get; private set; }
    public Guid KitQuestionId { get; private set; }
    public KitQuestion? KitQuestion { get; private set; }
    public Guid CompetencyId { get; private set; }
    public int? Score { get; private set; }
    public bool NotObserved { get; private set; }
    public string Evidence { get; private set; } = "";
    public bool IsGiven => Score is not null || NotObserved;

    internal void Write(ScorecardEntry entry, int order)
    {
        Rule.Holds(entry.Score is null or (>= 1 and <= 5), "score-range", $"Question {order}: a rating is a whole number from 1 to 5.");
        Rule.Holds(!(entry.NotObserved && entry.Score is not null), "not-observed-with-score", $"Question {order}: either rate it or mark it not observed, not both.");
        Score = entry.Score;
        NotObserved = entry.NotObserved;
        Evidence = Rule.OptionalText(entry.Evidence, $"the evidence on question {order}", 4000) ?? "";
    }
}

/// <summary>A scorecard as it stood when submitted or amended.</summary>
public sealed class ScorecardRevision : Entity, IInOpening
{
    private ScorecardRevision() { }

    internal ScorecardRevision(Scorecard card, int number, string? reason, string content, DateTime at) =>
        (ScorecardId, OpeningId, Number, Reason, Content, At) = (card.Id, card.OpeningId, number, reason, content, at);

    public Guid ScorecardId { get; private set; }
    public Guid OpeningId { get; private set; }

    /// <summary>1 for the first submission.</summary>
    public int Number { get; private set; }

    [Sealed] public string? Reason { get; private set; }

    /// <summary>A <see cref="ScorecardContent"/> as JSON.</summary>
    [Sealed] public string Content { get; private set; } = "";

    public DateTime At { get; private set; }
}
