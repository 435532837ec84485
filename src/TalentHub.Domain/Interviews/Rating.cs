using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>What an interviewer wrote on a scorecard.</summary>
/// <param name="GeneralEvidence">What was seen that belongs to no single question; null leaves what is kept as it is, empty takes it away.</param>
/// <param name="RedFlags">What the debrief must talk about, each one line of plain facts, at most <see cref="RedFlagLines.Most"/>; null leaves what is kept as it is.</param>
public sealed record ScorecardContent(Recommendation? Recommendation, string? Summary, IReadOnlyList<ScorecardEntry> Entries, string? GeneralEvidence = null, IReadOnlyList<string>? RedFlags = null);

/// <summary>What an interviewer wrote on one question.</summary>
/// <param name="Score">1 to 5, or nothing yet.</param>
/// <param name="NotObserved">The question could not be judged; excludes a score.</param>
/// <param name="Because">Why it could not be judged; says nothing beside a score. Null leaves the reason given before.</param>
public sealed record ScorecardEntry(Guid KitQuestionId, int? Score, bool NotObserved, string? Evidence, NotObservedReason? Because = null);

/// <summary>Why a question could not be judged. <see cref="SomethingElse"/> is said in the words beside the rating.</summary>
public enum NotObservedReason { RanOutOfTime = 1, AnswerDidNotReachIt, TechnicalTrouble, SomebodyElseCoveredIt, SomethingElse }

/// <summary>A rating of one question, 1 to 5 or not observed, with evidence in words.</summary>
public sealed class Rating : Entity, INotAudited
{
    private Rating() { }

    internal Rating(Scorecard scorecard, KitLine question) =>
        (ScorecardId, KitQuestionId, CompetencyId) = (scorecard.Id, question.Id, question.CompetencyId);

    public Guid ScorecardId { get; private set; }
    public Scorecard? Scorecard { get; private set; }
    public Guid KitQuestionId { get; private set; }
    public KitQuestion? KitQuestion { get; private set; }
    public Guid CompetencyId { get; private set; }
    public int? Score { get; private set; }
    public bool NotObserved { get; private set; }

    /// <summary>Why it was not observed; none beside a score, and none on ratings handed in before the reason was asked for.</summary>
    public NotObservedReason? NotObservedBecause { get; private set; }

    public string Evidence { get; private set; } = "";
    public bool IsGiven => Score is not null || NotObserved;

    internal void Write(ScorecardEntry entry, int order)
    {
        Rule.Holds(entry.Score is null or (>= 1 and <= 5), "score-range", $"Question {order}: a rating is a whole number from 1 to 5.");
        Rule.Holds(!(entry.NotObserved && entry.Score is not null), "not-observed-with-score", $"Question {order}: either rate it or mark it not observed, not both.");
        (Score, NotObservedBecause, NotObserved) = (entry.Score, ReasonAfter(entry), entry.NotObserved);
        Evidence = Rule.OptionalText(entry.Evidence, $"the evidence on question {order}", 4000) ?? "";
    }

    /// <summary>Whether it already says exactly this.</summary>
    internal bool Says(ScorecardEntry entry) =>
        (Score, NotObserved, NotObservedBecause, Evidence) == (entry.Score, entry.NotObserved, ReasonAfter(entry), (entry.Evidence ?? "").Trim());

    private NotObservedReason? ReasonAfter(ScorecardEntry entry) => entry.NotObserved ? entry.Because ?? NotObservedBecause : null;
}

/// <summary>A scorecard as it stood when submitted, amended, or handed in again after it had been reopened.</summary>
public sealed class ScorecardRevision : Entity, IInOpening
{
    private ScorecardRevision() { }

    internal ScorecardRevision(Scorecard card, int number, string? reason, string content, DateTime at) =>
        (ScorecardId, OpeningId, Number, Reason, Content, At) = (card.Id, card.OpeningId, number, reason, content, at);

    public Guid ScorecardId { get; private set; }
    public Guid OpeningId { get; private set; }

    /// <summary>1 for the first submission.</summary>
    public int Number { get; private set; }

    /// <summary>Why it was amended; none for a submission.</summary>
    [Sealed] public string? Reason { get; private set; }

    /// <summary>A <see cref="ScorecardContent"/> as JSON.</summary>
    [Sealed] public string Content { get; private set; } = "";

    public DateTime At { get; private set; }
}
