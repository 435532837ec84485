using MathNet.Numerics.LinearAlgebra;
using TalentHub.Science.Distributions;

namespace TalentHub.Science.Survival;

/// <summary>What one group contributed to a log-rank test.</summary>
/// <param name="Name">The group.</param>
/// <param name="N">Its spells.</param>
/// <param name="Observed">Events seen in it.</param>
/// <param name="Expected">Events expected if all groups shared one curve.</param>
public sealed record LogRankGroup(string Name, int N, int Observed, double Expected);

/// <summary>Result of a log-rank test.</summary>
/// <param name="ChiSquare">The statistic; null when fewer than two groups were ever at risk of an event.</param>
/// <param name="DegreesOfFreedom">Groups with an expectation above 0, less one.</param>
/// <param name="P">Probability of a statistic this large if all groups shared one curve.</param>
/// <param name="Groups">The groups in the order given.</param>
/// <param name="Caution">Too few when any group has fewer spells than <see cref="Minimums.AtRisk"/>.</param>
public sealed record LogRankResult(
    double? ChiSquare, int DegreesOfFreedom, double? P, IReadOnlyList<LogRankGroup> Groups, Caution Caution);

/// <summary>Do groups differ in how long they last?</summary>
public static class LogRank
{
    /// <summary>Log-rank test of k groups (Mantel 1966; Peto and Peto 1972), late entry allowed.</summary>
    /// <param name="groups">Groups with distinct names; a group without spells counts for nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time or entry out of range.</exception>
    public static LogRankResult Test(IReadOnlyList<SurvivalGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var group in groups)
            Spell.Check(group.Spells);
        var observed = groups.Select(g => g.Spells.Count(s => s.Event)).ToArray();
        var expected = new double[groups.Count];
        var covariance = Matrix<double>.Build.Dense(Math.Max(1, groups.Count), Math.Max(1, groups.Count));
        Accumulate(groups, expected, covariance);
        var rows = groups.Select((g, i) => new LogRankGroup(g.Name, g.Spells.Count, observed[i], expected[i])).ToArray();
        return Conclude(rows, covariance);
    }

    private static void Accumulate(IReadOnlyList<SurvivalGroup> groups, double[] expected, Matrix<double> covariance)
    {
        var risks = groups.Select(g => new RiskSet(g.Spells)).ToArray();
        var times = groups.SelectMany(g => g.Spells).Where(s => s.Event).GroupBy(s => s.Time);
        foreach (var time in times)
        {
            var atRisk = risks.Select(r => r.At(time.Key)).ToArray();
            double total = atRisk.Sum(), events = time.Count();
            var spread = total > 1 ? events * (total - events) / (total - 1) : 0;
            for (var i = 0; i < atRisk.Length; i++)
            {
                var share = atRisk[i] / total;
                expected[i] += events * share;
                for (var j = 0; j < atRisk.Length; j++)
                    covariance[i, j] += spread * share * ((i == j ? 1 : 0) - (atRisk[j] / total));
            }
        }
    }

    private static LogRankResult Conclude(LogRankGroup[] rows, Matrix<double> covariance)
    {
        var caution = rows.Any(r => r.N < Minimums.AtRisk) ? Caution.TooFew : Caution.None;
        var kept = Enumerable.Range(0, rows.Length).Where(i => rows[i].Expected > 0).ToArray();
        var df = kept.Length - 1;
        if (df < 1)
            return new LogRankResult(null, 0, null, rows, Caution.NoEvents);
        var deviations = Vector<double>.Build.Dense(df, i => rows[kept[i]].Observed - rows[kept[i]].Expected);
        var variance = Matrix<double>.Build.Dense(df, df, (i, j) => covariance[kept[i], kept[j]]);
        var chiSquare = deviations * variance.Solve(deviations);
        if (!double.IsFinite(chiSquare))
            return new LogRankResult(null, df, null, rows, Caution.NoVariation);
        return new LogRankResult(chiSquare, df, Quantiles.ChiSquaredUpper(chiSquare, df), rows, caution);
    }
}
