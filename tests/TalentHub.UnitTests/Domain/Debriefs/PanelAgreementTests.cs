using TalentHub.Science;
using TalentHub.Science.Agreement;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.UnitTests.Domain.Debriefs;

/// <summary>Which coefficient is reported, with its n and interval, and how it is put in words.</summary>
public sealed class PanelAgreementTests
{
    private static readonly double?[][] Twelve = [[1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [2, 3], [1, 1], [4, 4], [3, 3], [5, 5], [2, 2], [4, 5]];

    [Fact]
    public void Where_everybody_rated_everything_it_is_the_intraclass_correlation_of_one_rater_and_of_the_mean()
    {
        var agreement = PanelAgreement.Of(Twelve)!;
        var table = IntraclassCorrelation.Compute([.. Twelve.Select(u => u.Select(v => v!.Value).ToArray())], PanelReading.Level);
        Assert.Equal((table.TwoWaySingle.Coefficient, table.TwoWayMean.Coefficient), (agreement.Single, agreement.Mean));
        Assert.Equal("one interviewer’s rating says nearly what another’s would", agreement.Words);
        Assert.StartsWith("ICC(2,1) 0.9", agreement.Figures);
        Assert.Contains("n = 12; of the mean of 2 raters", agreement.Figures);
    }

    [Fact]
    public void With_a_hole_it_is_alpha_and_a_rater_who_rated_nothing_is_no_hole()
    {
        Assert.True(PanelAgreement.Of([.. Twelve.Select(u => new[] { u[0], null, u[1] })])!.Complete);
        var holed = PanelAgreement.Of([.. Twelve.Select((u, i) => i == 0 ? [1, 1, null] : new[] { u[0], u[1], u[1] })])!;
        Assert.Equal((false, "Krippendorff’s alpha", 3), (holed.Complete, holed.Name, holed.Raters));
        Assert.True(holed.Single.HasInterval);
    }

    [Fact]
    public void A_single_unit_few_units_and_ratings_that_do_not_vary_are_said_to_be_so()
    {
        Assert.Null(PanelAgreement.Of((IReadOnlyList<IReadOnlyList<double?>>)[[4, null], [3, null]]));
        var few = PanelAgreement.Of(Twelve[..5])!;
        Assert.Equal(("too few ratings to say how far the panel agrees", "n = 5"), (few.Words, few.Figures));
        Assert.Equal("n = 1", PanelAgreement.Of(Twelve[..1])!.Figures);
        var alike = PanelAgreement.Of([.. Enumerable.Repeat<double?[]>([3, 3, null], 11), [3, 3, 3]])!;
        Assert.StartsWith("nothing varies", alike.Words);
        Assert.Equal("n = 12", alike.Figures);
    }

    [Theory]
    [InlineData(.6, .5, .9, "interviewers agree fairly well")]
    [InlineData(.1, -.2, .4, "interviewers hardly agree: which of them somebody met matters more than it should")]
    [InlineData(.5, .1, .8, "how well they agree is open: the interval is wide")]
    public void The_words_follow_the_limits_not_the_point(double value, double lower, double upper, string words) =>
        Assert.Equal(words, new PanelAgreement(new Estimate(value, lower, upper, 20, .9), null, 3).Words);
}
