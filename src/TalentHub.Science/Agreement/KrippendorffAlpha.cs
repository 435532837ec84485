namespace TalentHub.Science.Agreement;

/// <summary>What kind of scale the values are on.</summary>
public enum ScaleKind
{
    /// <summary>Names without order.</summary>
    Nominal,

    /// <summary>Order without even steps: ratings.</summary>
    Ordinal,

    /// <summary>Even steps.</summary>
    Interval,

    /// <summary>Even steps from a true zero; values above or at 0.</summary>
    Ratio,
}

/// <summary>Krippendorff's alpha.</summary>
/// <param name="Alpha">The coefficient; null when nothing varies (0/0) or nothing can be paired.</param>
/// <param name="Units">Units with two values or more.</param>
/// <param name="PairableValues">Values in those units.</param>
/// <param name="Caution">Why there is no value, or too few units.</param>
public sealed record AlphaResult(double? Alpha, int Units, int PairableValues, Caution Caution);

/// <summary>Do raters agree, when not every rater rated every unit?</summary>
public static class KrippendorffAlpha
{
    private const int Seed = 20261122;

    /// <summary>
    /// Alpha from the coincidence matrix (Krippendorff 1970, 2004): 1 - observed over expected disagreement. Units with
    /// fewer than two values are dropped; without variation alpha is not defined, never 1.
    /// </summary>
    /// <param name="units">One list per unit holding the values it was given, null where a rater gave none.</param>
    /// <param name="scale">Kind of scale, which sets the distance of two values.</param>
    /// <param name="minimum">Units under which the result is called too few to say.</param>
    public static AlphaResult Compute(
        IReadOnlyList<IReadOnlyList<double?>> units, ScaleKind scale, int minimum = Minimums.Subjects)
    {
        ArgumentNullException.ThrowIfNull(units);
        var pairable = units.Select(u => u.Where(v => v is not null).Select(v => v!.Value).ToArray())
            .Where(u => u.Length > 1).ToArray();
        var n = pairable.Sum(u => u.Length);
        var values = pairable.SelectMany(u => u).Distinct().Order().ToArray();
        if (values.Length < 2)
            return new AlphaResult(null, pairable.Length, n, n == 0 ? Caution.TooFew : Caution.NoVariation);
        var totals = values.Select(v => pairable.Sum(u => u.Count(x => x.Equals(v)))).ToArray();
        var distance = Distance(values, totals, scale);
        var observed = pairable.Sum(u => Disagreement(u, values, distance));
        var expected = Pairs(values.Length).Sum(p => (double)totals[p.I] * totals[p.J] * distance(p.I, p.J)) / (n - 1);
        var caution = Minimums.Judge(pairable.Length, minimum);
        return new AlphaResult(1 - (observed / expected), pairable.Length, n, caution);
    }

    /// <summary>
    /// Alpha with a percentile interval from resampling whole units (Efron 1979), with a fixed seed, so that the same ratings always give the same
    /// limits. Resamples in which nothing varies have no alpha and are left out.
    /// </summary>
    /// <param name="units">As for <see cref="Compute"/>.</param>
    /// <param name="scale">Kind of scale.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">Units under which the result is called too few to say.</param>
    /// <param name="resamples">How many resamples, 100 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level or the number of resamples is out of range.</exception>
    public static Estimate WithInterval(
        IReadOnlyList<IReadOnlyList<double?>> units, ScaleKind scale, double level = 0.95, int minimum = Minimums.Subjects, int resamples = 1000)
    {
        Distributions.Quantiles.CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        var whole = Compute(units, scale, minimum);
        var pairable = units.Where(u => u.Count(v => v is not null) > 1).ToList();
        if (whole.Alpha is null || whole.Caution == Caution.TooFew) return new Estimate(whole.Alpha, null, null, whole.Units, level, whole.Caution);
        var dice = new Random(Seed);
        var drawn = Enumerable.Range(0, resamples)
            .Select(_ => Compute([.. Enumerable.Range(0, pairable.Count).Select(_ => pairable[dice.Next(pairable.Count)])], scale, minimum).Alpha).OfType<double>().Order().ToList();
        double At(double share) => drawn[(int)Math.Clamp(Math.Round(share * (drawn.Count - 1)), 0, drawn.Count - 1)];
        return new Estimate(whole.Alpha, At((1 - level) / 2), At((1 + level) / 2), whole.Units, level, whole.Caution);
    }

    private static double Disagreement(double[] unit, double[] values, Func<int, int, double> distance)
    {
        var counts = values.Select(v => unit.Count(x => x.Equals(v))).ToArray();
        return Pairs(values.Length).Sum(p => counts[p.I] * counts[p.J] * distance(p.I, p.J)) / (unit.Length - 1);
    }

    private static IEnumerable<(int I, int J)> Pairs(int count) => Enumerable.Range(0, count)
        .SelectMany(i => Enumerable.Range(0, count).Where(j => j != i).Select(j => (i, j)));

    private static Func<int, int, double> Distance(double[] values, int[] totals, ScaleKind scale) => scale switch
    {
        ScaleKind.Nominal => (_, _) => 1,
        ScaleKind.Ordinal => (i, j) => Square(Between(totals, Math.Min(i, j), Math.Max(i, j))),
        ScaleKind.Interval => (i, j) => Square(values[i] - values[j]),
        _ => (i, j) => Square((values[i] - values[j]) / (values[i] + values[j])),
    };

    private static double Between(int[] totals, int low, int high) =>
        totals[low..(high + 1)].Sum() - ((totals[low] + totals[high]) / 2.0);

    private static double Square(double value) => value * value;
}
