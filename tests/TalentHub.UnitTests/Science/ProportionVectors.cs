using TalentHub.Science.Proportions;

namespace TalentHub.UnitTests.Science;

internal static class ProportionVectors
{
    public static readonly IReadOnlyDictionary<string, Action<Vector>> Methods = new Dictionary<string, Action<Vector>>
    {
        ["binomial_ci"] = Intervals,
        ["adverse_impact"] = Difference,
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

    private static void Difference(Vector v)
    {
        var (a, b) = (v.Whole("focal_selected"), v.Whole("focal_applied"));
        var (c, d) = (v.Whole("reference_selected"), v.Whole("reference_applied"));
        var difference = Binomial.NewcombeDifference(a, b, c, d, v.Level);
        v.Check("rate_focal", Binomial.Wilson(a, b).Value);
        v.Check("rate_reference", Binomial.Wilson(c, d).Value);
        v.Check("rate_difference", difference.Value);
        v.Check("newcombe_lower95", difference.Lower);
        v.Check("newcombe_upper95", difference.Upper);
        v.SetAside(
            "impact_ratio", "below_four_fifths", "fisher_two_sided_p", "fisher_mid_p", "z_pooled", "z_p",
            "chi2_no_correction", "shortfall_expected_minus_actual", "cohen_h", "log_ir_se", "ir_lower95", "ir_upper95",
            "z_impact_ratio_morris_lobsenz", "one_person_shift_ratio_focal_over_reference");
    }
}
