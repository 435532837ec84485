namespace TalentHub.Science.Scoring;

/// <summary>One part of a composite: its stated weight and its rating, null when not rated.</summary>
/// <param name="Weight">0 or more; weights need not sum to 1.</param>
/// <param name="Rating">The rating, or null.</param>
public sealed record WeightedRating(double Weight, double? Rating);

/// <summary>A weighted mean and how much of the stated weight stands behind it.</summary>
/// <param name="Value">Weighted mean of the parts that are rated; null when none is.</param>
/// <param name="Certainty">Share of the stated weight that is rated, 0 to 1. A missing rating lowers this, never the mean.</param>
/// <param name="Rated">Parts with weight that are rated.</param>
/// <param name="Parts">Parts with weight.</param>
public sealed record CompositeScore(double? Value, double Certainty, int Rated, int Parts);

/// <summary>How far a composite can be trusted, in the units of the composite.</summary>
/// <param name="Variance">Variance of the composite.</param>
/// <param name="Reliability">Share of that variance that is not measurement error; null when the composite does not vary.</param>
/// <param name="StandardError">Standard error of measurement.</param>
/// <param name="StandardErrorOfDifference">Standard error of the difference of two people's composites.</param>
public sealed record CompositeReliability(
    double Variance, double? Reliability, double? StandardError, double? StandardErrorOfDifference);

/// <summary>Several ratings made into one by stated weights.</summary>
public static class Composite
{
    /// <summary>Weighted mean over the rated parts, with the share of weight rated.</summary>
    /// <param name="parts">Parts with stated weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative or infinite weight, or a rating that is not finite.</exception>
    public static CompositeScore Score(IReadOnlyList<WeightedRating> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Any(p => !double.IsFinite(p.Weight) || p.Weight < 0 || (p.Rating is { } r && !double.IsFinite(r))))
            throw new ArgumentOutOfRangeException(nameof(parts), "Weights are 0 or more, and ratings are finite.");
        var weighted = parts.Where(p => p.Weight > 0).ToArray();
        var rated = weighted.Where(p => p.Rating is not null).ToArray();
        var ratedWeight = rated.Sum(p => p.Weight);
        if (rated.Length == 0)
            return new CompositeScore(null, 0, 0, weighted.Length);
        var mean = rated.Sum(p => p.Weight * p.Rating!.Value) / ratedWeight;
        var certainty = rated.Length == weighted.Length ? 1 : ratedWeight / weighted.Sum(p => p.Weight);
        return new CompositeScore(mean, certainty, rated.Length, weighted.Length);
    }

    /// <summary>Reliability of a weighted sum (Mosier 1943): 1 - sum w^2 s^2 (1 - r_jj) / var(C).</summary>
    /// <param name="weights">Weights of the parts.</param>
    /// <param name="standardDeviations">Their standard deviations.</param>
    /// <param name="reliabilities">Their reliabilities, at most 1.</param>
    /// <param name="correlations">Their correlations, a square table with ones on the diagonal.</param>
    /// <exception cref="ArgumentException">The lengths do not agree.</exception>
    public static CompositeReliability Reliability(
        IReadOnlyList<double> weights, IReadOnlyList<double> standardDeviations,
        IReadOnlyList<double> reliabilities, IReadOnlyList<IReadOnlyList<double>> correlations)
    {
        CheckLengths(weights, standardDeviations, reliabilities, correlations);
        double variance = 0, error = 0;
        for (var i = 0; i < weights.Count; i++)
        {
            var scaled = weights[i] * standardDeviations[i];
            error += scaled * scaled * (1 - reliabilities[i]);
            for (var j = 0; j < weights.Count; j++)
                variance += scaled * weights[j] * standardDeviations[j] * correlations[i][j];
        }

        if (variance <= 0)
            return new CompositeReliability(variance, null, null, null);
        var sem = Math.Sqrt(error);
        return new CompositeReliability(variance, 1 - (error / variance), sem, sem * Math.Sqrt(2));
    }

    private static void CheckLengths(
        IReadOnlyList<double> weights, IReadOnlyList<double> deviations,
        IReadOnlyList<double> reliabilities, IReadOnlyList<IReadOnlyList<double>> correlations)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(deviations);
        ArgumentNullException.ThrowIfNull(reliabilities);
        ArgumentNullException.ThrowIfNull(correlations);
        var k = weights.Count;
        if (deviations.Count != k || reliabilities.Count != k || correlations.Count != k || correlations.Any(r => r.Count != k))
            throw new ArgumentException("Every part needs a weight, a deviation, a reliability and its correlations.", nameof(weights));
    }
}
