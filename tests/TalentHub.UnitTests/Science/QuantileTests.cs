using MathNet.Numerics;
using TalentHub.Science;
using TalentHub.Science.Agreement;
using TalentHub.Science.Distributions;
using TalentHub.Science.Pacing;
using TalentHub.Science.Proportions;

namespace TalentHub.UnitTests.Science;

public sealed class QuantileTests
{
    [Theory]
    [InlineData(0.05, 3)]
    [InlineData(1, 1)]
    [InlineData(3.5, 15.5)]
    [InlineData(1, 100_000)]
    [InlineData(50_000, 50_001)]
    [InlineData(200_000, 7)]
    public void A_beta_quantile_leads_back_to_its_probability(double a, double b)
    {
        foreach (var p in new[] { 0.0005, 0.025, 0.5, 0.975, 0.9995 })
            Assert.Equal(p, SpecialFunctions.BetaRegularized(a, b, Quantiles.Beta(a, b, p)), 9);
    }

    [Fact]
    public void An_F_quantile_exists_under_one_denominator_degree_of_freedom() =>
        Assert.Equal(0.025, Quantiles.FisherFUpper(Quantiles.FisherF(5, 0.6, 0.975), 5, 0.6), 8);

    [Fact]
    public void Limits_hold_their_order_for_every_small_share()
    {
        for (var n = 1; n <= 60; n++)
        {
            for (var x = 0; x <= n; x++)
                AssertOrdered(x, n);
        }
    }

    [Fact]
    public void Counts_in_the_thousands_still_have_limits()
    {
        var rate = Counts.Rate(25_000, 100);
        Assert.InRange(250, rate.Lower!.Value, rate.Upper!.Value);
        Assert.Equal(Caution.NoEvents, Counts.Rate(0, 10).Caution);
    }

    [Fact]
    public void Raters_who_never_vary_have_no_agreement_to_report()
    {
        var table = IntraclassCorrelation.Compute([[3, 3], [3, 3], [3, 3]]);
        Assert.Null(table.TwoWaySingle.Coefficient.Value);
        Assert.Equal(Caution.NoVariation, table.OneWaySingle.Coefficient.Caution);
        Assert.Null(WeightedKappa.Compute([[9, 0], [0, 0]], KappaWeights.Linear).Kappa.Value);
        Assert.Equal(1, IntraclassCorrelation.Compute([[1, 1], [3, 3], [5, 5]]).TwoWaySingle.Coefficient.Value);
    }

    [Fact]
    public void A_matrix_with_holes_or_one_rater_is_refused()
    {
        Assert.Throws<ArgumentException>(() => IntraclassCorrelation.Compute([[3, 3], [3]]));
        Assert.Throws<ArgumentException>(() => IntraclassCorrelation.Compute([[3], [4]]));
    }

    private static void AssertOrdered(int x, int n)
    {
        foreach (var share in new[] { Binomial.Wilson(x, n), Binomial.ClopperPearson(x, n), Binomial.Jeffreys(x, n) })
        {
            Assert.InRange(share.Lower!.Value, 0, share.Value!.Value + 1e-12);
            Assert.InRange(share.Upper!.Value, share.Value.Value - 1e-12, 1);
        }
    }
}
