using MathNet.Numerics.Statistics;
using TalentHub.Science.Distributions;

namespace TalentHub.Science.Validity;

/// <summary>A mean with its interval and what goes with it.</summary>
/// <param name="Mean">The mean with Student's interval; limits null under two values.</param>
/// <param name="StandardDeviation">Sample standard deviation (n - 1); null under two values.</param>
/// <param name="StandardError">Standard error of the mean; null under two values.</param>
/// <param name="Median">The middle value; null when there are none.</param>
public sealed record MeanSummary(Estimate Mean, double? StandardDeviation, double? StandardError, double? Median);

/// <summary>Centre and spread of a sample.</summary>
public static class Spread
{
    /// <summary>Mean with Student's t interval (1908).</summary>
    /// <param name="values">Finite values; an empty list gives nulls.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">Values under which the result is called too few to say.</param>
    public static MeanSummary Mean(IReadOnlyList<double> values, double level = 0.95, int minimum = Minimums.Values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Quantiles.CheckLevel(level);
        var n = values.Count;
        if (n == 0)
            return new MeanSummary(new Estimate(null, null, null, 0, level, Caution.TooFew), null, null, null);
        var (mean, median) = (values.Average(), values.Median());
        if (n == 1)
            return new MeanSummary(new Estimate(mean, null, null, 1, level, Minimums.Judge(1, minimum)), null, null, median);
        var sd = values.StandardDeviation();
        var se = sd / Math.Sqrt(n);
        var half = Quantiles.StudentT(n - 1, 0.5 + (level / 2)) * se;
        var estimate = new Estimate(mean, mean - half, mean + half, n, level, Minimums.Judge(n, minimum));
        return new MeanSummary(estimate, sd, se, median);
    }

    /// <summary>Standard deviation with the chi-squared interval; normal theory, so only a screen on a rating scale.</summary>
    /// <inheritdoc cref="Mean"/>
    public static Estimate StandardDeviation(
        IReadOnlyList<double> values, double level = 0.95, int minimum = Minimums.Values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Quantiles.CheckLevel(level);
        var n = values.Count;
        if (n < 2)
            return new Estimate(null, null, null, n, level, Caution.TooFew);
        var sd = values.StandardDeviation();
        var tail = (1 - level) / 2;
        var lower = sd * Math.Sqrt((n - 1) / Quantiles.ChiSquared(n - 1, 1 - tail));
        var upper = sd * Math.Sqrt((n - 1) / Quantiles.ChiSquared(n - 1, tail));
        return new Estimate(sd, lower, upper, n, level, Minimums.Judge(n, minimum));
    }

    /// <summary>Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, as spreadsheets do).</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="p">0 to 1.</param>
    /// <returns>The quantile; null when there are no values.</returns>
    public static double? Quantile(IReadOnlyList<double> values, double p)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (p is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        return values.Count == 0 ? null : values.QuantileCustom(p, QuantileDefinition.R7);
    }
}
