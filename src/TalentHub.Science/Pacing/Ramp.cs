namespace TalentHub.Science.Pacing;

/// <summary>Where someone stands after a month against a ramped target.</summary>
/// <param name="Month">1 for the first month.</param>
/// <param name="ExpectedCumulative">Ramped target up to and including the month.</param>
/// <param name="ActualCumulative">Result up to and including the month.</param>
/// <param name="Pace">Result over target; null where nothing was expected yet (0/0).</param>
public sealed record RampMonth(int Month, double ExpectedCumulative, double ActualCumulative, double? Pace);

/// <summary>Pace against a ramped target.</summary>
/// <param name="Months">The months with a result, in order.</param>
/// <param name="Pace">The latest pace; null where nothing was expected yet.</param>
/// <param name="Projection">The whole ramped target times the latest pace: a straight extension, no forecast interval; null without a pace.</param>
public sealed record RampProgress(IReadOnlyList<RampMonth> Months, double? Pace, double? Projection);

/// <summary>Targets that rise while someone learns the work.</summary>
public static class Ramp
{
    /// <summary>Pace: cumulative result over cumulative ramped target.</summary>
    /// <param name="schedule">Share of the full target expected in each month, 0 or more.</param>
    /// <param name="monthlyTarget">Full target of one month, 0 or more.</param>
    /// <param name="actual">Results of the months so far, no longer than the schedule.</param>
    /// <exception cref="ArgumentException">More results than months in the schedule.</exception>
    public static RampProgress Progress(IReadOnlyList<double> schedule, double monthlyTarget, IReadOnlyList<double> actual)
    {
        Check(schedule);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentOutOfRangeException.ThrowIfNegative(monthlyTarget);
        if (actual.Count > schedule.Count)
            throw new ArgumentException("There are more results than months in the schedule.", nameof(actual));
        var months = new List<RampMonth>();
        double expected = 0, reached = 0;
        for (var i = 0; i < actual.Count; i++)
        {
            expected += schedule[i] * monthlyTarget;
            reached += actual[i];
            months.Add(new RampMonth(i + 1, expected, reached, expected > 0 ? reached / expected : null));
        }

        var pace = months.Count == 0 ? null : months[^1].Pace;
        return new RampProgress(months, pace, pace * schedule.Sum() * monthlyTarget);
    }

    /// <summary>Months of full target lost while ramping: sum(1 - share).</summary>
    /// <param name="schedule">Share of the full target in each ramping month, 0 to 1.</param>
    public static double MonthsLost(IReadOnlyList<double> schedule)
    {
        Check(schedule);
        return schedule.Sum(share => 1 - share);
    }

    private static void Check(IReadOnlyList<double> schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (schedule.Any(s => !double.IsFinite(s) || s < 0))
            throw new ArgumentOutOfRangeException(nameof(schedule), "A share of the target is 0 or more.");
    }
}
