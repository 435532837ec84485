namespace TalentHub.Domain.Openings;

/// <summary>A question that may go into a kit.</summary>
/// <param name="Minutes">Minutes an answer takes, 3 to 30.</param>
/// <param name="TimesUsed">In how many kits it already is; the least used comes first, so that questions do not wear out.</param>
public sealed record KitChoice(Guid QuestionId, Guid CompetencyId, int Minutes, int TimesUsed);

/// <summary>Proposes the questions of a kit. A person then chooses.</summary>
public static class KitProposal
{
    private const int LargestKit = 15;

    /// <summary>
    /// Gives each competency a question in turn, least used first, for as long as one still fits the minutes. Where there is time for all of them, the first round
    /// leaves room for the shortest question of each that is still to come: one long role-play takes no other competency out of the kit.
    /// </summary>
    /// <param name="competencies">What the stage covers, the most important first.</param>
    /// <param name="choices">Approved questions of the role level.</param>
    /// <param name="minutes">Minutes of the stage.</param>
    /// <returns>Question ids in the order they are asked: competency by competency. Empty when nothing fits.</returns>
    public static IReadOnlyList<Guid> Draw(IReadOnlyList<Guid> competencies, IReadOnlyCollection<KitChoice> choices, int minutes)
    {
        var left = minutes;
        var shortest = competencies.ToDictionary(c => c, c => choices.Where(x => x.CompetencyId == c).Min(x => (int?)x.Minutes) ?? 0);
        var kept = shortest.Values.Sum() <= minutes ? shortest.Values.Sum() : 0;
        var drawn = new List<KitChoice>();
        for (var before = -1; before != drawn.Count;)
        {
            before = drawn.Count;
            foreach (var competency in competencies)
            {
                if (kept > 0) kept -= shortest[competency];
                var next = choices.Where(c => c.CompetencyId == competency && c.Minutes <= left - kept && !drawn.Contains(c))
                    .OrderBy(c => c.TimesUsed).ThenBy(c => c.QuestionId).FirstOrDefault();
                if (next is null || drawn.Count == LargestKit) continue;
                drawn.Add(next);
                left -= next.Minutes;
            }
        }
        return [.. competencies.SelectMany(c => drawn.Where(d => d.CompetencyId == c)).Select(d => d.QuestionId)];
    }
}
