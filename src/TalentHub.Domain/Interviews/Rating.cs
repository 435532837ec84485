using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

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

    internal Rating(Scorecard scorecard, KitLine question) =>
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
