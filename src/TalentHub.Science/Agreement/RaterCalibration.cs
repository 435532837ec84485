using MathNet.Numerics.Statistics;
using TalentHub.Science.Distributions;
using TalentHub.Science.Proportions;
using TalentHub.Science.Validity;

namespace TalentHub.Science.Agreement;

/// <summary>One thing a rater rated beside others.</summary>
/// <param name="Subject">Whoever was rated; ratings of one subject hang together.</param>
/// <param name="Own">The rater's value, finite.</param>
/// <param name="Others">One value a co-rater, finite; one at least.</param>
public sealed record RatedBeside(string Subject, double Own, IReadOnlyList<double> Others);

/// <summary>How one rater lies beside those who rated the same.</summary>
/// <param name="Leniency">Mean of own value less the mean of the co-raters', in points of the scale; above 0 is lenient. n counts the units; the interval is Student's over
/// subjects, and there is none under two. <see cref="Caution.TooFew"/> under the minimum of subjects.</param>
/// <param name="Subjects">How many were rated.</param>
/// <param name="OwnSpread">Standard deviation of own values.</param>
/// <param name="OthersSpread">Standard deviation of the co-raters' single values on the same units: single, since means of several lie closer together.</param>
/// <param name="Within">Share of units on which own value and the co-raters' mean lie no further apart than the bound; Wilson's interval.</param>
public sealed record Calibration(Estimate Leniency, int Subjects, Estimate OwnSpread, Estimate OthersSpread, Estimate Within);

/// <summary>Where a rater lies beside their panels: severity, spread and agreement, with intervals. It describes, and says nothing of who is right.</summary>
public static class RaterCalibration
{
    /// <summary>Subjects under which nothing is claimed: somebody's first few candidates may simply have been weak.</summary>
    public const int MinimumSubjects = 5;

    /// <summary>Durations under which no median is claimed: with six the smallest and the largest are its limits.</summary>
    public const int MinimumDurations = 6;

    /// <summary>
    /// Leniency is the plain mean of the differences. Its variance is that of a mean of clusters (Liang and Zeger 1986, with the factor G/(G-1)), a cluster
    /// being one subject, with G - 1 degrees of freedom; with as many units in each it is Student's interval of the subjects' means.
    /// </summary>
    /// <param name="units">Any number; units without others do not belong here.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="within">The bound of agreement, 0 or more.</param>
    /// <exception cref="ArgumentException">A unit without others, or a value that is not finite.</exception>
    public static Calibration Of(IReadOnlyList<RatedBeside> units, double level = 0.95, double within = 1)
    {
        ArgumentNullException.ThrowIfNull(units);
        Quantiles.CheckLevel(level);
        if (units.Any(u => u.Others.Count == 0 || !double.IsFinite(u.Own) || u.Others.Any(o => !double.IsFinite(o))))
            throw new ArgumentException("Each unit needs a finite value of one's own and one of somebody else.", nameof(units));
        var apart = units.Select(u => (u.Subject, Gap: u.Own - u.Others.Average())).ToList();
        var subjects = apart.Select(a => a.Subject).Distinct().Count();
        var caution = Minimums.Judge(subjects, MinimumSubjects);
        return new Calibration(
            Leniency(apart, subjects, level, caution), subjects,
            Spread.StandardDeviation([.. units.Select(u => u.Own)], level) with { Caution = caution },
            Spread.StandardDeviation([.. units.SelectMany(u => u.Others)], level) with { Caution = caution },
            Binomial.Wilson(apart.Count(a => Math.Abs(a.Gap) <= within + 1e-9), apart.Count, level) with { Caution = caution });
    }

    /// <summary>The median with the interval between two order statistics (sign test inverted): at least the stated level, whatever the distribution.</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    public static Estimate Median(IReadOnlyList<double> values, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        Quantiles.CheckLevel(level);
        var n = values.Count;
        if (n == 0) return new Estimate(null, null, null, 0, level, Caution.TooFew);
        var sorted = values.Order().ToArray();
        var rank = Enumerable.Range(1, n / 2).LastOrDefault(r => AtMost(n, r - 1) <= (1 - level) / 2);
        var caution = Minimums.Judge(n, MinimumDurations);
        return rank == 0 ? new Estimate(sorted.Median(), null, null, n, level, caution) : new Estimate(sorted.Median(), sorted[rank - 1], sorted[n - rank], n, level, caution);
    }

    private static Estimate Leniency(List<(string Subject, double Gap)> apart, int subjects, double level, Caution caution)
    {
        if (apart.Count == 0) return new Estimate(null, null, null, 0, level, Caution.TooFew);
        var mean = apart.Average(a => a.Gap);
        if (subjects < 2) return new Estimate(mean, null, null, apart.Count, level, Caution.TooFew);
        var sums = apart.GroupBy(a => a.Subject).Select(g => g.Sum(a => a.Gap - mean));
        var error = Math.Sqrt((double)subjects / (subjects - 1) * sums.Sum(s => s * s)) / apart.Count;
        var half = Quantiles.StudentT(subjects - 1, 0.5 + (level / 2)) * error;
        return new Estimate(mean, mean - half, mean + half, apart.Count, level, caution);
    }

    /// <summary>P(X at most k) of a fair coin thrown n times.</summary>
    private static double AtMost(int n, int k) => MathNet.Numerics.Distributions.Binomial.CDF(0.5, n, k);
}
