using TalentHub.Science;
using TalentHub.Science.Agreement;

namespace TalentHub.UnitTests.Science;

public sealed class MixedSeverityTests
{
    private static readonly double[][] Table = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

    private static List<RatedOnce> Ratings(IReadOnlyList<double[]> table) => [.. table.SelectMany((row, c) => row.Select((score, r) => new RatedOnce($"c{c}", $"r{r}", score)))];

    /// <summary>In a table without holes the restricted likelihood has its maximum at the estimates of the analysis of variance.</summary>
    [Fact]
    public void Without_holes_the_variances_are_those_of_the_analysis_of_variance()
    {
        var fit = MixedSeverity.Fit(Ratings(Table))!;
        var squares = IntraclassCorrelation.Compute(Table).MeanSquares;
        Assert.Equal((squares.Between - squares.Error) / 4, fit.CandidateVariance, 4);
        Assert.Equal((squares.Raters - squares.Error) / 6, fit.RaterVariance, 4);
        Assert.Equal(squares.Error, fit.ResidualVariance, 4);
        Assert.False(fit.Singular);
    }

    [Fact]
    public void Whoever_rated_little_stays_nearer_to_nought()
    {
        // r4 gave what r0 gave, but to one candidate alone, of whom r0 thought as usual.
        var fit = MixedSeverity.Fit([.. Ratings(Table), new RatedOnce("c2", "r4", 8)])!;
        var (often, once) = (fit.Raters.Single(r => r.Name == "r0"), fit.Raters.Single(r => r.Name == "r4"));
        Assert.Equal((6, 1), (often.N, once.N));
        Assert.InRange(once.Effect, 0.1, often.Effect - 0.1);
        Assert.True(once.Deviation > often.Deviation);
        Assert.Equal((Caution.None, Caution.TooFew), (often.Interval(.95, 5).Caution, once.Interval(.95, 5).Caution));
        var interval = often.Interval(.95, 5);
        Assert.Equal(often.Effect, (interval.Lower!.Value + interval.Upper!.Value) / 2, 12);
        Assert.Equal(2 * 1.959964 * often.Deviation, interval.Upper.Value - interval.Lower.Value, 5);
    }

    [Fact]
    public void Raters_who_do_not_differ_have_no_variance_and_no_effect()
    {
        // Each rater has the same mean, so what is between them is less than chance alone would make.
        var fit = MixedSeverity.Fit(Ratings([[1, 2, 3], [4, 5, 3], [7, 5, 6], [2, 2, 2]]))!;
        Assert.Equal((0, true), (fit.RaterVariance, fit.Singular));
        Assert.All(fit.Raters, r => Assert.Equal((0.0, 0.0), (r.Effect, r.Deviation)));
        Assert.True(fit.CandidateVariance > 0);
    }

    [Fact]
    public void The_order_of_the_ratings_does_not_matter()
    {
        List<RatedOnce> ratings = [.. Ratings(Table).Where((_, i) => i % 5 != 1)];
        var (there, back) = (MixedSeverity.Fit(ratings)!, MixedSeverity.Fit([.. ratings.AsEnumerable().Reverse()])!);
        Assert.Equal(there.RaterVariance, back.RaterVariance, 4);
        foreach (var rater in there.Raters) Assert.Equal(rater.Effect, back.Raters.Single(r => r.Name == rater.Name).Effect, 4);
    }

    [Fact]
    public void Where_it_cannot_be_told_there_is_no_answer()
    {
        Assert.Null(MixedSeverity.Fit([]));
        Assert.Null(MixedSeverity.Fit(Ratings([[1], [2], [3]])));
        Assert.Null(MixedSeverity.Fit(Ratings([[1, 2, 3]])));
        Assert.Null(MixedSeverity.Fit(Ratings([[3, 3], [3, 3], [3, 3]])));
        Assert.Null(MixedSeverity.Fit([new("a", "x", 1), new("b", "y", 2)]));
        Assert.Throws<ArgumentException>(() => MixedSeverity.Fit([new("a", "x", double.NaN)]));
    }

    /// <summary>Additive to the last digit: no residual is left, and the logarithm of nought must not be asked for.</summary>
    [Fact]
    public void A_table_that_fits_exactly_gives_finite_numbers()
    {
        var fit = MixedSeverity.Fit(Ratings([[1, 2], [2, 3], [4, 5]]))!;
        Assert.True(double.IsFinite(fit.LogLikelihood));
        Assert.All(fit.Raters, r => Assert.True(double.IsFinite(r.Effect) && double.IsFinite(r.Deviation)));
        Assert.Equal(.5, fit.Raters[1].Effect, 2);
    }
}
