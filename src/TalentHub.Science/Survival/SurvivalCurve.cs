using TalentHub.Science.Distributions;

namespace TalentHub.Science.Survival;

/// <summary>The curve at one distinct observed time.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">Those at risk just before it, those censored at it included.</param>
/// <param name="Events">Events at it.</param>
/// <param name="Censored">Spells cut short at it.</param>
/// <param name="Survival">Share still without the event just after it.</param>
/// <param name="StandardError">Greenwood's standard error of the survival; null when the survival is 0.</param>
/// <param name="Lower">Lower log-log limit; null when the survival is 1 or 0.</param>
/// <param name="Upper">Upper log-log limit; null when the survival is 1 or 0.</param>
public sealed record SurvivalStep(
    double Time, int AtRisk, int Events, int Censored, double Survival, double? StandardError, double? Lower, double? Upper);

/// <summary>The curve read at a time of the reader's choosing.</summary>
/// <param name="Time">The time asked for.</param>
/// <param name="AtRisk">Those at risk at that time, those censored at it included.</param>
/// <param name="Survival">Share still without the event; null beyond the longest observation.</param>
/// <param name="StandardError">Greenwood's standard error; null where the survival is 0 or unknown.</param>
/// <param name="Lower">Lower log-log limit, or null.</param>
/// <param name="Upper">Upper log-log limit, or null.</param>
/// <param name="Caution">Too few when under <see cref="Minimums.AtRisk"/> are at risk.</param>
public sealed record SurvivalPoint(
    double Time, int AtRisk, double? Survival, double? StandardError, double? Lower, double? Upper, Caution Caution)
{
    /// <summary>True when too few are at risk for any claim.</summary>
    public bool TooFew => AtRisk < Minimums.AtRisk;
}

/// <summary>Mean time without the event up to a horizon (area under the curve).</summary>
/// <param name="Horizon">The horizon, in the unit of the spells.</param>
/// <param name="StandardError">Its standard error; null where the mean is not defined.</param>
/// <param name="Mean">The mean with its normal interval, null beyond the longest observation.</param>
public sealed record RestrictedMean(double Horizon, double? StandardError, Estimate Mean);

/// <summary>A Kaplan-Meier curve; made by <see cref="KaplanMeier.Estimate"/>.</summary>
public sealed class SurvivalCurve
{
    private const double Half = 0.5 + 1e-10;
    private readonly RiskSet _risk;

    internal SurvivalCurve(RiskSet risk, IReadOnlyList<SurvivalStep> steps, int n, double level)
    {
        (_risk, Steps, N, Level) = (risk, steps, n, level);
        Events = steps.Sum(s => s.Events);
        Median = FindMedian();
    }

    /// <summary>Spells behind the curve.</summary>
    public int N { get; }

    /// <summary>Events among them.</summary>
    public int Events { get; }

    /// <summary>Confidence level of every interval on the curve.</summary>
    public double Level { get; }

    /// <summary>One step for each distinct time, rising.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; }

    /// <summary>
    /// The median: the smallest time at which the survival is .5 or less (the textbook rule; no midpoint is taken when the
    /// curve is flat at exactly .5). Its limits are the smallest times at which the lower and the upper limit of the curve
    /// are .5 or less (Brookmeyer and Crowley 1982); null where not reached.
    /// </summary>
    public Estimate Median { get; }

    /// <summary>The longest observed time, 0 when there are no spells.</summary>
    public double LastTime => _risk.LastTime;

    /// <summary>Reads the curve at a time, in O(log n).</summary>
    /// <param name="time">0 or more, in the unit of the spells.</param>
    /// <returns>The point; survival null beyond the longest observation unless the curve already fell to 0.</returns>
    public SurvivalPoint At(double time)
    {
        var atRisk = _risk.At(time);
        var step = LastStepAt(time);
        if (N == 0 || (time > LastTime && step?.Survival > 0))
            return new SurvivalPoint(time, atRisk, null, null, null, null, Caution.NotReached);
        var caution = Minimums.Judge(atRisk, Minimums.AtRisk);
        if (step is null || step.Survival >= 1)
            return new SurvivalPoint(time, atRisk, 1, 0, null, null, caution == Caution.None ? Caution.NoEvents : caution);
        return new SurvivalPoint(time, atRisk, step.Survival, step.StandardError, step.Lower, step.Upper, caution);
    }

    /// <summary>
    /// Restricted mean: the area under the curve up to a horizon, with Greenwood's plug-in variance (Irwin 1949; Royston and
    /// Parmar 2013).
    /// </summary>
    /// <param name="horizon">Above 0 and no later than the longest observation, unless the curve fell to 0 before.</param>
    public RestrictedMean RestrictedMean(double horizon)
    {
        var last = LastStepAt(horizon);
        if (N == 0 || horizon <= 0 || (horizon > LastTime && last?.Survival > 0))
            return new RestrictedMean(horizon, null, new Estimate(null, null, null, N, Level, Caution.NotReached));
        var (area, variance) = AreaAndVariance(horizon);
        var se = Math.Sqrt(variance);
        if (Events == 0)
            return new RestrictedMean(horizon, 0, new Estimate(area, null, null, N, Level, Caution.NoEvents));
        var half = Quantiles.NormalTwoSided(Level) * se;
        var caution = Minimums.Judge(N, Minimums.AtRisk);
        return new RestrictedMean(horizon, se, new Estimate(area, area - half, area + half, N, Level, caution));
    }

    private (double Area, double Variance) AreaAndVariance(double horizon)
    {
        double area = 0, variance = 0, end = horizon;
        for (var i = Steps.Count - 1; i >= 0; i--)
        {
            var step = Steps[i];
            if (step.Time >= horizon)
                continue;
            area += step.Survival * (end - step.Time);
            end = step.Time;
            if (step.Events < step.AtRisk)
                variance += area * area * KaplanMeier.GreenwoodTerm(step.AtRisk, step.Events);
        }

        return (area + end, variance);
    }

    private SurvivalStep? LastStepAt(double time)
    {
        int low = 0, high = Steps.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Steps[middle].Time <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : Steps[low - 1];
    }

    private Estimate FindMedian()
    {
        var value = Steps.FirstOrDefault(s => s.Survival <= Half)?.Time;
        var lower = Steps.FirstOrDefault(s => s.Lower <= Half)?.Time;
        var upper = Steps.FirstOrDefault(s => s.Upper <= Half)?.Time;
        var caution = N < Minimums.AtRisk ? Caution.TooFew : value is null ? Caution.NotReached : Caution.None;
        return new Estimate(value, lower, upper, N, Level, caution);
    }
}
