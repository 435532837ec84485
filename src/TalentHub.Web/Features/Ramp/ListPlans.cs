using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Ramp;
using TalentHub.Web.Platform.Charts;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Ramp;

/// <summary>The team in ramp, whoever needs attention first.</summary>
public static class ListPlans
{
    /// <summary>Plans still running are few, and read whole so that they can be ordered by need; beyond this many the oldest are left out.</summary>
    public const int MostRunning = 200;

    private const int PageSize = 50;
    private const int MostInHeat = 14;

    /// <param name="Ended">Closed plans instead of running ones.</param>
    /// <param name="After">Key of the last row of the page before; closed plans only.</param>
    [Requires(Right.ReadRamp)]
    public sealed record Query(bool Ended = false, string? After = null) : IQuery<View>;

    /// <param name="OwnPlan">Set when the viewer has no team to look after: their own plan is what they came for.</param>
    public sealed record View(IReadOnlyList<Row> Rows, string? Next, bool Cut, Guid? OwnPlan, bool MaySeeTeam, bool MayRecordExits, HeatTable? Heat);

    public sealed record Row(
        Guid Id, string Name, string? JobTitle, string? Team, int Day, Standing Standing, IReadOnlyList<string> Reasons, PaceReading Pace, int Reached, int Due, int Milestones,
        int? LastWeek, NextCheckpoint? Next, DateOnly? ClosedOn, string? ClosedBecause, IReadOnlyList<double?> Weeks);

    public sealed record NextCheckpoint(int Day, DateOnly On, int InDays);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var plans = db.RampPlans.VisibleTo(db, viewer);
            plans = query.Ended ? Ended(plans, query.After) : plans.Where(p => p.ClosedOn == null).OrderByDescending(p => p.StartsOn).ThenBy(p => p.Id);
            var limit = query.Ended ? PageSize : MostRunning;
            var found = await plans.Take(limit + 1).AsNoTracking()
                .Include(p => p.Employee).Include(p => p.Activities).Include(p => p.Milestones).Include(p => p.CheckIns).Include(p => p.Checkpoints).AsSplitQuery().ToListAsync(ct);
            var more = found.Count > limit;
            var shown = found.Take(limit).ToList();
            var rows = shown.Select(p => RowOf(p, today)).ToList();
            if (!query.Ended) rows = [.. rows.OrderByDescending(r => r.Standing).ThenByDescending(r => r.Reasons.Count).ThenBy(r => r.Day)];
            var team = viewer.Is(Role.Hr) || viewer.Is(Role.Lead) || viewer.Is(Role.SalesManager) || viewer.Is(Role.Executive);
            var own = team || shown.Count == 0 ? null : (Guid?)shown[0].Id;
            var next = more && query.Ended ? string.Create(CultureInfo.InvariantCulture, $"{shown[^1].ClosedOn:yyyy-MM-dd}_{shown[^1].Id}") : null;
            return new(rows, next, more && !query.Ended, own, team, viewer.May(Right.WorkExits), query.Ended ? null : HeatOf(rows));
        }

        private static IQueryable<RampPlan> Ended(IQueryable<RampPlan> plans, string? after)
        {
            plans = plans.Where(p => p.ClosedOn != null);
            if (after?.Split('_') is [var date, var id] && DateOnly.TryParseExact(date, "yyyy-MM-dd", out var closed) && Guid.TryParse(id, out var last))
                plans = plans.Where(p => p.ClosedOn < closed || (p.ClosedOn == closed && p.Id.CompareTo(last) < 0));
            return plans.OrderByDescending(p => p.ClosedOn).ThenByDescending(p => p.Id);
        }

        private static Row RowOf(RampPlan plan, DateOnly today)
        {
            var on = plan.ClosedOn is { } closed && closed < today ? closed : today;
            var day = plan.DayOn(on);
            var standing = plan.StandOn(on);
            var next = plan.ClosedOn is null && plan.NextCheckpoint() is { } c ? new NextCheckpoint(c.Day, plan.DateOf(c.Day), c.Day - day) : null;
            return new(
                plan.Id, plan.Employee!.Name, plan.Employee.JobTitle, plan.Employee.Team, day, standing.Standing, standing.Reasons, plan.PaceOn(on),
                plan.Milestones.Count(m => m.ReachedOn is not null), plan.Milestones.Count(m => m.DueDay <= day), plan.Milestones.Count,
                plan.CheckIns.Select(x => (int?)x.Week).Max(), next, plan.ClosedOn, plan.ClosedBecause, [.. Enumerable.Range(1, RampPlan.Weeks).Select(plan.PaceOf)]);
        }

        private static HeatTable? HeatOf(List<Row> rows)
        {
            if (rows.Count is < 2 or > MostInHeat || rows.All(r => r.Weeks.All(w => w is null))) return null;
            var low = rows.Count(r => r.Pace.Share?.Value < RampReadings.Low);
            return new(
                "Activity by week", $"{low} of {rows.Count} people are under {RampReadings.Low:0%} of their activity target over their last four weeks.", "Person",
                [.. Enumerable.Range(1, RampPlan.Weeks).Select(w => $"{w}")], [.. rows.Select(r => new HeatRow(r.Name, r.Weeks))], new Axis("share of target", "0%", 0, 1.25))
            {
                Subtitle = "share of the week's target, all activities together; – is a week not recorded",
            };
        }
    }
}
