namespace TalentHub.Domain.Interviews;

/// <summary>Something worth a second look before a scorecard is handed in.</summary>
/// <param name="Code">Stable, kebab-case name of the check.</param>
/// <param name="Sentence">What stands there, and why one might look again.</param>
public sealed record SecondLook(string Code, string Sentence);

/// <summary>
/// Looks over a complete scorecard for known rating errors: one mark for everything (halo), a recommendation at odds with the ratings, little seen,
/// evidence too short to be read in a year. It asks once and refuses nothing: the author may have a reason.
/// </summary>
public static class ScorecardCheck
{
    /// <summary>Under so many ratings, equal ones say little.</summary>
    private const int FewRatings = 4;

    private const int FewWords = 3;
    private const double High = 4;
    private const double Low = 2;

    /// <summary>What to look at again. Empty for a card that is not complete: what is missing is said first, by the scorecard itself.</summary>
    public static IReadOnlyList<SecondLook> Of(ScorecardContent content)
    {
        var entries = content.Entries;
        if (content.Recommendation is not { } word || entries.Count == 0 || entries.Any(e => (e.Score is null && !e.NotObserved) || e is { NotObserved: true, Because: null } || (e.Score is not null && string.IsNullOrWhiteSpace(e.Evidence)))) return [];
        return [.. Alike(entries), .. AtOdds(entries, word), .. LittleSeen(entries), .. Thin(entries)];
    }

    private static IEnumerable<SecondLook> Alike(IReadOnlyList<ScorecardEntry> entries)
    {
        var scores = entries.Select(e => e.Score).OfType<int>().ToList();
        if (scores.Count >= FewRatings && scores.Distinct().Count() == 1)
            yield return new("all-alike", $"Every answer has a {scores[0]}. One strong impression can colour all the others: read each answer against its own anchors once more.");
    }

    private static IEnumerable<SecondLook> AtOdds(IReadOnlyList<ScorecardEntry> entries, Recommendation word)
    {
        var scores = entries.Select(e => e.Score).OfType<int>().ToList();
        if (scores.Count == 0) yield break;
        var mean = scores.Average();
        if (mean >= High && word <= Recommendation.No)
            yield return new("at-odds", "Your ratings are high and you recommend no. If something outweighed them, the summary is the place to say what.");
        if (mean <= Low && word >= Recommendation.Yes)
            yield return new("at-odds", "Your ratings are low and you recommend yes. If something outweighed them, the summary is the place to say what.");
    }

    private static IEnumerable<SecondLook> LittleSeen(IReadOnlyList<ScorecardEntry> entries)
    {
        var unseen = entries.Count(e => e.NotObserved);
        if (unseen * 2 >= entries.Count)
            yield return new("little-seen", $"{(unseen == entries.Count ? "Nothing" : $"Only {entries.Count - unseen} of {entries.Count}")} was observed. A recommendation on so little tells the panel more about the time than about the candidate.");
    }

    private static IEnumerable<SecondLook> Thin(IReadOnlyList<ScorecardEntry> entries)
    {
        var thin = entries.Count(e => e.Score is not null && e.Evidence!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < FewWords);
        if (thin > 0)
            yield return new("thin-evidence", $"{(thin == 1 ? "One rating rests" : $"{thin} ratings rest")} on a word or two. In the debrief, and in a year, the evidence is all that is left of this hour.");
    }
}
