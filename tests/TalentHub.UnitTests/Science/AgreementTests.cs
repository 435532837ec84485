using TalentHub.Science;
using TalentHub.Science.Agreement;

namespace TalentHub.UnitTests.Science;

public sealed class AgreementTests
{
    private static readonly double?[][] Units =
        [[1, 1], [2, 2], [3, 4], [4, 4], [5, 5], [2, 3], [1, 2], [4, 5], [3, 3], [5, 4], [2, 2], [1, null]];

    [Fact]
    public void The_interval_of_alpha_holds_the_value_and_is_the_same_every_time()
    {
        var first = KrippendorffAlpha.WithInterval(Units, ScaleKind.Ordinal);
        Assert.Equal(first, KrippendorffAlpha.WithInterval(Units, ScaleKind.Ordinal));
        Assert.Equal((11, Caution.None), (first.N, first.Caution));
        Assert.InRange(first.Value!.Value, first.Lower!.Value, first.Upper!.Value);
        Assert.True(first.Upper - first.Lower > 0.05);
        var wide = KrippendorffAlpha.WithInterval(Units, ScaleKind.Ordinal, level: 0.99);
        Assert.True(wide.Lower <= first.Lower && wide.Upper >= first.Upper);
    }

    [Fact]
    public void Few_units_or_none_that_vary_have_no_interval()
    {
        Assert.Equal((Caution.TooFew, null), (KrippendorffAlpha.WithInterval(Units[..5], ScaleKind.Ordinal).Caution, KrippendorffAlpha.WithInterval(Units[..5], ScaleKind.Ordinal).Lower));
        double?[][] alike = [.. Enumerable.Repeat<double?[]>([3, 3], 12)];
        Assert.Equal((Caution.NoVariation, null), (KrippendorffAlpha.WithInterval(alike, ScaleKind.Ordinal).Caution, KrippendorffAlpha.WithInterval(alike, ScaleKind.Ordinal).Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => KrippendorffAlpha.WithInterval(Units, ScaleKind.Ordinal, resamples: 10));
    }

    [Fact]
    public void A_severe_rater_is_taken_out_of_the_candidates_they_met()
    {
        // Everybody is a 4 to Ann; Bea takes a point off whoever she meets.
        var fit = RaterSeverity.Fit([new("x", "Ann", 4), new("x", "Bea", 3), new("y", "Ann", 4), new("y", "Bea", 3), new("z", "Bea", 3)]);
        Assert.All(fit.Candidates, c => Assert.Equal(3.5, c.Adjusted, 1e-9));
        Assert.Equal(3, fit.Candidates.Single(c => c.Candidate == "z").RawMean);
        Assert.Equal(-0.5, fit.Raters.Single(r => r.Rater == "Bea").Leniency, 1e-9);
    }

    [Fact]
    public void Without_degrees_of_freedom_there_is_no_standard_error()
    {
        var fit = RaterSeverity.Fit([new("x", "Ann", 4), new("x", "Bea", 3)]);
        Assert.True(fit.Connected);
        Assert.Equal((0, null, null), (fit.DegreesOfFreedom, fit.ResidualDeviation, fit.Candidates[0].StandardError));
        Assert.Throws<ArgumentException>(() => RaterSeverity.Fit([]));
        Assert.Throws<ArgumentException>(() => RaterSeverity.Fit([new("x", "Ann", double.NaN)]));
    }
}
