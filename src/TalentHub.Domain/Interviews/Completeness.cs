using TalentHub.Domain.Openings;

namespace TalentHub.Domain.Interviews;

/// <summary>Whether a scorecard may be handed in. Says everything that is missing at once, so that nobody submits three times to hear three sentences.</summary>
internal static class Completeness
{
    /// <param name="unasked">Questions whose "not observed" needs no reason.</param>
    /// <exception cref="RuleBroken">By the code of the first thing that is missing.</exception>
    public static void Check(Kit kit, IReadOnlyCollection<Rating> ratings, Recommendation? recommendation, IReadOnlySet<Guid> unasked)
    {
        List<int> Where(Func<Rating?, bool> lacks) => [.. kit.Questions.Where(q => lacks(ratings.SingleOrDefault(r => r.KitQuestionId == q.Id))).Select(q => q.Order).Order()];
        var missing = new List<(string Code, string Sentence)>();
        if (Where(r => r is null || !r.IsGiven) is { Count: > 0 } open)
            missing.Add(("ratings-missing", open.Count == 1 ? $"Question {open[0]} has no rating yet. Rate it, or mark it not observed." : $"Questions {Listed(open)} have no rating yet. Rate them, or mark them not observed."));
        if (Where(r => r is { NotObserved: true, NotObservedBecause: null } && !unasked.Contains(r.KitQuestionId)) is { Count: > 0 } mute)
            missing.Add(("reason-missing", mute.Count == 1 ? $"Question {mute[0]} is marked not observed. Choose why." : $"Questions {Listed(mute)} are marked not observed. Choose why for each."));
        if (Where(r => r is { NotObserved: true, NotObservedBecause: NotObservedReason.SomethingElse, Evidence: "" }) is { Count: > 0 } vague)
            missing.Add(("reason-words-missing", $"{(vague.Count == 1 ? $"Question {vague[0]} was" : $"Questions {Listed(vague)} were")} not observed for another reason. Say in a few words which."));
        if (Where(r => r is { Score: not null, Evidence: "" }) is { Count: > 0 } bare)
            missing.Add(("evidence-missing", bare.Count == 1 ? $"Question {bare[0]} has a rating but no evidence. Write what they said or did." : $"Questions {Listed(bare)} have ratings but no evidence. Write what they said or did."));
        if (recommendation is null)
            missing.Add(("recommendation-missing", "Choose an overall recommendation before you submit."));
        if (missing.Count > 0) throw new RuleBroken(missing[0].Code, string.Join(" ", missing.Select(m => m.Sentence)));
    }

    private static string Listed(List<int> orders) => $"{string.Join(", ", orders.SkipLast(1))} and {orders[^1]}";
}
