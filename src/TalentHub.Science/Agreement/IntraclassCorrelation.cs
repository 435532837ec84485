using TalentHub.Science.Distributions;

namespace TalentHub.Science.Agreement;

/// <summary>One coefficient with its interval and F test.</summary>
/// <param name="Coefficient">The coefficient, N being the subjects; negative values are shown as they are.</param>
/// <param name="F">F statistic against 0; null when not defined.</param>
/// <param name="Df1">Numerator degrees of freedom.</param>
/// <param name="Df2">Denominator degrees of freedom.</param>
/// <param name="P">Upper tail probability of <paramref name="F"/>.</param>
public sealed record IccValue(Estimate Coefficient, double? F, double Df1, double Df2, double? P);

/// <summary>Mean squares of a two-way table without replication.</summary>
/// <param name="Between">Between subjects (MSB).</param>
/// <param name="Raters">Between raters (MSJ).</param>
/// <param name="Error">Residual (MSE).</param>
/// <param name="Within">Within subjects (MSW).</param>
public sealed record MeanSquares(double Between, double Raters, double Error, double Within);

/// <summary>The six coefficients of Shrout and Fleiss.</summary>
/// <param name="Subjects">Rows.</param>
/// <param name="Raters">Columns.</param>
/// <param name="MeanSquares">What they were computed from.</param>
/// <param name="OneWaySingle">ICC(1,1).</param>
/// <param name="TwoWaySingle">ICC(2,1): one rater drawn from many, absolute agreement.</param>
/// <param name="FixedSingle">ICC(3,1): these raters alone, consistency.</param>
/// <param name="OneWayMean">ICC(1,k).</param>
/// <param name="TwoWayMean">ICC(2,k): the mean of k raters; its limits are those of ICC(2,1) stepped up.</param>
/// <param name="FixedMean">ICC(3,k).</param>
public sealed record IccTable(
    int Subjects, int Raters, MeanSquares MeanSquares, IccValue OneWaySingle, IccValue TwoWaySingle, IccValue FixedSingle,
    IccValue OneWayMean, IccValue TwoWayMean, IccValue FixedMean);

/// <summary>Do raters agree on a numeric rating, when every rater rated every subject?</summary>
public static class IntraclassCorrelation
{
    /// <summary>
    /// The six intraclass correlations with F intervals (Shrout and Fleiss 1979), Satterthwaite degrees of freedom for (2,.).
    /// </summary>
    /// <param name="ratings">Rows are subjects, columns raters; no holes; two of each at least.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">Subjects under which the result is called too few to say.</param>
    /// <exception cref="ArgumentException">Fewer than two subjects or raters, or rows of unequal length.</exception>
    public static IccTable Compute(
        IReadOnlyList<IReadOnlyList<double>> ratings, double level = 0.95, int minimum = Minimums.Subjects)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        Quantiles.CheckLevel(level);
        if (ratings.Count < 2 || ratings[0].Count < 2 || ratings.Any(r => r.Count != ratings[0].Count))
            throw new ArgumentException("Two subjects, two raters and no holes are needed.", nameof(ratings));
        int n = ratings.Count, k = ratings[0].Count;
        var squares = Analyse(ratings, n, k);
        var maker = new IccMaker(n, k, squares, level, Minimums.Judge(n, minimum));
        return new IccTable(
            n, k, squares, maker.OneWay(false), maker.TwoWay(false), maker.Fixed(false),
            maker.OneWay(true), maker.TwoWay(true), maker.Fixed(true));
    }

    private static MeanSquares Analyse(IReadOnlyList<IReadOnlyList<double>> ratings, int n, int k)
    {
        var grand = ratings.Average(r => r.Average());
        var rows = k * ratings.Sum(r => Square(r.Average() - grand));
        var columns = n * Enumerable.Range(0, k).Sum(j => Square(ratings.Average(r => r[j]) - grand));
        var within = ratings.Sum(r => r.Sum(v => Square(v - r.Average())));
        var error = Math.Max(0, within - columns);
        return new MeanSquares(
            rows / (n - 1), columns / (k - 1), error / ((n - 1.0) * (k - 1)), within / (n * (k - 1.0)));
    }

    private static double Square(double value) => value * value;
}
