using TalentHub.Science;
using TalentHub.Science.Agreement;
using TalentHub.Science.Distributions;
using TalentHub.Science.Validity;

namespace TalentHub.UnitTests.Science;

public sealed class RaterCalibrationTests
{
    /// <summary>Differences of subject s: the same two for each, so that clusters are of one size.</summary>
    private static List<RatedBeside> Even(params (double, double)[] gaps) =>
        [.. gaps.SelectMany((g, s) => new[] { new RatedBeside($"{s}", 3 + g.Item1, [3]), new RatedBeside($"{s}", 3 + g.Item2, [2, 4]) })];

    [Fact]
    public void With_as_many_ratings_of_each_candidate_it_is_Students_interval_of_the_candidates_means()
    {
        var units = Even((1, 0), (0, 0), (1, 1), (-1, 0), (1, 0));
        var read = RaterCalibration.Of(units);
        var means = Spread.Mean([.5, 0, 1, -.5, .5], .95, RaterCalibration.MinimumSubjects).Mean;
        Assert.Equal(means.Value!.Value, read.Leniency.Value!.Value, 12);
        Assert.Equal(means.Lower!.Value, read.Leniency.Lower!.Value, 12);
        Assert.Equal(means.Upper!.Value, read.Leniency.Upper!.Value, 12);
        Assert.Equal((10, 5, Caution.None), (read.Leniency.N, read.Subjects, read.Leniency.Caution));
    }

    /// <summary>By hand: gaps 1, 1, 1 of x and 0 of y. Mean .75; cluster sums .75 and −.75; error = sqrt(2/1 · 1.125)/4 = .375.</summary>
    [Fact]
    public void Clusters_of_unequal_size_by_hand()
    {
        var read = RaterCalibration.Of([new("x", 4, [3]), new("x", 5, [4]), new("x", 3, [2]), new("y", 3, [3])]);
        var half = Quantiles.StudentT(1, .975) * .375;
        Assert.Equal(.75, read.Leniency.Value!.Value, 12);
        Assert.Equal(.75 - half, read.Leniency.Lower!.Value, 9);
        Assert.True(read.Leniency.TooFew);
    }

    [Fact]
    public void Spread_is_that_of_single_values_and_agreement_counts_up_to_one_point()
    {
        var read = RaterCalibration.Of([new("a", 3, [1, 5]), new("b", 3, [4]), new("c", 4, [2]), new("d", 3, [3]), new("e", 3, [4, 4])]);
        Assert.Equal(Spread.StandardDeviation([3, 3, 4, 3, 3]).Value, read.OwnSpread.Value);
        Assert.Equal(Spread.StandardDeviation([1, 5, 4, 2, 3, 4, 4]).Value, read.OthersSpread.Value);
        Assert.Equal((.8, 5), (read.Within.Value, read.Within.N));
    }

    [Fact]
    public void Few_or_none_make_no_claim()
    {
        Assert.Equal((null, 0, Caution.TooFew), (RaterCalibration.Of([]).Leniency.Value, RaterCalibration.Of([]).Subjects, RaterCalibration.Of([]).Leniency.Caution));
        var one = RaterCalibration.Of([new("a", 3, [4]), new("a", 4, [4])]);
        Assert.Equal((-.5, null, true), (one.Leniency.Value, one.Leniency.Lower, one.Within.TooFew));
        Assert.Throws<ArgumentException>(() => RaterCalibration.Of([new("a", 3, [])]));
        Assert.Throws<ArgumentException>(() => RaterCalibration.Of([new("a", double.NaN, [1])]));
    }

    /// <summary>Sign test tables: with 6 values the 1st and 6th (97 %), with 10 the 2nd and 9th (98 %), with 20 the 6th and 15th (96 %); with 5 none reaches 95 %.</summary>
    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    [InlineData(10, 2)]
    [InlineData(20, 6)]
    public void The_median_lies_between_two_order_statistics(int n, int rank)
    {
        var median = RaterCalibration.Median([.. Enumerable.Range(1, n).Select(i => (double)i).Reverse()]);
        Assert.Equal((n + 1) / 2.0, median.Value);
        Assert.Equal((rank == 0 ? null : rank, rank == 0 ? null : n + 1 - rank), ((double?)median.Lower, (double?)median.Upper));
        Assert.Equal(n < RaterCalibration.MinimumDurations, median.TooFew);
    }
}
