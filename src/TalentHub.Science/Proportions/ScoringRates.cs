using TalentHub.Science.Validity;

namespace TalentHub.Science.Proportions;

/// <summary>How often a group scores above the median of everybody.</summary>
/// <param name="Group">The group.</param>
/// <param name="Rate">Share above the median, with Wilson's interval.</param>
/// <param name="Ratio">Its rate over the highest rate; null when no group has anybody above.</param>
public sealed record ScoringRate(string Group, Estimate Rate, double? Ratio);

/// <summary>Scoring rates of every group and the median they were taken at.</summary>
/// <param name="Median">Median of the whole sample; null when it is empty.</param>
/// <param name="Groups">The groups in ordinal order of their names.</param>
public sealed record ScoringRateTable(double? Median, IReadOnlyList<ScoringRate> Groups);

/// <summary>Comparing groups on a score without a cut-off.</summary>
public static class ScoringRates
{
    /// <summary>
    /// Share of each group strictly above the whole sample's median (6 RCNY 5-300); a score at the median counts as not above.
    /// </summary>
    /// <param name="scores">A group and a score for each person.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">People in a group under which its rate is called too few to say.</param>
    public static ScoringRateTable Compare(
        IReadOnlyList<(string Group, double Score)> scores, double level = 0.95, int minimum = Minimums.Trials)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var median = Spread.Quantile(scores.Select(s => s.Score).ToArray(), 0.5);
        var rates = scores.GroupBy(s => s.Group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Rate: Binomial.Wilson(g.Count(s => s.Score > median), g.Count(), level, minimum)))
            .ToArray();
        var highest = rates.Select(r => r.Rate.Value!.Value).DefaultIfEmpty().Max();
        return new ScoringRateTable(
            median,
            rates.Select(r => new ScoringRate(r.Key, r.Rate, highest > 0 ? r.Rate.Value / highest : null)).ToArray());
    }
}
