using System.Collections.Concurrent;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace TalentHub.Science.Distributions;

/// <summary>
/// Quantiles and tails of the reference distributions, from MathNet.Numerics. Where the library loses digits or throws
/// (F with few denominator degrees of freedom, upper tails taken as 1 - CDF), the regularised functions are used.
/// </summary>
public static class Quantiles
{
    private const double Accuracy = 1e-14;
    private const double Small = 1e-6;
    private const int Iterations = 500;

    /// <summary>Quantiles of Student's t found before: a page of intervals asks for the same few, each a search for a root.</summary>
    private static readonly ConcurrentDictionary<(double DegreesOfFreedom, double P), double> FoundT = new();

    private const int MostFound = 4_096;

    /// <summary>Standard normal quantile.</summary>
    /// <param name="p">Probability, 0 to 1 exclusive.</param>
    public static double Normal(double p) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p);

    /// <summary>Two-sided normal multiplier, 1.96 at .95.</summary>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    public static double NormalTwoSided(double level)
    {
        CheckLevel(level);
        return Normal(0.5 + (level / 2));
    }

    /// <summary>Student t quantile.</summary>
    /// <param name="degreesOfFreedom">Above 0.</param>
    /// <param name="p">Probability, 0 to 1 exclusive.</param>
    public static double StudentT(double degreesOfFreedom, double p)
    {
        if (FoundT.TryGetValue((degreesOfFreedom, p), out var found))
            return found;
        found = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, degreesOfFreedom, p);
        if (FoundT.Count < MostFound)
            FoundT[(degreesOfFreedom, p)] = found;
        return found;
    }

    /// <summary>Chi-squared quantile.</summary>
    /// <param name="degreesOfFreedom">Above 0.</param>
    /// <param name="p">Probability, 0 to 1.</param>
    public static double ChiSquared(double degreesOfFreedom, double p) => 2 * Gamma(degreesOfFreedom / 2, 1, p);

    /// <summary>F quantile, by way of the beta distribution so that any positive degrees of freedom work; infinite where no double reaches it.</summary>
    /// <param name="df1">Numerator degrees of freedom, above 0.</param>
    /// <param name="df2">Denominator degrees of freedom, above 0, not necessarily whole.</param>
    /// <param name="p">Probability, 0 to 1 exclusive.</param>
    public static double FisherF(double df1, double df2, double p)
    {
        var x = Beta(df1 / 2, df2 / 2, p);
        var rest = x < 0.5 ? 1 - x : Beta(df2 / 2, df1 / 2, 1 - p);
        return df2 * (x < 0.5 ? x : 1 - rest) / (df1 * rest);
    }

    /// <summary>Beta quantile.</summary>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    /// <param name="p">Probability, 0 to 1.</param>
    public static double Beta(double a, double b, double p)
    {
        if (p <= 0)
            return 0;
        if (p >= 1)
            return 1;
        double Miss(double x) => SpecialFunctions.BetaRegularized(a, b, x) - p;
        return Brent.TryFindRoot(Miss, 0, 1, Accuracy, Iterations, out var root) && root > Small ? root : Bisect(Miss);
    }

    /// <summary>Gamma quantile.</summary>
    /// <param name="shape">Above 0.</param>
    /// <param name="rate">Inverse scale, above 0.</param>
    /// <param name="p">Probability, 0 to 1 exclusive.</param>
    public static double Gamma(double shape, double rate, double p) =>
        MathNet.Numerics.Distributions.Gamma.InvCDF(shape, rate, p);

    /// <summary>P(X &lt;= x) of the standard normal distribution.</summary>
    /// <param name="x">Any finite number.</param>
    public static double NormalCdf(double x) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, x);

    /// <summary>Two-sided p value of a normal deviate, exact in the far tail.</summary>
    /// <param name="z">Any finite number.</param>
    public static double NormalTwoSidedP(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>Two-sided p value of a t statistic, exact in the far tail.</summary>
    /// <param name="t">The statistic.</param>
    /// <param name="degreesOfFreedom">Above 0.</param>
    public static double StudentTTwoSidedP(double t, double degreesOfFreedom) =>
        SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));

    /// <summary>P(X &gt;= x) of the chi-squared distribution.</summary>
    /// <param name="x">0 or more.</param>
    /// <param name="degreesOfFreedom">Above 0.</param>
    public static double ChiSquaredUpper(double x, double degreesOfFreedom) =>
        x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);

    /// <summary>P(X &gt;= x) of the F distribution.</summary>
    /// <param name="x">0 or more.</param>
    /// <param name="df1">Numerator degrees of freedom.</param>
    /// <param name="df2">Denominator degrees of freedom.</param>
    public static double FisherFUpper(double x, double df1, double df2) =>
        x <= 0 ? 1 : SpecialFunctions.BetaRegularized(df2 / 2, df1 / 2, df2 / (df2 + (df1 * x)));

    /// <summary>P(X &lt;= count) of the Poisson distribution.</summary>
    /// <param name="mean">Above 0.</param>
    /// <param name="count">0 or more.</param>
    public static double PoissonCdf(double mean, int count) => SpecialFunctions.GammaUpperRegularized(count + 1, mean);

    /// <summary>P(X = drawn) of the hypergeometric distribution, through logarithms so that large N is not NaN.</summary>
    /// <param name="population">N, the whole population.</param>
    /// <param name="successes">K, those that count in it.</param>
    /// <param name="draws">n, how many are drawn.</param>
    /// <param name="drawn">k, how many of the drawn count.</param>
    public static double HypergeometricPmf(int population, int successes, int draws, int drawn) =>
        Math.Exp(Hypergeometric.PMFLn(population, successes, draws, drawn));

    /// <summary>P(X &lt;= failures) of the negative binomial distribution.</summary>
    /// <param name="size">Successes waited for, above 0, not necessarily whole.</param>
    /// <param name="p">Probability of a success, 0 to 1.</param>
    /// <param name="failures">0 or more.</param>
    public static double NegativeBinomialCdf(double size, double p, int failures) =>
        SpecialFunctions.BetaRegularized(size, failures + 1, p);

    // Brent gives up where the curve is so steep that no double brings it within the accuracy, and its accuracy is absolute,
    // which says nothing of a tiny root; halving ends well in both cases.
    private static double Bisect(Func<double, double> miss)
    {
        double low = 0, high = 1;
        for (var middle = 0.5; middle > low && middle < high; middle = (low + high) / 2)
            (low, high) = miss(middle) < 0 ? (middle, high) : (low, middle);
        return (low + high) / 2;
    }

    internal static void CheckLevel(double level)
    {
        if (level is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1.");
    }
}
