using TalentHub.Science;
using TalentHub.Science.Scoring;

namespace TalentHub.UnitTests.Domain.Debriefs;

public sealed class PanelCompositeTests
{
    /// <summary>By hand: shares .6 and .4; variances 1/3 and 1/3 over n = 3: .36/9 + .16/9 = .057778; df = .057778^2 / (.04^2/2 + .017778^2/2) = 3.4845.</summary>
    [Fact]
    public void Variance_and_freedom_are_those_of_Welch_and_Satterthwaite()
    {
        var score = PanelComposite.Of([new(60, [4, 4, 5]), new(40, [3, 2, 3])], 0.90);
        Assert.Equal(0.6 * 13 / 3 + 0.4 * 8 / 3, score.Score.Value!.Value, 12);
        Assert.Equal(0.52 / 9, score.Variance!.Value, 12);
        Assert.Equal(0.0577778 * 0.0577778 / (0.04 * 0.04 / 2 + 0.0177778 * 0.0177778 / 2), score.DegreesOfFreedom!.Value, 4);
        Assert.Equal(score.Score.Value!.Value - score.Score.Lower!.Value, score.Score.Upper!.Value - score.Score.Value!.Value, 12);
        Assert.Equal((6, 0), (score.Score.N, score.Pooled));
    }

    [Fact]
    public void A_single_rater_borrows_the_spread_of_the_others_and_widens_the_interval()
    {
        var alone = PanelComposite.Of([new(50, [4, 5, 3]), new(50, [4])]);
        var three = PanelComposite.Of([new(50, [4, 5, 3]), new(50, [4, 5, 3])]);
        Assert.Equal(1, alone.Pooled);
        Assert.Equal(0.25 * 1 / 3 + 0.25 * 1, alone.Variance!.Value, 12);
        Assert.True(alone.Score.Upper - alone.Score.Lower > three.Score.Upper - three.Score.Lower);
    }

    [Fact]
    public void Without_any_spread_to_judge_by_there_is_no_interval()
    {
        var single = PanelComposite.Of([new(50, [4]), new(50, [2])]);
        Assert.Equal((3.0, Caution.TooFew, false), (single.Score.Value!.Value, single.Score.Caution, single.Score.HasInterval));
        var same = PanelComposite.Of([new(50, [4, 4]), new(50, [4, 4])]);
        Assert.Equal((4.0, Caution.NoVariation, false), (same.Score.Value!.Value, same.Score.Caution, same.Score.HasInterval));
        Assert.False(PanelComposite.Lead(single, same).HasInterval);
        Assert.Null(PanelComposite.Of([new(50, []), new(50, [])]).Score.Value);
    }

    [Fact]
    public void A_missing_part_lowers_certainty_and_never_the_mean()
    {
        var holed = PanelComposite.Of([new(50, [4, 5]), new(30, []), new(20, [4, 5])]);
        Assert.Equal(4.5, holed.Score.Value!.Value, 12);
        Assert.Equal(0.7, holed.Certainty, 12);
    }

    [Fact]
    public void A_lead_adds_the_variances_of_both()
    {
        var first = PanelComposite.Of([new(100, [4, 5, 4, 5])]);
        var second = PanelComposite.Of([new(100, [4, 3, 4, 3])]);
        var lead = PanelComposite.Lead(first, second);
        Assert.Equal(1, lead.Value!.Value, 12);
        var half = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 6, 0.95) * Math.Sqrt(2 * (1.0 / 3) / 4);
        Assert.Equal((1 - half, 1 + half), (lead.Lower!.Value, lead.Upper!.Value));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PanelComposite.Of([new(-1, [4])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PanelComposite.Of([new(1, [4])], 1));
    }
}
