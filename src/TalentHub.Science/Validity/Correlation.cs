using TalentHub.Science.Distributions;

namespace TalentHub.Science.Validity;

/// <summary>A correlation with its interval and test.</summary>
/// <param name="R">The coefficient with its interval; null when a variable does not vary.</param>
/// <param name="T">t statistic against 0; null when not defined.</param>
/// <param name="DegreesOfFreedom">n - 2.</param>
/// <param name="P">Two-sided p value of <paramref name="T"/> (approximate for ranks).</param>
public sealed record CorrelationResult(Estimate R, double? T, int DegreesOfFreedom, double? P);

/// <summary>The correlation of two items.</summary>
/// <param name="First">Index of one item.</param>
/// <param name="Second">Index of the other.</param>
/// <param name="Coefficient">Pearson's r, or null.</param>
public sealed record ItemPair(int First, int Second, double? Coefficient);

/// <summary>Does one measure go with another?</summary>
public static class Correlation
{
    /// <summary>Pearson's r with Fisher's interval (1921) and t test. The interval needs n of 4 or more and |r| under 1.</summary>
    /// <param name="x">First measure, finite.</param>
    /// <param name="y">Second measure, same length.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">Pairs under which the result is called too few to say.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static CorrelationResult Pearson(
        IReadOnlyList<double> x, IReadOnlyList<double> y, double level = 0.95, int minimum = Minimums.Pairs)
    {
        var r = Coefficient(x, y);
        return Report(r, x.Count, level, minimum, FisherStandardError(x.Count));
    }

    /// <summary>
    /// Spearman's rho: Pearson's r on mid-ranks, right with ties, with the interval of Bonett and Wright (2000),
    /// standard error sqrt((1 + rho^2/2)/(n - 3)) on Fisher's scale.
    /// </summary>
    /// <inheritdoc cref="Pearson"/>
    public static CorrelationResult Spearman(
        IReadOnlyList<double> x, IReadOnlyList<double> y, double level = 0.95, int minimum = Minimums.Pairs)
    {
        var rho = Coefficient(Ranks.Mid(x), Ranks.Mid(y));
        var se = Math.Sqrt(1 + ((rho ?? 0) * (rho ?? 0) / 2)) * FisherStandardError(x.Count);
        return Report(rho, x.Count, level, minimum, se);
    }

    /// <summary>Fisher's interval for a correlation that is already known.</summary>
    /// <param name="r">-1 to 1.</param>
    /// <param name="n">Pairs behind it; under 4 there is no interval.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">Pairs under which the result is called too few to say.</param>
    public static Estimate FisherInterval(double r, int n, double level = 0.95, int minimum = Minimums.Pairs)
    {
        if (r is not (>= -1 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(r), r, "A correlation lies between -1 and 1.");
        return Interval(r, n, level, minimum, FisherStandardError(n));
    }

    /// <summary>Standard error of Fisher's z, 1/sqrt(n - 3); infinite under 4 pairs.</summary>
    /// <param name="n">Pairs.</param>
    public static double FisherStandardError(int n) => n > 3 ? 1 / Math.Sqrt(n - 3) : double.PositiveInfinity;

    /// <summary>Pairs needed to find a true correlation, by Fisher's z: ((z_a/2 + z_b)/atanh r)^2 + 3, rounded up.</summary>
    /// <param name="r">True correlation, not 0, between -1 and 1 exclusive.</param>
    /// <param name="alpha">Two-sided error accepted, as .05.</param>
    /// <param name="power">Chance of finding it, as .80.</param>
    public static int NeededPairs(double r, double alpha = 0.05, double power = 0.8)
    {
        if (r is not (> -1 and < 1) || r.Equals(0.0))
            throw new ArgumentOutOfRangeException(nameof(r), r, "A correlation to find is not 0 and lies between -1 and 1.");
        var ratio = (Quantiles.Normal(1 - (alpha / 2)) + Quantiles.Normal(power)) / Math.Atanh(r);
        return (int)Math.Ceiling((ratio * ratio) + 3);
    }

    /// <summary>Plain Pearson coefficient; null when a variable does not vary or there are fewer than two pairs.</summary>
    /// <param name="x">First measure.</param>
    /// <param name="y">Second measure, same length.</param>
    public static double? Coefficient(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count)
            throw new ArgumentException("Both measures need the same number of values.", nameof(y));
        if (x.Count < 2 || IsConstant(x) || IsConstant(y))
            return null;
        var r = MathNet.Numerics.Statistics.Correlation.Pearson(x, y);
        return double.IsFinite(r) ? Math.Clamp(r, -1, 1) : null;
    }

    /// <summary>Coefficients between every pair of items, a screen for ratings that move as one (halo).</summary>
    /// <param name="items">One list per item, all of the same length and order of subjects.</param>
    /// <returns>Pairs in the order (0,1), (0,2) ... (1,2) ...; null where an item does not vary.</returns>
    public static IReadOnlyList<ItemPair> BetweenItems(IReadOnlyList<IReadOnlyList<double>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Enumerable.Range(0, items.Count)
            .SelectMany(i => Enumerable.Range(i + 1, items.Count - i - 1)
                .Select(j => new ItemPair(i, j, Coefficient(items[i], items[j]))))
            .ToArray();
    }

    private static bool IsConstant(IReadOnlyList<double> values) => values.All(v => v.Equals(values[0]));

    private static CorrelationResult Report(double? r, int n, double level, int minimum, double se)
    {
        Quantiles.CheckLevel(level);
        if (r is not { } value)
            return new CorrelationResult(Missing(n, level), null, Math.Max(0, n - 2), null);
        var estimate = Interval(value, n, level, minimum, se);
        if (n < 3 || Math.Abs(value) >= 1)
            return new CorrelationResult(estimate, null, Math.Max(0, n - 2), null);
        var t = value * Math.Sqrt((n - 2) / (1 - (value * value)));
        return new CorrelationResult(estimate, t, n - 2, Quantiles.StudentTTwoSidedP(t, n - 2));
    }

    private static Estimate Missing(int n, double level) =>
        new(null, null, null, n, level, n < 2 ? Caution.TooFew : Caution.NoVariation);

    private static Estimate Interval(double r, int n, double level, int minimum, double se)
    {
        var half = Quantiles.NormalTwoSided(level) * se;
        var caution = Minimums.Judge(n, minimum);
        if (n < 4 || Math.Abs(r) >= 1)
            return new Estimate(r, null, null, n, level, caution);
        var z = Math.Atanh(r);
        return new Estimate(r, Math.Tanh(z - half), Math.Tanh(z + half), n, level, caution);
    }
}
