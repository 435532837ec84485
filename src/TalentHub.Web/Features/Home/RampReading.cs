using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Ramp;

namespace TalentHub.Web.Features.Home;

/// <summary>What the running ramps ask of the viewer.</summary>
internal static class RampReading
{
    private const int Most = 10;

    /// <summary>A running plan as home needs it.</summary>
    /// <param name="Own">The viewer's own ramp.</param>
    /// <param name="Team">The viewer runs it, or manages the hire.</param>
    /// <param name="Next">Day of the first checkpoint not yet decided.</param>
    /// <param name="Weeks">Weeks already recorded.</param>
    public sealed record Plan(Guid Id, string Name, DateOnly StartsOn, bool Own, bool Team, int? Next, List<int> Weeks)
    {
        public int DayOn(DateOnly date) => date.DayNumber - StartsOn.DayNumber + 1;
    }

    /// <summary>Running plans in reach that are the viewer's own, their team's or, for HR and hiring managers, theirs to follow; newest first. One command.</summary>
    public static async Task<List<Plan>> Read(TalentHubDb db, Viewer viewer, CancellationToken ct)
    {
        var me = viewer.AccountId;
        return await db.RampPlans.VisibleTo(db, viewer).Where(p => p.ClosedOn == null).OrderByDescending(p => p.StartsOn).ThenBy(p => p.Id).Take(100)
            .Select(p => new Plan(p.Id, p.Employee!.Name, p.StartsOn, p.Employee.AccountId == me, p.OwnerId == me || p.Employee.ManagerId == me,
                p.Checkpoints.Where(c => c.Outcome == null).Min(c => (int?)c.Day), p.CheckIns.Select(c => c.Week).ToList()))
            .AsSingleQuery().ToListAsync(ct);
    }

    /// <summary>Checkpoints that may be held by now: due within ten days, or overdue.</summary>
    public static IEnumerable<Today.Thing> Checkpoints(IEnumerable<Plan> plans, DateOnly today) => plans
        .Where(p => p is { Team: true, Own: false, Next: not null }).Select(p => (Plan: p, Due: p.StartsOn.AddDays(p.Next!.Value - 1)))
        .Where(p => p.Due.AddDays(-10) <= today).OrderBy(p => p.Due).Take(Most)
        .Select(p => new Today.Thing($"Day-{p.Plan.Next} checkpoint", $"{p.Plan.Name}, {(p.Due < today ? "overdue since" : "due")} {Clock.Day(p.Due)}", $"Today is day {p.Plan.DayOn(today)}", "Prepare", $"/ramp/{p.Plan.Id}"));

    /// <summary>Last week's numbers where nobody has entered them; the hire or whoever runs the ramp may.</summary>
    public static IEnumerable<Today.Thing> CheckIns(IEnumerable<Plan> plans, DateOnly today) => plans
        .Where(p => p.Own || p.Team).Select(p => (Plan: p, Week: (p.DayOn(today) - 1) / 7))
        .Where(p => p.Week is >= 1 and <= RampPlan.Weeks && p.Plan.DayOn(today) >= 1 && !p.Plan.Weeks.Contains(p.Week)).Take(Most)
        .Select(p => new Today.Thing($"Week {p.Week} numbers", p.Plan.Own ? "your ramp" : p.Plan.Name, "Last week is not recorded yet", "Enter them", $"/ramp/{p.Plan.Id}/check-in/{p.Week}"));

    public static List<Today.RampRow> Rows(IEnumerable<Plan> plans, DateOnly today) =>
        [.. plans.OrderByDescending(p => p.Own).ThenByDescending(p => p.Team).Take(8).Select(p => new Today.RampRow(p.Id, p.Name, p.DayOn(today), p.Own))];
}
