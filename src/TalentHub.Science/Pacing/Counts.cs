using TalentHub.Science.Distributions;

namespace TalentHub.Science.Pacing;

/// <summary>A rate of events over time lived through by many.</summary>
/// <param name="PerUnit">Events per unit of exposure, N being the events.</param>
/// <param name="PerYear">The same for twelve units; may exceed 1.</param>
/// <param name="AnnualProbability">Chance of the event within twelve units, 1 - exp(-rate): never above 1.</param>
public sealed record PersonTimeRate(Estimate PerUnit, Estimate PerYear, double? AnnualProbability);

/// <summary>Counts of events over an exposure.</summary>
public static class Counts
{
    /// <summary>Exact Poisson interval of a rate (Garwood 1936).</summary>
    /// <param name="events">0 or more.</param>
    /// <param name="exposure">Time or trials they were counted over, above 0.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <returns>The rate per unit of exposure; N is the count of events.</returns>
    public static Estimate Rate(int events, double exposure = 1, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        Quantiles.CheckLevel(level);
        if (!double.IsFinite(exposure) || exposure <= 0)
            throw new ArgumentOutOfRangeException(nameof(exposure), exposure, "An exposure is above 0.");
        var tail = (1 - level) / 2;
        var lower = events == 0 ? 0 : Quantiles.Gamma(events, 1, tail);
        var upper = Quantiles.Gamma(events + 1, 1, 1 - tail);
        var caution = events == 0 ? Caution.NoEvents : Caution.None;
        return new Estimate(events / exposure, lower / exposure, upper / exposure, events, level, caution);
    }

    /// <summary>Events per person-month, made yearly, with Garwood's interval.</summary>
    /// <param name="events">0 or more.</param>
    /// <param name="personMonths">Months lived through by all together, above 0.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    public static PersonTimeRate PersonTime(int events, double personMonths, double level = 0.95)
    {
        var rate = Rate(events, personMonths, level);
        var yearly = rate with { Value = rate.Value * 12, Lower = rate.Lower * 12, Upper = rate.Upper * 12 };
        return new PersonTimeRate(rate, yearly, 1 - Math.Exp(-yearly.Value!.Value));
    }

    /// <summary>Chance of a count this low or lower when another was expected (Poisson tail).</summary>
    /// <param name="expected">Above 0.</param>
    /// <param name="observed">0 or more.</param>
    public static double ProbabilityThisLow(double expected, int observed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(expected);
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        return Quantiles.PoissonCdf(expected, observed);
    }

    /// <summary>Separations over a period divided by the mean of its headcounts.</summary>
    /// <param name="leavers">0 or more.</param>
    /// <param name="headcounts">Headcounts at even points, as month ends.</param>
    /// <returns>Mean headcount, and the rate, null when nobody was there.</returns>
    public static (double? MeanHeadcount, double? Rate) Turnover(int leavers, IReadOnlyList<int> headcounts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leavers);
        ArgumentNullException.ThrowIfNull(headcounts);
        if (headcounts.Count == 0)
            return (null, null);
        var mean = headcounts.Average();
        return (mean, mean > 0 ? leavers / mean : null);
    }
}
