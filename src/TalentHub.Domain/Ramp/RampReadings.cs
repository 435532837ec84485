using System.Globalization;
using TalentHub.Science;
using TalentHub.Science.Pacing;
using TalentHub.Science.Proportions;

namespace TalentHub.Domain.Ramp;

/// <summary>How a ramp goes, from calm to urgent.</summary>
public enum Standing { TooEarlyToSay, OnTrack, Watch, AtRisk }

/// <summary>A standing with its reasons in words, the weightiest first.</summary>
public sealed record StandingReading(Standing Standing, IReadOnlyList<string> Reasons);

/// <summary>Activity against target over the latest weeks that were recorded.</summary>
/// <param name="Weeks">The weeks counted, at most four, in order.</param>
/// <param name="Share">Actual over target with the Poisson interval of the count; null when nothing was recorded or asked for.</param>
public sealed record PaceReading(int Actual, int Target, IReadOnlyList<int> Weeks, Estimate? Share);

/// <summary>How one conversion compares with what is expected of it.</summary>
public enum Leak { TooFewToSay, InLine, Above, Below }

/// <summary>One conversion of the funnel so far.</summary>
/// <param name="From">Count of the earlier activity in the recorded weeks.</param>
/// <param name="To">Count of the later activity in the same weeks.</param>
/// <param name="Actual">Share converted with Wilson's interval; capped at 1, since counts of a week need not be of the same people.</param>
public sealed record LeakReading(FunnelStep Step, int From, int To, Estimate Actual, Leak Leak);

/// <summary>What a plan's numbers say. Nothing here decides: it is put before the person who does.</summary>
public static class RampReadings
{
    /// <summary>Share of target under which activity is called low (0 to 1).</summary>
    public const double Low = 0.8;

    /// <summary>Days a milestone may run late before it counts.</summary>
    public const int Grace = 7;

    private const int Window = 4;

    /// <summary>The last week that can be judged: one counts from its fifth day, when the working week is over. 0 to 13.</summary>
    public static int JudgedWeek(this RampPlan plan, DateOnly today) => Math.Clamp((plan.DayOn(today) + 2) / 7, 0, RampPlan.Weeks);

    /// <summary>Actual over target of one week, over all activities; null when it is not recorded or asks for nothing.</summary>
    public static double? PaceOf(this RampPlan plan, int week)
    {
        var target = plan.TargetOf(week);
        return target > 0 && plan.CheckIns.SingleOrDefault(c => c.Week == week) is { } record ? (double)record.Actuals.Values.Sum() / target : null;
    }

    /// <summary>Activity of the last four judged weeks; weeks without a record are left out, not counted as nothing.</summary>
    public static PaceReading PaceOn(this RampPlan plan, DateOnly today)
    {
        var last = plan.JudgedWeek(today);
        var counted = plan.CheckIns.Where(c => c.Week > last - Window && c.Week <= last).OrderBy(c => c.Week).ToList();
        var actual = counted.Sum(c => c.Actuals.Values.Sum());
        var target = counted.Sum(c => plan.TargetOf(c.Week));
        return new(actual, target, [.. counted.Select(c => c.Week)], target > 0 ? Counts.Rate(actual, target) : null);
    }

    /// <summary>Each conversion of the funnel over all recorded weeks.</summary>
    public static IReadOnlyList<LeakReading> Leaks(this RampPlan plan) => [.. plan.Steps.Select(step =>
    {
        var (from, to) = (plan.Total(step.From), plan.Total(step.To));
        var share = Binomial.Wilson(Math.Min(from, to), from);
        var leak = share.TooFew ? Leak.TooFewToSay : share.Upper < step.Expected ? Leak.Below : share.Lower > step.Expected ? Leak.Above : Leak.InLine;
        return new LeakReading(step, from, to, share, leak);
    })];

    /// <summary>Milestones whose day has passed by more than the grace and that are not reached.</summary>
    public static IReadOnlyList<PlanMilestone> LateOn(this RampPlan plan, DateOnly today) =>
        [.. plan.Milestones.Where(m => m.ReachedOn is null && m.DueDay + Grace < plan.DayOn(today)).OrderBy(m => m.DueDay)];

    /// <summary>The next checkpoint without a decision.</summary>
    public static Checkpoint? NextCheckpoint(this RampPlan plan) => plan.Checkpoints.Where(c => c.Outcome is null).MinBy(c => c.Day);

