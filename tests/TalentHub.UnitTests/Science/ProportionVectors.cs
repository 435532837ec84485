using TalentHub.Science.Proportions;

namespace TalentHub.UnitTests.Science;

internal static class ProportionVectors
{
    public static readonly IReadOnlyDictionary<string, Action<Vector>> Methods = new Dictionary<string, Action<Vector>>
    {
        ["binomial_ci"] = Intervals,
        ["adverse_impact"] = Impact,
        ["four_fifths_boundary"] = Boundary,
    };

    private static void Intervals(Vector v)
    {
        var (x, n) = (v.Whole("x"), v.Whole("n"));
        var wilson = Binomial.Wilson(x, n, v.Level);
        var exact = Binomial.ClopperPearson(x, n, v.Level);
        var jeffreys = Binomial.Jeffreys(x, n, v.Level);
        v.Check("p", wilson.Value);
        v.Check("wilson_lower", wilson.Lower);
        v.Check("wilson_upper", wilson.Upper);
        v.Check("clopper_pearson_lower", exact.Lower);
        v.Check("clopper_pearson_upper", exact.Upper);
        v.Check("jeffreys_lower", jeffreys.Lower);
        v.Check("jeffreys_upper", jeffreys.Upper);
    }

    private static void Boundary(Vector v)
    {
        var impact = ImpactRatio.Compare(
            v.Whole("focal_selected"), v.Whole("focal_applied"), v.Whole("reference_selected"), v.Whole("reference_applied"));
        v.Check("impact_ratio", impact.Ratio.Value);
        v.Check("below_four_fifths", impact.BelowFourFifths == true ? 1 : 0);
    }

    private static void Impact(Vector v)
    {
        var (a, b) = (v.Whole("focal_selected"), v.Whole("focal_applied"));
        var (c, d) = (v.Whole("reference_selected"), v.Whole("reference_applied"));
        var impact = ImpactRatio.Compare(a, b, c, d, v.Level);
        v.Check("rate_focal", impact.FocalRate.Value);
        v.Check("rate_reference", impact.ReferenceRate.Value);
        v.Check("impact_ratio", impact.Ratio.Value);
        v.Check("below_four_fifths", impact.BelowFourFifths == true ? 1 : 0);
        v.Check("fisher_two_sided_p", impact.Exact.TwoSidedP);
        v.Check("fisher_mid_p", impact.Exact.MidP);
        v.Check("z_pooled", impact.PooledZ);
        v.Check("z_p", impact.PooledP);
        v.Check("chi2_no_correction", impact.PooledZ * impact.PooledZ);
        v.Check("rate_difference", impact.Difference.Value);
        v.Check("newcombe_lower95", impact.Difference.Lower);
        v.Check("newcombe_upper95", impact.Difference.Upper);
        v.Check("shortfall_expected_minus_actual", impact.Shortfall);
        v.Check("cohen_h", impact.CohenH);
        v.CheckIfStated("log_ir_se", impact.LogRatioStandardError);
        v.CheckIfStated("ir_lower95", impact.Ratio.Lower);
        v.CheckIfStated("ir_upper95", impact.Ratio.Upper);
        v.CheckIfStated("z_impact_ratio_morris_lobsenz", impact.LogRatioZ);
        v.Check("one_person_shift_ratio_focal_over_reference", impact.RatioAfterOneMore);
    }
}
