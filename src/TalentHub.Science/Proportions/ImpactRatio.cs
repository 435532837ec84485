using TalentHub.Science.Distributions;

namespace TalentHub.Science.Proportions;

/// <summary>Selection of one group beside another. "Not significant" on small counts is never "no impact".</summary>
/// <param name="FocalRate">Selection rate of the group looked at, with Wilson's interval.</param>
/// <param name="ReferenceRate">Selection rate of the other, with Wilson's interval.</param>
/// <param name="Ratio">Focal over reference rate with its log interval; limits null when either count is 0.</param>
/// <param name="BelowFourFifths">The ratio is under 4/5, compared in whole numbers; null when it is not defined.</param>
/// <param name="Exact">Fisher's exact test.</param>
/// <param name="PooledZ">Pooled z of the difference; null when nobody or everybody is selected.</param>
/// <param name="PooledP">Its two-sided p value.</param>
/// <param name="Difference">Focal less reference rate with Newcombe's interval.</param>
/// <param name="Shortfall">Selections the focal group would have at the common rate, less those it has.</param>
/// <param name="CohenH">Difference of arcsine roots, an effect size free of the base rate.</param>
/// <param name="LogRatioStandardError">Standard error of the log ratio; null when either count is 0.</param>
/// <param name="LogRatioZ">Log ratio over its pooled standard error (Morris and Lobsenz 2000); null when not defined.</param>
/// <param name="RatioAfterOneMore">The ratio had one more focal and one fewer reference person been selected; null when impossible.</param>
public sealed record ImpactResult(
    Estimate FocalRate, Estimate ReferenceRate, Estimate Ratio, bool? BelowFourFifths, FisherExactResult Exact,
    double? PooledZ, double? PooledP, Estimate Difference, double Shortfall, double CohenH,
    double? LogRatioStandardError, double? LogRatioZ, double? RatioAfterOneMore);

/// <summary>The four-fifths rule and what stands beside it.</summary>
public static class ImpactRatio
{
    /// <summary>
    /// Is a ratio of two rates under 4/5? Compared as 5 a d &lt; 4 c b in whole numbers, since doubles get 3/5 against 15/20 wrong.
    /// </summary>
    /// <param name="focalSelected">0 to <paramref name="focalApplied"/>.</param>
    /// <param name="focalApplied">0 or more.</param>
    /// <param name="referenceSelected">0 to <paramref name="referenceApplied"/>.</param>
    /// <param name="referenceApplied">0 or more.</param>
    /// <returns>Null when nobody applied in a group or nobody was selected in the reference.</returns>
    public static bool? IsBelowFourFifths(int focalSelected, int focalApplied, int referenceSelected, int referenceApplied)
    {
        if (focalApplied == 0 || referenceApplied == 0 || referenceSelected == 0)
            return null;
        return 5L * focalSelected * referenceApplied < 4L * referenceSelected * focalApplied;
    }

    /// <summary>Compares the selection of two groups (Uniform Guidelines 1978, section 4D, and the tests usual beside it).</summary>
    /// <param name="focalSelected">0 to <paramref name="focalApplied"/>.</param>
    /// <param name="focalApplied">Above 0.</param>
    /// <param name="referenceSelected">0 to <paramref name="referenceApplied"/>.</param>
    /// <param name="referenceApplied">Above 0.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">People in either group under which the result is called too few to say.</param>
    public static ImpactResult Compare(
        int focalSelected, int focalApplied, int referenceSelected, int referenceApplied,
        double level = 0.95, int minimum = Minimums.Trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(focalApplied);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(referenceApplied);
        var focal = Binomial.Wilson(focalSelected, focalApplied, level, minimum);
        var reference = Binomial.Wilson(referenceSelected, referenceApplied, level, minimum);
        var (p1, p2) = (focal.Value!.Value, reference.Value!.Value);
        var common = (double)(focalSelected + referenceSelected) / (focalApplied + referenceApplied);
        var inverse = (1.0 / focalApplied) + (1.0 / referenceApplied);
        var varies = common is > 0 and < 1;
        double? z = varies ? (p1 - p2) / Math.Sqrt(common * (1 - common) * inverse) : null;
        double? logSe = focalSelected > 0 && referenceSelected > 0 ? Math.Sqrt(LogVariance(focal) + LogVariance(reference)) : null;
        double? logZ = logSe is not null && varies ? Math.Log(p1 / p2) / Math.Sqrt((1 - common) / common * inverse) : null;
        return new ImpactResult(
            focal, reference, Ratio(focal, reference, logSe, level, minimum),
            IsBelowFourFifths(focalSelected, focalApplied, referenceSelected, referenceApplied),
            FisherExact.Test(focalSelected, focalApplied, referenceSelected, referenceApplied),
            z, z is null ? null : Quantiles.NormalTwoSidedP(z.Value),
            Binomial.NewcombeDifference(focalSelected, focalApplied, referenceSelected, referenceApplied, level, minimum),
            (focalApplied * common) - focalSelected,
            2 * (Math.Asin(Math.Sqrt(p1)) - Math.Asin(Math.Sqrt(p2))), logSe, logZ,
            AfterOneMore(focalSelected, focalApplied, referenceSelected, referenceApplied));
    }

    private static double LogVariance(Estimate rate) => (1 - rate.Value!.Value) / (rate.Value.Value * rate.N);

    private static Estimate Ratio(Estimate focal, Estimate reference, double? logSe, double level, int minimum)
    {
        var n = focal.N + reference.N;
        if (reference.Value is not > 0)
            return new Estimate(null, null, null, n, level, Caution.NoEvents);
        var ratio = focal.Value!.Value / reference.Value.Value;
        var caution = Minimums.Judge(Math.Min(focal.N, reference.N), minimum);
        if (logSe is not { } se)
            return new Estimate(ratio, null, null, n, level, caution == Caution.None ? Caution.NoEvents : caution);
        var factor = Math.Exp(Quantiles.NormalTwoSided(level) * se);
        return new Estimate(ratio, ratio / factor, ratio * factor, n, level, caution);
    }

    private static double? AfterOneMore(int focalSelected, int focalApplied, int referenceSelected, int referenceApplied) =>
        focalSelected < focalApplied && referenceSelected > 1
            ? (focalSelected + 1.0) / focalApplied / ((referenceSelected - 1.0) / referenceApplied)
            : null;
}
