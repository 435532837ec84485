using TalentHub.Science.Distributions;

namespace TalentHub.Science.Proportions;

/// <summary>Intervals for a share, and for the difference of two.</summary>
public static class Binomial
{
    /// <summary>Wilson's score interval (1927): the everyday choice, never outside 0 to 1.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more; at 0 the share is not defined.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">Trials under which the result is called too few to say.</param>
    /// <exception cref="ArgumentOutOfRangeException">Counts that contradict each other, or the level.</exception>
    public static Estimate Wilson(int successes, int trials, double level = 0.95, int minimum = Minimums.Trials)
    {
        Check(successes, trials);
        var z = Quantiles.NormalTwoSided(level);
        if (trials == 0)
            return Undefined(level);
        double n = trials, p = successes / n, z2 = z * z;
        var centre = (p + (z2 / (2 * n))) / (1 + (z2 / n));
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n))) / (1 + (z2 / n));
        var lower = successes == 0 ? 0 : Math.Max(0, centre - half);
        var upper = successes == trials ? 1 : Math.Min(1, centre + half);
        return new Estimate(p, lower, upper, trials, level, Minimums.Judge(trials, minimum));
    }

    /// <summary>The exact interval of Clopper and Pearson (1934): never less than the stated coverage, often more.</summary>
    /// <inheritdoc cref="Wilson"/>
    public static Estimate ClopperPearson(int successes, int trials, double level = 0.95, int minimum = Minimums.Trials)
    {
        Check(successes, trials);
        Quantiles.CheckLevel(level);
        if (trials == 0)
            return Undefined(level);
        var tail = (1 - level) / 2;
        var failures = trials - successes;
        var lower = successes == 0 ? 0 : Quantiles.Beta(successes, failures + 1, tail);
        var upper = failures == 0 ? 1 : Quantiles.Beta(successes + 1, failures, 1 - tail);
        return new Estimate((double)successes / trials, lower, upper, trials, level, Minimums.Judge(trials, minimum));
    }

    /// <summary>Jeffreys' interval: equal-tailed beta(x + 1/2, n - x + 1/2), closed at 0 and 1 (Brown, Cai and DasGupta 2001).</summary>
    /// <inheritdoc cref="Wilson"/>
    public static Estimate Jeffreys(int successes, int trials, double level = 0.95, int minimum = Minimums.Trials)
    {
        Check(successes, trials);
        Quantiles.CheckLevel(level);
        if (trials == 0)
            return Undefined(level);
        var tail = (1 - level) / 2;
        double a = successes + 0.5, b = trials - successes + 0.5;
        var lower = successes == 0 ? 0 : Quantiles.Beta(a, b, tail);
        var upper = successes == trials ? 1 : Quantiles.Beta(a, b, 1 - tail);
        return new Estimate((double)successes / trials, lower, upper, trials, level, Minimums.Judge(trials, minimum));
    }

    /// <summary>
    /// Difference of two independent shares, first minus second, by Newcombe's hybrid of two Wilson intervals (1998, method 10).
    /// </summary>
    /// <param name="firstSuccesses">0 to <paramref name="firstTrials"/>.</param>
    /// <param name="firstTrials">0 or more.</param>
    /// <param name="secondSuccesses">0 to <paramref name="secondTrials"/>.</param>
    /// <param name="secondTrials">0 or more.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">Trials in either group under which the result is called too few to say.</param>
    public static Estimate NewcombeDifference(
        int firstSuccesses, int firstTrials, int secondSuccesses, int secondTrials,
        double level = 0.95, int minimum = Minimums.Trials)
    {
        var a = Wilson(firstSuccesses, firstTrials, level);
        var b = Wilson(secondSuccesses, secondTrials, level);
        if (a.Value is not { } p1 || b.Value is not { } p2)
            return new Estimate(null, null, null, firstTrials + secondTrials, level, Caution.TooFew);
        var below = Hypotenuse(p1 - a.Lower!.Value, b.Upper!.Value - p2);
        var above = Hypotenuse(a.Upper!.Value - p1, p2 - b.Lower!.Value);
        var caution = Minimums.Judge(Math.Min(firstTrials, secondTrials), minimum);
        return new Estimate(p1 - p2, p1 - p2 - below, p1 - p2 + above, firstTrials + secondTrials, level, caution);
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static Estimate Undefined(double level) => new(null, null, null, 0, level, Caution.TooFew);

    internal static void Check(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
    }
}
