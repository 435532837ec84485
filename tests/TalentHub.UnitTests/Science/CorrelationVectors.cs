using TalentHub.Science.Distributions;
using TalentHub.Science.Validity;

namespace TalentHub.UnitTests.Science;

internal static class CorrelationVectors
{
    public static readonly IReadOnlyDictionary<string, Action<Vector>> Methods = new Dictionary<string, Action<Vector>>
    {
        ["correlation"] = Both,
        ["fisher_z"] = Fisher,
        ["power_r"] = Needed,
        ["spearman_ties"] = Ties,
        ["mean_inter_item_r"] = BetweenItems,
        ["mean_ci"] = Mean,
        ["sd_ci"] = Deviation,
        ["quantile"] = Quantile,
        ["distribution_values"] = Distributions,
    };

    private static void Both(Vector v)
    {
        var (x, y) = (v.Numbers("x"), v.Numbers("y"));
        var pearson = Correlation.Pearson(x, y);
        v.CheckIfStated("r", pearson.R.Value);
        v.CheckIfStated("n", pearson.R.N);
        if (!v.Expects("pearson"))
            return;
        var rho = Correlation.Spearman(x, y);
        v.Check("pearson.r", pearson.R.Value);
        v.Check("pearson.t", pearson.T);
        v.Check("pearson.df", pearson.DegreesOfFreedom);
        v.Check("pearson.p", pearson.P);
        v.Check("pearson.fisher_lower95", pearson.R.Lower);
        v.Check("pearson.fisher_upper95", pearson.R.Upper);
        v.Check("spearman.rho", rho.R.Value);
        v.Check("spearman.t", rho.T);
        v.Check("spearman.p_t_approx", rho.P);
        v.Check("spearman.bonett_wright_lower95", rho.R.Lower);
        v.Check("spearman.bonett_wright_upper95", rho.R.Upper);
        v.SetAside("spearman.fieller_lower95", "spearman.fieller_upper95");
    }

    private static void Fisher(Vector v)
    {
        var (r, n) = (v.Number("r"), v.Whole("n"));
        var interval = Correlation.FisherInterval(r, n, v.Level);
        v.Check("z", Math.Atanh(r));
        v.Check("se", Correlation.FisherStandardError(n));
        v.Check("lower", interval.Lower);
        v.Check("upper", interval.Upper);
    }

    private static void Needed(Vector v) => v.CheckEach(
        "n", v.Numbers("r").Select(r => (double)Correlation.NeededPairs(r, v.Number("alpha"), v.Number("power"))));

    private static void Ties(Vector v)
    {
        var (x, y) = (v.Numbers("x"), v.Numbers("y"));
        v.CheckEach("rank_x", Ranks.Mid(x));
        v.CheckEach("rank_y", Ranks.Mid(y));
        v.Check("rho", Correlation.Spearman(x, y).R.Value);
        v.SetAside("rho_if_6d2_formula_wrongly_used");
    }

    private static void BetweenItems(Vector v)
    {
        var rows = v.Table("rows_are_candidates");
        var items = Enumerable.Range(0, rows[0].Length).Select(j => rows.Select(r => r[j]).ToArray()).ToArray();
        var r = Correlation.BetweenItems(items);
        v.CheckEach("r", r.Select(p => p.Coefficient));
        v.Check("mean_r", r.Average(p => p.Coefficient));
    }

    private static void Mean(Vector v)
    {
        var summary = Spread.Mean(v.Numbers("x"), v.Level);
        v.Check("mean", summary.Mean.Value);
        v.Check("sd", summary.StandardDeviation);
        v.Check("se", summary.StandardError);
        v.Check("lower", summary.Mean.Lower);
        v.Check("upper", summary.Mean.Upper);
        v.Check("median", summary.Median);
    }

    private static void Deviation(Vector v)
    {
        var sd = Spread.StandardDeviation(v.Numbers("x"), v.Level);
        v.Check("n", sd.N);
        v.Check("sd", sd.Value);
        v.Check("lower", sd.Lower);
        v.Check("upper", sd.Upper);
    }

    private static void Quantile(Vector v) =>
        v.CheckEach("q", v.Numbers("p").Select(p => Spread.Quantile(v.Numbers("x"), p)));

    private static void Distributions(Vector v)
    {
        var first = v.Name == "distributions/reference";
        v.CheckEach("values", first
            ? [
                Quantiles.FisherF(5, 18, .975), Quantiles.FisherF(19, 12.5, .025), Quantiles.StudentT(9, .975),
                Quantiles.ChiSquared(30, .975), Quantiles.Beta(3.5, 15.5, .025), Quantiles.Gamma(11, 8, .975),
                Quantiles.HypergeometricPmf(307, 48, 232, 26), Quantiles.NegativeBinomialCdf(11, 8.0 / 14, 11),
                Quantiles.Normal(.975), Quantiles.PoissonCdf(14.5, 8),
            ]
            : new[]
            {
                Quantiles.FisherF(7.3, 21, .95), Quantiles.FisherF(38, 19, .025), Quantiles.StudentT(2, .995),
                Quantiles.ChiSquared(1, .95), Quantiles.Beta(.5, 20.5, .975), Quantiles.Gamma(.5, 1, .05),
                Quantiles.HypergeometricPmf(77, 19, 34, 6), Quantiles.NegativeBinomialCdf(2.5, .4, 3),
                Quantiles.Normal(.0005), Quantiles.PoissonCdf(.2, 0),
            });
    }
}
