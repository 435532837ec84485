using TalentHub.Science.Agreement;

namespace TalentHub.UnitTests.Science;

internal static class AgreementVectors
{
    public static readonly IReadOnlyDictionary<string, Action<Vector>> Methods = new Dictionary<string, Action<Vector>>
    {
        ["icc"] = Icc,
        ["krippendorff"] = Alpha,
        ["rater_severity"] = Severity,
        ["rater_severity_mixed"] = MixedEffects,
        ["weighted_kappa"] = Kappa,
    };

    private static void Icc(Vector v)
    {
        var table = IntraclassCorrelation.Compute(v.Table("ratings_rows_are_targets"), v.Level);
        v.Check("n", table.Subjects);
        v.Check("k", table.Raters);
        v.Check("MSB", table.MeanSquares.Between);
        v.Check("MSJ", table.MeanSquares.Raters);
        v.Check("MSE", table.MeanSquares.Error);
        v.Check("MSW", table.MeanSquares.Within);
        Value(v, "icc11", table.OneWaySingle);
        Value(v, "icc21", table.TwoWaySingle);
        Value(v, "icc31", table.FixedSingle);
        Value(v, "icc1k", table.OneWayMean);
        Value(v, "icc2k", table.TwoWayMean);
        Value(v, "icc3k", table.FixedMean);
        v.SetAside("icc2k_mcgraw_wong_ci");
    }

    private static void Value(Vector v, string path, IccValue got)
    {
        v.Check($"{path}.value", got.Coefficient.Value);
        v.Check($"{path}.lower95", got.Coefficient.Lower);
        v.Check($"{path}.upper95", got.Coefficient.Upper);
        v.Check($"{path}.F", got.F);
        v.Check($"{path}.df1", got.Df1);
        v.Check($"{path}.df2", got.Df2);
        v.Check($"{path}.p", got.P);
    }

    private static void Alpha(Vector v)
    {
        var coders = v.TableWithHoles("ratings_rows_are_coders");
        var units = Enumerable.Range(0, coders[0].Length).Select(u => coders.Select(c => c[u]).ToArray()).ToArray();
        v.CheckIfStated("alpha", KrippendorffAlpha.Compute(units, ScaleKind.Ordinal).Alpha);
        v.CheckIfStated("nominal", KrippendorffAlpha.Compute(units, ScaleKind.Nominal).Alpha);
        v.CheckIfStated("ordinal", KrippendorffAlpha.Compute(units, ScaleKind.Ordinal).Alpha);
        v.CheckIfStated("interval", KrippendorffAlpha.Compute(units, ScaleKind.Interval).Alpha);
        v.CheckIfStated("ratio", KrippendorffAlpha.Compute(units, ScaleKind.Ratio).Alpha);
        v.CheckIfStated("pairable_values", KrippendorffAlpha.Compute(units, ScaleKind.Nominal).PairableValues);
    }

    private static void Severity(Vector v)
    {
        var (candidates, raters, scores) = (v.Words("candidate"), v.Words("rater"), v.Numbers("score"));
        var fit = RaterSeverity.Fit([.. scores.Select((s, i) => new RatedOnce(candidates[i], raters[i], s))]);
        if (v.Expects("connected"))
        {
            v.Check("connected", fit.Connected ? 1 : 0);
            v.Check("components", fit.Components);
            Assert.Empty(fit.Candidates);
            return;
        }
        Assert.Equal(candidates.Distinct(), fit.Candidates.Select(c => c.Candidate));
        Assert.Equal(raters.Distinct(), fit.Raters.Select(r => r.Rater));
        v.SetAside("mean_deviation.rater", "two_way.candidate", "two_way.rater");
        v.Check("mean_deviation.grand_mean", fit.GrandMean);
        v.CheckEach("mean_deviation.rater_mean", fit.Deviations.Select(d => d.Mean));
        v.CheckEach("mean_deviation.leniency", fit.Deviations.Select(d => d.Leniency));
        v.CheckEach("mean_deviation.n", fit.Deviations.Select(d => (double)d.N));
        v.Check("two_way.mu", fit.Level);
        v.CheckEach("two_way.raw_mean", fit.Candidates.Select(c => c.RawMean));
        v.CheckEach("two_way.adjusted", fit.Candidates.Select(c => c.Adjusted));
        v.CheckEach("two_way.adjusted_se", fit.Candidates.Select(c => c.StandardError!.Value));
        v.CheckEach("two_way.severity_effect", fit.Raters.Select(r => r.Leniency));
        v.CheckEach("two_way.severity_se", fit.Raters.Select(r => r.StandardError!.Value));
        v.Check("two_way.residual_df", fit.DegreesOfFreedom);
        v.Check("two_way.residual_sd", fit.ResidualDeviation);
    }

    private static void MixedEffects(Vector v)
    {
        var (candidates, raters, scores) = (v.Words("candidate"), v.Words("rater"), v.Numbers("score"));
        var fit = MixedSeverity.Fit([.. scores.Select((s, i) => new RatedOnce(candidates[i], raters[i], s))])!;
        Assert.Equal(candidates.Distinct(), fit.Candidates.Select(c => c.Name));
        Assert.Equal(raters.Distinct(), fit.Raters.Select(r => r.Name));
        v.SetAside("candidate", "rater");
        v.Check("mu", fit.Level);
        v.Check("var_candidate", fit.CandidateVariance);
        v.Check("var_rater", fit.RaterVariance);
        v.Check("var_residual", fit.ResidualVariance);
        v.CheckEach("blup_candidate", fit.Candidates.Select(c => c.Effect));
        v.CheckEach("blup_candidate_sd", fit.Candidates.Select(c => c.Deviation));
        v.CheckEach("blup_rater", fit.Raters.Select(r => r.Effect));
        v.Check("singular", fit.Singular ? 1 : 0);
        v.Check("reml_loglik", fit.LogLikelihood);
    }

    private static void Kappa(Vector v)
    {
        var table = v.Table("table").Select(r => r.Select(c => (int)c).ToArray()).ToArray();
        foreach (var (path, weights) in new[]
                 {
                     ("unweighted", KappaWeights.Unweighted), ("linear", KappaWeights.Linear), ("quadratic", KappaWeights.Quadratic),
                 })
        {
            var got = WeightedKappa.Compute(table, weights);
            v.Check($"{path}.kappa", got.Kappa.Value);
            v.Check($"{path}.se", got.StandardError);
            v.Check($"{path}.lower95", got.Kappa.Lower);
            v.Check($"{path}.upper95", got.Kappa.Upper);
        }

        v.Check("n", WeightedKappa.Compute(table, KappaWeights.Linear).Kappa.N);
    }
}
