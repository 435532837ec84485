using TalentHub.Domain.Ramp;

namespace TalentHub.Seed;

/// <summary>How a ramp goes.</summary>
/// <param name="Effort">Activity up to conversations, as a share of the target.</param>
/// <param name="Skill">How far conversations become meetings, as a share of what is expected.</param>
/// <param name="SilentWeeks">Weeks at the end in which nobody recorded anything.</param>
/// <param name="MissedEvery">Every how many milestones one is not reached in time; 0 for none.</param>
internal sealed record Pace(double Effort, double Skill, int SilentWeeks, int MissedEvery)
{
    private static readonly string[] NeedsSkill = ["qualified-meetings", "proposals"];

    /// <summary>The counts of a week.</summary>
    public Dictionary<string, int> Week(RampPlan plan, int week) => plan.Activities.ToDictionary(a => a.Key, a => Count(plan, a, week));

    private int Count(RampPlan plan, PlanActivity activity, int week)
    {
        var share = Effort * (NeedsSkill.Contains(activity.Key) ? Skill : 1);
        var due = activity.WeeklyTargets.Take(week).Sum() * share;
        var before = activity.WeeklyTargets.Take(week - 1).Sum() * share;
        var usual = Math.Round(due) - Math.Round(before);
        var luck = usual < 4 ? 0 : 0.12 * usual * Demo.Normal($"{plan.Employee!.Name}|{activity.Key}|{week}");
        return (int)Math.Max(0, Math.Round(usual + luck));
    }
}