    /// <summary>Who needs attention, and why: low activity, late milestones, missing records, open or sobering checkpoints.</summary>
    public static StandingReading StandOn(this RampPlan plan, DateOnly today)
    {
        if (plan.DayOn(today) < 1) return new(Standing.TooEarlyToSay, [Say($"Starts on {plan.StartsOn:d MMM yyyy}.")]);
        var (serious, mild) = (new List<string>(), new List<string>());
        var pace = plan.PaceOn(today);
        ReadPace(pace, serious, mild);
        ReadMilestones(plan.LateOn(today), serious, mild);
        ReadRecords(plan, today, mild);
        ReadCheckpoints(plan, today, serious, mild);
        if (serious.Count > 0) return new(Standing.AtRisk, [.. serious, .. mild]);
        if (mild.Count > 0) return new(Standing.Watch, mild);
        if (pace.Weeks.Count < 2) return new(Standing.TooEarlyToSay, ["Fewer than two weeks are recorded."]);
        return new(Standing.OnTrack, [Say($"Activity at {pace.Share?.Value:0%} of target; no milestone is late.")]);
    }

    /// <summary>Which layer fails - effort, skill or knowledge - and what to do next about it, in a sentence; null when nothing stands out.</summary>
    public static string? DiagnosisOn(this RampPlan plan, DateOnly today)
    {
        var pace = plan.PaceOn(today);
        if (pace.Share is { } share && share.Upper < Low)
            return Say($"Effort first: activity runs at {share.Value:0%} of target. Agree which hours of the week go to it before coaching any skill.");
        if (plan.Leaks().Where(l => l.Leak == Leak.Below).MinBy(l => l.Actual.Value / l.Step.Expected) is { } leak)
            return Say($"Skill, not effort: {plan.NameOf(leak.Step.From)} turn into {plan.NameOf(leak.Step.To)} at {leak.Actual.Value:0%} where {leak.Step.Expected:0%} is expected. Prepare one such call together and go through it afterwards.");
        if (pace.Share?.Value < Low) return "Perhaps effort: look at how the selling hours of these weeks went before judging anything else.";
        if (pace.Share is not null && plan.LateOn(today) is { Count: > 0 } late)
            return $"Knowledge: the activity is there, yet “{late[0].Name}” is late. Ask for its proof: {Lower(late[0].Proof)}.";
        return null;
    }

    /// <summary>Count of an activity over all recorded weeks.</summary>
    public static int Total(this RampPlan plan, string key) => plan.CheckIns.Sum(c => c.Actuals.GetValueOrDefault(key));

    /// <summary>An activity's name within a sentence.</summary>
    public static string NameOf(this RampPlan plan, string key) => Lower(plan.Activities.FirstOrDefault(a => a.Key == key)?.Name ?? key);

    private static int TargetOf(this RampPlan plan, int week) => plan.Activities.Sum(a => a.WeeklyTargets[week - 1]);

    private static void ReadPace(PaceReading pace, List<string> serious, List<string> mild)
    {
        if (pace.Share is not { } share || !(share.Value < Low)) return;
        if (pace.Weeks.Count >= 2 && share.Upper < Low) serious.Add(Say($"Activity at {share.Value:0%} of target over {Weeks(pace.Weeks.Count)}, at most {share.Upper:0%}."));
        else mild.Add(Say($"Activity at {share.Value:0%} of target over {Weeks(pace.Weeks.Count)}; it could still be chance."));
    }

    private static void ReadMilestones(IReadOnlyList<PlanMilestone> late, List<string> serious, List<string> mild)
    {
        if (late.Count >= 3) serious.Add($"{late.Count} milestones are late, the first “{late[0].Name}”.");
        else if (late.Count > 0) mild.Add(late.Count == 1 ? $"“{late[0].Name}” is late." : $"“{late[0].Name}” and “{late[1].Name}” are late.");
    }

    private static void ReadRecords(RampPlan plan, DateOnly today, List<string> mild)
    {
        var last = plan.JudgedWeek(today);
        if (last < 2 || plan.CheckIns.Any(c => c.Week >= last - 1)) return;
        var recorded = plan.CheckIns.Select(c => c.Week).DefaultIfEmpty(0).Max();
        mild.Add(recorded == 0 ? "No week has been recorded yet." : $"Nothing recorded since week {recorded}.");
    }

    private static void ReadCheckpoints(RampPlan plan, DateOnly today, List<string> serious, List<string> mild)
    {
        foreach (var held in plan.Checkpoints.Where(c => c.Outcome == CheckpointOutcome.Part)) serious.Add($"The day-{held.Day} checkpoint decided to part.");
        if (plan.Checkpoints.Where(c => c.Outcome is not null).MaxBy(c => c.Day) is { Outcome: CheckpointOutcome.Extend } extended) mild.Add($"The day-{extended.Day} checkpoint asked for more time.");
        if (plan.NextCheckpoint() is { } next && plan.DayOn(today) > next.Day + 3) mild.Add($"The day-{next.Day} checkpoint has not been held.");
    }

    private static string Weeks(int count) => count == 1 ? "one week" : $"{count} weeks";

    private static string Lower(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
