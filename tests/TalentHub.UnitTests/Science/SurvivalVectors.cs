using TalentHub.Science.Survival;

namespace TalentHub.UnitTests.Science;

internal static class SurvivalVectors
{
    public static readonly IReadOnlyDictionary<string, Action<Vector>> Methods = new Dictionary<string, Action<Vector>>
    {
        ["kaplan_meier"] = Curve,
        ["kaplan_meier_left_truncated"] = Curve,
        ["logrank"] = Groups,
        ["rmst_difference"] = MeanDifference,
    };

    private static void Curve(Vector v)
    {
        var curve = KaplanMeier.Estimate(Spells(v), v.Level);
        var steps = curve.Steps.Where(s => s.Events > 0).ToArray();
        v.CheckIfStated("n", curve.N);
        v.CheckIfStated("events", curve.Events);
        v.CheckEach("event_times", steps.Select(s => s.Time));
        v.CheckEach("n_risk", steps.Select(s => (double)s.AtRisk));
        v.CheckEach("n_event", steps.Select(s => (double)s.Events));
        v.CheckEach("survival", steps.Select(s => s.Survival));
        v.CheckEach("greenwood_se", steps.Select(s => s.StandardError));
        v.CheckEach("loglog_lower95", steps.Select(s => s.Lower));
        v.CheckEach("loglog_upper95", steps.Select(s => s.Upper));
        v.CheckIfStated("median", curve.Median.Value);
        v.CheckIfStated("median_textbook", curve.Median.Value);
        v.CheckIfStated("median_lower95", curve.Median.Lower);
        v.CheckIfStated("median_upper95", curve.Median.Upper);
        v.CheckIfStated("survival_at_7", curve.At(7).Survival);
        v.SetAside("median_r_convention");
        RestrictedMean(v, curve);
        Points(v, curve);
    }

    private static void RestrictedMean(Vector v, SurvivalCurve curve)
    {
        if (!v.Expects("rmst_tau"))
            return;
        var mean = curve.RestrictedMean(v.ExpectedNumber("rmst_tau"));
        v.Check("rmst", mean.Mean.Value);
        v.CheckIfStated("rmst_se", mean.StandardError);
    }

    private static void Points(Vector v, SurvivalCurve curve)
    {
        for (var i = 0; v.Expects($"at.time.{i}"); i++)
        {
            var point = curve.At(v.ExpectedNumber($"at.time.{i}"));
            v.Check($"at.survival.{i}", point.Survival);
            v.Check($"at.se.{i}", point.StandardError);
            v.Check($"at.lower.{i}", point.Lower);
            v.Check($"at.upper.{i}", point.Upper);
        }
    }

    private static void Groups(Vector v)
    {
        var result = LogRank.Test(Split(v));
        v.SetAside("groups");
        v.CheckEach("n", result.Groups.Select(g => (double)g.N));
        v.CheckEach("observed", result.Groups.Select(g => (double)g.Observed));
        v.CheckEach("expected", result.Groups.Select(g => g.Expected));
        v.Check("chi2", result.ChiSquare);
        v.Check("df", result.DegreesOfFreedom);
        v.Check("p", result.P);
    }

    private static void MeanDifference(Vector v)
    {
        var curves = Split(v).Select(g => KaplanMeier.Estimate(g.Spells, v.Level)).ToArray();
        var tau = v.Number("tau");
        var difference = KaplanMeier.RestrictedMeanDifference(curves[0], curves[1], tau);
        v.Check("tau", tau);
        v.Check("rmst1", curves[0].RestrictedMean(tau).Mean.Value);
        v.Check("rmst0", curves[1].RestrictedMean(tau).Mean.Value);
        v.Check("diff", difference.Value);
        v.Check("lower95", difference.Lower);
        v.Check("upper95", difference.Upper);
        v.Check("se", (difference.Upper - difference.Lower) / (2 * 1.959963984540054));
    }

    private static Spell[] Spells(Vector v)
    {
        var (times, events) = (v.Numbers("time"), v.Numbers("event"));
        var entries = v.Inputs.TryGetProperty("entry", out _) ? v.Numbers("entry") : new double[times.Length];
        return times.Select((t, i) => new Spell(t, events[i] > 0, entries[i])).ToArray();
    }

    private static SurvivalGroup[] Split(Vector v)
    {
        var words = v.Words("group");
        return Spells(v).Zip(words).GroupBy(p => p.Second, p => p.First)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new SurvivalGroup(g.Key, g.ToArray())).ToArray();
    }
}
