using TalentHub.Science.Distributions;

namespace TalentHub.Science.Agreement;

/// <summary>How far apart two categories count.</summary>
public enum KappaWeights
{
    /// <summary>Any disagreement counts the same (Cohen 1960).</summary>
    Unweighted,

    /// <summary>By steps on the scale.</summary>
    Linear,

    /// <summary>By squared steps on the scale (Fleiss and Cohen 1973).</summary>
    Quadratic,
}

/// <summary>A kappa with its standard error.</summary>
/// <param name="Kappa">The coefficient with its normal interval, N being the subjects.</param>
/// <param name="StandardError">Large-sample standard error; null where kappa is not defined.</param>
public sealed record KappaResult(Estimate Kappa, double? StandardError);

/// <summary>Do two raters agree on categories, beyond chance?</summary>
public static class WeightedKappa
{
    /// <summary>Weighted kappa (Cohen 1968) with the standard error of Fleiss, Cohen and Everitt (1969).</summary>
    /// <param name="table">
    /// Counts: rows one rater, columns the other, a row and a column for every category of the full scale in order, used or not.
    /// </param>
    /// <param name="weights">How far apart two categories count.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">Subjects under which the result is called too few to say.</param>
    /// <exception cref="ArgumentException">The table is not square or has fewer than two categories.</exception>
    public static KappaResult Compute(
        IReadOnlyList<IReadOnlyList<int>> table, KappaWeights weights, double level = 0.95, int minimum = Minimums.Subjects)
    {
        ArgumentNullException.ThrowIfNull(table);
        var k = table.Count;
        if (k < 2 || table.Any(r => r.Count != k || r.Any(c => c < 0)))
            throw new ArgumentException("A square table of counts over two categories or more is needed.", nameof(table));
        var n = table.Sum(r => r.Sum());
        var z = Quantiles.NormalTwoSided(level);
        if (n == 0)
            return new KappaResult(new Estimate(null, null, null, 0, level, Caution.TooFew), null);
        var (rows, columns) = (Margins(table, n, false), Margins(table, n, true));
        var weight = Weigh(k, weights);
        var observed = Sum(k, (i, j) => weight(i, j) * table[i][j] / n);
        var chance = Sum(k, (i, j) => weight(i, j) * rows[i] * columns[j]);
        if (1 - chance < 1e-12)
            return new KappaResult(new Estimate(null, null, null, n, level, Caution.NoVariation), null);
        var se = StandardError(table, n, weight, observed, chance);
        var kappa = (observed - chance) / (1 - chance);
        var estimate = new Estimate(kappa, kappa - (z * se), kappa + (z * se), n, level, Minimums.Judge(n, minimum));
        return new KappaResult(estimate, se);
    }

    private static double StandardError(
        IReadOnlyList<IReadOnlyList<int>> table, int n, Func<int, int, double> weight, double observed, double chance)
    {
        var k = table.Count;
        var (rows, columns) = (Margins(table, n, false), Margins(table, n, true));
        var rowMeans = rows.Select((_, i) => columns.Select((share, j) => share * weight(i, j)).Sum()).ToArray();
        var columnMeans = columns.Select((_, j) => rows.Select((share, i) => share * weight(i, j)).Sum()).ToArray();
        var spread = Sum(k, (i, j) => (double)table[i][j] / n
            * Math.Pow((weight(i, j) * (1 - chance)) - ((rowMeans[i] + columnMeans[j]) * (1 - observed)), 2));
        var centre = Math.Pow((observed * chance) - (2 * chance) + observed, 2);
        return Math.Sqrt(Math.Max(0, spread - centre) / n) / Math.Pow(1 - chance, 2);
    }

    private static double[] Margins(IReadOnlyList<IReadOnlyList<int>> table, int n, bool columns) => Enumerable
        .Range(0, table.Count)
        .Select(i => (columns ? table.Sum(r => r[i]) : table[i].Sum()) / (double)n)
        .ToArray();

    private static Func<int, int, double> Weigh(int k, KappaWeights weights) => weights switch
    {
        KappaWeights.Linear => (i, j) => 1 - (Math.Abs(i - j) / (k - 1.0)),
        KappaWeights.Quadratic => (i, j) => 1 - ((i - j) * (i - j) / ((k - 1.0) * (k - 1))),
        _ => (i, j) => i == j ? 1 : 0,
    };

    private static double Sum(int k, Func<int, int, double> term) =>
        Enumerable.Range(0, k).Sum(i => Enumerable.Range(0, k).Sum(j => term(i, j)));
}
