namespace TalentHub.Science.Validity;

/// <summary>A correlation seen in a restricted group, and what it may be in the whole.</summary>
/// <param name="Raw">As seen, with Fisher's interval.</param>
/// <param name="Corrected">Corrected, its limits carried through the same formula; to be shown beside the raw one.</param>
public sealed record CorrectedCorrelation(Estimate Raw, Estimate Corrected);

/// <summary>What selection and unreliable measures do to a correlation.</summary>
public static class RangeRestriction
{
    /// <summary>
    /// Direct restriction on the predictor (Thorndike 1949, case II): R = rU/sqrt(1 + r^2(U^2 - 1)), U being the ratio of the
    /// standard deviations, taken as known. Wrong for indirect restriction.
    /// </summary>
    /// <param name="r">Correlation in the restricted group, -1 to 1.</param>
    /// <param name="n">Pairs behind it.</param>
    /// <param name="unrestrictedDeviation">Standard deviation of the predictor in the whole group, above 0.</param>
    /// <param name="restrictedDeviation">Standard deviation of the predictor in the restricted group, above 0.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">Pairs under which the result is called too few to say.</param>
    public static CorrectedCorrelation Correct(
        double r, int n, double unrestrictedDeviation, double restrictedDeviation,
        double level = 0.95, int minimum = Minimums.Pairs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unrestrictedDeviation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(restrictedDeviation);
        var raw = Correlation.FisherInterval(r, n, level, minimum);
        var ratio = unrestrictedDeviation / restrictedDeviation;
        return new CorrectedCorrelation(
            raw, raw with { Value = Apply(r, ratio), Lower = Apply(raw.Lower, ratio), Upper = Apply(raw.Upper, ratio) });
    }

    /// <summary>
    /// Correction for attenuation (Spearman 1904): r/sqrt(r_xx r_yy). Give 1 for a measure to be left as it is. A result outside
    /// -1 to 1 is returned as it is with <see cref="Caution.OutOfRange"/>: the reliabilities are too low or too uncertain.
    /// </summary>
    /// <param name="r">Correlation as seen, -1 to 1.</param>
    /// <param name="criterionReliability">Above 0, at most 1.</param>
    /// <param name="predictorReliability">Above 0, at most 1.</param>
    public static (double Value, Caution Caution) Disattenuate(
        double r, double criterionReliability, double predictorReliability = 1)
    {
        if (criterionReliability is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(criterionReliability), "A reliability is above 0 and at most 1.");
        if (predictorReliability is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(predictorReliability), "A reliability is above 0 and at most 1.");
        var value = r / Math.Sqrt(criterionReliability * predictorReliability);
        return (value, Math.Abs(value) > 1 ? Caution.OutOfRange : Caution.None);
    }

    private static double? Apply(double? r, double ratio) =>
        r * ratio / Math.Sqrt(1 + ((r ?? 0) * (r ?? 0) * ((ratio * ratio) - 1)));
}
