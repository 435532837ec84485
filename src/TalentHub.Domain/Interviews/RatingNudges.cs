namespace TalentHub.Domain.Interviews;

/// <summary>One quiet sentence about a known rating error, at the moment it matters. It blocks nothing and is put aside with one press.</summary>
/// <param name="Code">Stable, kebab-case name of the error.</param>
/// <param name="Sentence">What stands there, and what to do instead.</param>
public sealed record Nudge(string Code, string Sentence);

/// <summary>What a nudge needs to know of one rater's marks on one candidate.</summary>
/// <param name="Count">How many were given.</param>
/// <param name="Lowest">The lowest of them, 1 to 5; none where none was given.</param>
/// <param name="Highest">The highest of them, 1 to 5; none where none was given.</param>
public readonly record struct Marks(int Count, int? Lowest, int? Highest)
{
    /// <summary>Of scores, where none says that no mark was given.</summary>
    public static Marks Of(IEnumerable<int?> scores)
    {
        var given = scores.OfType<int>().ToList();
        return given.Count == 0 ? default : new(given.Count, given.Min(), given.Max());
    }

    /// <summary>Both together: no mark may be in both.</summary>
    public Marks And(Marks others) => Count == 0 ? others : others.Count == 0 ? this
        : new(Count + others.Count, Math.Min(Lowest!.Value, others.Lowest!.Value), Math.Max(Highest!.Value, others.Highest!.Value));
}

/// <summary>When which nudge is due. The rules look at one rater's own marks alone, never at another's.</summary>
public static class RatingNudges
{
    /// <summary>
    /// Beside the overall word. People who resemble the rater are rated higher than their answers warrant (similar-to-me: Rand and Wexley 1975), and the
    /// overall word, which rests on no anchors, is where it enters most easily.
    /// </summary>
    public const string BesideRecommendation = "Would you say the same of someone whose path looked nothing like yours?";

    /// <summary>Equal marks on fewer questions than this are common without any error.</summary>
    public const int FewForHalo = 4;

    /// <summary>Marks at one end on fewer questions than this are common without any error.</summary>
    public const int FewForOneEnd = 5;

    /// <summary>Hours for which the candidate before still colours the next.</summary>
    public const int HoursOfContrast = 24;

    /// <summary>
    /// While rating: all marks alike (halo: one strong impression colours every trait, Thorndike 1920), or all at one end of the scale (leniency and
    /// severity: Saal, Downey and Lahey 1980).
    /// </summary>
    /// <param name="given">The marks given so far; "not observed" is none.</param>
    /// <returns>At most one nudge, the narrower finding first; none while there are few marks.</returns>
    public static Nudge? WhileRating(Marks given)
    {
        if (given.Count >= FewForHalo && given.Lowest == given.Highest)
            return new("halo", $"Every rating so far is a {given.Lowest}. One strong impression easily colours the rest: read each answer against its own anchors.");
        if (given.Count >= FewForOneEnd && given.Lowest >= 4)
            return new("leniency", $"All {given.Count} ratings so far are a 4 or a 5. If the evidence carries that, good; the anchor for 3 is the place to check.");
        if (given.Count >= FewForOneEnd && given.Highest <= 2)
            return new("severity", $"All {given.Count} ratings so far are a 1 or a 2. If the evidence carries that, so be it; the anchor for 3 is the place to check.");
        return null;
    }

    /// <summary>
    /// Before the first rating: after a strong candidate an average one looks weak, and the other way round (contrast: Wexley, Yukl, Kovacs and Sanders
    /// 1972). No name is said: the point is to leave the other out of it.
    /// </summary>
    /// <param name="otherRatedAt">When the rater last wrote on another candidate's scorecard for the same opening, UTC; none if never.</param>
    /// <param name="now">UTC.</param>
    public static Nudge? BeforeRating(DateTime? otherRatedAt, DateTime now) =>
        otherRatedAt is { } at && at <= now && now - at <= TimeSpan.FromHours(HoursOfContrast)
            ? new("contrast", $"You met another candidate for this opening {(at.Date == now.Date ? "earlier today" : "in the last 24 hours")}. Rate against the anchors, not against them.")
            : null;
}
