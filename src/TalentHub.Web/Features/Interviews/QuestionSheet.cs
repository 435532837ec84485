using TalentHub.Domain.Interviews;

namespace TalentHub.Web.Features.Interviews;

/// <summary>The questions of a kit with what was answered, as a form.</summary>
/// <param name="Theirs">After a conflict: what was saved elsewhere, shown beside each answer that differs.</param>
public sealed record QuestionSheet(IReadOnlyList<KitCard> Questions, ScorecardInput Form, ScorecardInput? Theirs, bool Locked)
{
    public static (string Word, string Tone) Chip(Answer answer) => answer switch
    {
        { Rating: null or "" } => ("not yet", "neutral"),
        { Rating: Answer.NotObserved, Because: null } => ("needs a reason", "warn"),
        { Rating: Answer.NotObserved } => ("not observed", "neutral"),
        _ when string.IsNullOrWhiteSpace(answer.Evidence) => ("needs evidence", "warn"),
        _ => ("rated", "good"),
    };

    public int Rated => Questions.Count(q => !string.IsNullOrEmpty(Form.To(q.Id).Rating));

    public int MinutesRated => Questions.Where(q => !string.IsNullOrEmpty(Form.To(q.Id).Rating)).Sum(q => q.Minutes);

    public int MinutesInAll => Questions.Sum(q => q.Minutes);

    /// <summary>"1 of 5 questions rated · 8 of 46 min".</summary>
    public string Coverage => $"{Rated} of {Questions.Count} questions rated · {MinutesRated} of {MinutesInAll} min";

    /// <summary>What the ratings so far suggest looking at; said by the page where no script asks while rating.</summary>
    public Nudge? Nudge => RatingNudges.WhileRating(Marks.Of(Questions.Select(q => Form.To(q.Id).Entry().Score)));

    /// <summary>Red flags as the form holds them, with empty lines up to the most there may be.</summary>
    public IEnumerable<string> Flags => (Form.RedFlags ?? []).Concat(Enumerable.Repeat("", RedFlagLines.Most)).Take(Math.Max(RedFlagLines.Most, Form.RedFlags?.Count ?? 0));

    /// <summary>The four recommendations as they are said.</summary>
    public static readonly (Recommendation Value, string Word)[] Recommendations =
        [(Recommendation.StrongNo, "Strong no"), (Recommendation.No, "No"), (Recommendation.Yes, "Yes"), (Recommendation.StrongYes, "Strong yes")];
}
