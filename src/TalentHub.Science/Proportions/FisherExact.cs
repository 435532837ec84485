using MathNet.Numerics.Distributions;

namespace TalentHub.Science.Proportions;

/// <summary>Exact test of a two-by-two table.</summary>
/// <param name="TwoSidedP">Sum of the tables as likely as the one seen, or less.</param>
/// <param name="MidP">The same, counting the table seen by half (Lancaster 1961).</param>
public sealed record FisherExactResult(double TwoSidedP, double MidP);

/// <summary>Fisher's exact test.</summary>
public static class FisherExact
{
    private const double TieTolerance = 1 + 1e-7;

    /// <summary>
    /// Two-sided exact test (Fisher 1934; Irwin 1935): the sum of all tables with p at most p_observed (1 + 1e-7), margins fixed.
    /// </summary>
    /// <param name="firstSuccesses">0 to <paramref name="firstTrials"/>.</param>
    /// <param name="firstTrials">0 or more.</param>
    /// <param name="secondSuccesses">0 to <paramref name="secondTrials"/>.</param>
    /// <param name="secondTrials">0 or more.</param>
    public static FisherExactResult Test(int firstSuccesses, int firstTrials, int secondSuccesses, int secondTrials)
    {
        Binomial.Check(firstSuccesses, firstTrials);
        Binomial.Check(secondSuccesses, secondTrials);
        var (all, successes) = (firstTrials + secondTrials, firstSuccesses + secondSuccesses);
        var lowest = Math.Max(0, successes - secondTrials);
        var highest = Math.Min(successes, firstTrials);
        var seen = Math.Exp(Hypergeometric.PMFLn(all, successes, firstTrials, firstSuccesses));
        double sum = 0;
        for (var k = lowest; k <= highest; k++)
        {
            var p = Math.Exp(Hypergeometric.PMFLn(all, successes, firstTrials, k));
            sum += p <= seen * TieTolerance ? p : 0;
        }

        return new FisherExactResult(Math.Min(1, sum), Math.Min(1, sum) - (seen / 2));
    }
}
