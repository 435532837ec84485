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
