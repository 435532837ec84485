using System.Diagnostics;
using TalentHub.Science;
using TalentHub.Science.Survival;

namespace TalentHub.UnitTests.Science;

public sealed class SurvivalTests
{
    [Fact]
    public void No_spells_give_an_empty_curve_that_claims_nothing()
    {
        var curve = KaplanMeier.Estimate([]);
        Assert.Empty(curve.Steps);
        Assert.Null(curve.At(30).Survival);
        Assert.Null(curve.Median.Value);
        Assert.Null(curve.RestrictedMean(30).Mean.Value);
    }

    [Fact]
    public void A_curve_is_not_read_beyond_the_longest_observation()
    {
        var curve = KaplanMeier.Estimate([new(10, true), new(20, false)]);
        Assert.Equal(0.5, curve.At(20).Survival);
        Assert.Null(curve.At(21).Survival);
        Assert.Equal(Caution.NotReached, curve.RestrictedMean(21).Mean.Caution);
    }

    [Fact]
    public void Those_censored_at_a_time_are_still_at_risk_at_it()
    {
        var curve = KaplanMeier.Estimate([new(5, false), new(5, true), new(9, true), new(0, false)]);
        Assert.Equal(4, curve.At(0).AtRisk);
        Assert.Equal(3, curve.At(5).AtRisk);
        Assert.Equal(2.0 / 3, curve.At(5).Survival!.Value, 12);
        Assert.True(curve.At(5).TooFew);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(5, 5)]
    [InlineData(5, -1)]
    public void Impossible_spells_are_refused(double time, double entry) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Estimate([new(time, true, entry)]));

    [Fact]
    public void A_log_rank_test_without_two_groups_at_risk_has_no_answer()
    {
        Assert.Null(LogRank.Test([]).ChiSquare);
        Assert.Null(LogRank.Test([new("a", [new(3, true)]), new("b", [])]).ChiSquare);
        Assert.Null(LogRank.Test([new("a", [new(3, false)]), new("b", [new(4, false)])]).P);
    }

    [Fact]
    public void Groups_with_the_same_curve_do_not_differ()
    {
        Spell[] spells = [new(2, true), new(4, true), new(5, false), new(7, true)];
        var result = LogRank.Test([new("a", spells), new("b", spells)]);
        Assert.Equal(0, result.ChiSquare!.Value, 10);
        Assert.Equal(1, result.P!.Value, 6);
    }

    [Fact]
    public void Fifty_thousand_spells_take_well_under_a_few_seconds()
    {
        var spells = Enumerable.Range(0, 50_000).Select(i => new Spell((i * 7919L % 50_021) + 1, i % 3 != 0)).ToArray();
        var watch = Stopwatch.StartNew();
        var curve = KaplanMeier.Estimate(spells);
        Assert.Equal(50_000, curve.N);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }
}
