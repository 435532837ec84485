using TalentHub.Science.Scoring;

namespace TalentHub.UnitTests.Science;

internal static class ScoringVectors
{
    public static readonly IReadOnlyDictionary<string, Action<Vector>> Methods = new Dictionary<string, Action<Vector>>
    {
        ["composite"] = Reliability,
        ["sem"] = Error,
        ["spearman_brown"] = Lengthen,
    };

    private static void Reliability(Vector v)
    {
        var result = Composite.Reliability(
            v.Numbers("weights"), v.Numbers("sd"), v.Numbers("reliability"), v.Table("correlation"));
        v.Check("var_composite", result.Variance);
        v.Check("reliability", result.Reliability);
        v.Check("sem", result.StandardError);
        v.Check("se_difference", result.StandardErrorOfDifference);
    }

    private static void Error(Vector v)
    {
        var (sd, reliability, score) = (v.Number("sd"), v.Number("reliability"), v.Number("score"));
        var band = Measurement.Band(score, v.Number("mean"), sd, reliability, v.Level);
        var difference = Measurement.Compare(score, v.Number("score_other"), sd, reliability, v.Level);
        v.Check("sem", band.StandardError);
        v.Check("obs_lower", band.ObservedLower);
        v.Check("obs_upper", band.ObservedUpper);
        v.Check("kelley_true", band.TrueScore);
        v.Check("see", band.StandardErrorOfEstimate);
        v.Check("true_lower", band.TrueLower);
        v.Check("true_upper", band.TrueUpper);
        v.Check("se_diff", difference.StandardError);
        v.Check("min_significant_difference", difference.LeastSignificant);
        v.Check("z_diff", difference.Z);
        v.Check("p_two_sided", difference.P);
        v.Check("prob_first_truly_higher_kelley", difference.ProbabilityFirstHigher);
    }

    private static void Lengthen(Vector v) => v.CheckEach(
        "r_k", v.Numbers("k").Select(k => Measurement.SpearmanBrown(v.Number("r_single"), k)));
}
