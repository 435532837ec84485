using TalentHub.Science;
using TalentHub.Science.Proportions;
using TalentHub.Science.Scoring;
using TalentHub.Science.Validity;

namespace TalentHub.UnitTests.Science;

public sealed class ScoringTests
{
    [Fact]
    public void A_missing_rating_lowers_certainty_and_never_the_mean()
    {
        var whole = Composite.Score([new(50, 4), new(30, 4), new(20, 4)]);
        var holed = Composite.Score([new(50, 4), new(30, null), new(20, 4)]);
        Assert.Equal(whole.Value, holed.Value);
        Assert.Equal(1, whole.Certainty);
        Assert.Equal(0.7, holed.Certainty, 12);
        Assert.Equal((2, 3), (holed.Rated, holed.Parts));
    }

    [Fact]
    public void Weights_count_as_stated() =>
        Assert.Equal(((50 * 5) + (20 * 2)) / 70.0, Composite.Score([new(50, 5), new(30, null), new(20, 2)]).Value!.Value, 12);

    [Fact]
    public void Nothing_rated_gives_no_score()
    {
        var score = Composite.Score([new(50, null), new(0, 5)]);
        Assert.Null(score.Value);
        Assert.Equal(0, score.Certainty);
    }

    [Fact]
    public void A_negative_weight_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Composite.Score([new(-1, 3)]));

    [Fact]
    public void Few_observations_are_called_too_few()
    {
        Assert.True(Binomial.Wilson(2, 4).TooFew);
        Assert.False(Binomial.Wilson(20, 40).TooFew);
        Assert.Null(Binomial.Wilson(0, 0).Value);
        Assert.True(Correlation.Pearson([1, 2, 3], [1, 2, 4]).R.TooFew);
        Assert.False(Correlation.Pearson([1, 2, 3], [1, 2, 4]).R.HasInterval);
        Assert.Equal(Caution.NoVariation, Correlation.Pearson([1, 1, 1], [1, 2, 4]).R.Caution);
        Assert.True(Spread.Mean([3]).Mean.TooFew);
        Assert.Null(Spread.Mean([]).Mean.Value);
    }

    [Fact]
    public void Counts_that_contradict_each_other_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.Wilson(5, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.Wilson(1, 4, level: 1));
    }
}
