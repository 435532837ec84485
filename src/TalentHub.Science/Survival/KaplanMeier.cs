using TalentHub.Science.Distributions;

namespace TalentHub.Science.Survival;

/// <summary>How long things last when some are still going: the product-limit estimate.</summary>
public static class KaplanMeier
{
    private const double Tiny = 1e-12;

    /// <summary>
    /// Product-limit estimate (Kaplan and Meier 1958) with Greenwood's variance (1926) and the log-log interval
    /// S^exp(+-z se/(S |ln S|)) (Kalbfleisch and Prentice 1980). O(n log n).
    /// </summary>
    /// <param name="spells">Spells in any order; an empty list gives a curve without steps.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time, entry or level out of range.</exception>
    public static SurvivalCurve Estimate(IReadOnlyList<Spell> spells, double level = 0.95)
    {
        Spell.Check(spells);
        var z = Quantiles.NormalTwoSided(level);
        var risk = new RiskSet(spells);
        var steps = new List<SurvivalStep>();
        double survival = 1, sum = 0;
        foreach (var (time, events, censored) in Count(spells))
        {
            var atRisk = risk.At(time);
            survival = events == atRisk ? 0 : survival * (1 - ((double)events / atRisk));
            sum += survival > 0 ? GreenwoodTerm(atRisk, events) : 0;
            var (se, lower, upper) = Interval(survival, sum, z);
            steps.Add(new SurvivalStep(time, atRisk, events, censored, survival, se, lower, upper));
        }

        return new SurvivalCurve(risk, steps, spells.Count, level);
    }

    /// <summary>Difference of two restricted means up to the same horizon, first minus second, with a normal interval.</summary>
    /// <param name="first">One curve.</param>
    /// <param name="second">The other, independent of it and of the same level.</param>
    /// <param name="horizon">Horizon that both curves reach.</param>
    public static Estimate RestrictedMeanDifference(SurvivalCurve first, SurvivalCurve second, double horizon)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var n = first.N + second.N;
        var (a, b) = (first.RestrictedMean(horizon), second.RestrictedMean(horizon));
        if (a.Mean.Value is not { } meanA || b.Mean.Value is not { } meanB)
            return new Estimate(null, null, null, n, first.Level, Caution.NotReached);
        var se = Math.Sqrt((a.StandardError!.Value * a.StandardError.Value) + (b.StandardError!.Value * b.StandardError.Value));
        var half = Quantiles.NormalTwoSided(first.Level) * se;
        var difference = meanA - meanB;
        if (se <= 0)
            return new Estimate(difference, null, null, n, first.Level, Caution.NoEvents);
        var caution = Minimums.Judge(Math.Min(first.N, second.N), Minimums.AtRisk);
        return new Estimate(difference, difference - half, difference + half, n, first.Level, caution);
    }

    internal static double GreenwoodTerm(int atRisk, int events) => events / ((double)atRisk * (atRisk - events));

    private static IEnumerable<(double Time, int Events, int Censored)> Count(IReadOnlyList<Spell> spells)
    {
        var sorted = spells.OrderBy(s => s.Time).ToArray();
        for (var i = 0; i < sorted.Length;)
        {
            var (start, events, time) = (i, 0, sorted[i].Time);
            for (; i < sorted.Length && sorted[i].Time.Equals(time); i++)
                events += sorted[i].Event ? 1 : 0;
            yield return (time, events, i - start - events);
        }
    }

    private static (double? Se, double? Lower, double? Upper) Interval(double survival, double sum, double z)
    {
        if (survival <= Tiny)
            return (null, null, null);
        if (survival >= 1)
            return (0, null, null);
        var root = Math.Sqrt(sum);
        var theta = z * root / Math.Abs(Math.Log(survival));
        return (survival * root, Math.Pow(survival, Math.Exp(theta)), Math.Pow(survival, Math.Exp(-theta)));
    }
}
