using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Ramp;
using TalentHub.Science.Validity;

namespace TalentHub.Web.Features.Ramp;

/// <summary>Reads one plan for its page, its paper and the API, in a constant number of SQL commands.</summary>
internal static class PlanReader
{
    /// <summary>Earlier hires under which no band is drawn.</summary>
    public const int FewestEarlier = 10;

    private const int MostEarlier = 300;

    /// <exception cref="NotFound">No such plan within the viewer's reach.</exception>
    public static async Task<PlanView> Read(TalentHubDb db, Viewer viewer, DateOnly today, Guid id, string? activity, CancellationToken ct)
    {
        var plan = await db.RampPlans.VisibleTo(db, viewer).AsNoTracking()
            .Include(p => p.Employee).Include(p => p.Activities).Include(p => p.Milestones).Include(p => p.CheckIns).Include(p => p.Checkpoints)
            .AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFound("That ramp plan");
        var mayRun = await db.RampPlans.WorkableBy(db, viewer).AnyAsync(p => p.Id == id, ct);
        var names = await Names(db, plan, ct);
        var earlier = await db.RampPlans.AsNoTracking().Where(p => p.TemplateName == plan.TemplateName && p.StartsOn < plan.StartsOn && p.Id != plan.Id)
            .OrderByDescending(p => p.StartsOn).Take(MostEarlier).Select(p => new Earlier(p.CheckIns.Select(c => new EarlierWeek(c.Week, c.Actuals)).ToList())).ToListAsync(ct);
        return Of(plan, viewer, mayRun, names, earlier, activity, today);
    }

    private sealed record Earlier(List<EarlierWeek> Weeks);

    private sealed record EarlierWeek(int Week, Dictionary<string, int> Actuals);

    private static async Task<Dictionary<Guid, string>> Names(TalentHubDb db, RampPlan plan, CancellationToken ct)
    {
        List<Guid> people =
        [
            plan.OwnerId, .. plan.CheckIns.Select(c => c.RecordedBy), .. plan.Milestones.Select(m => m.ConfirmedBy).OfType<Guid>(), .. plan.Checkpoints.Select(c => c.DecidedBy).OfType<Guid>(),
        ];
        return await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
    }

    private static PlanView Of(RampPlan plan, Viewer viewer, bool mayRun, Dictionary<Guid, string> names, List<Earlier> earlier, string? activity, DateOnly today)
    {
        var on = plan.ClosedOn is { } closed && closed < today ? closed : today;
        var own = plan.Employee!.AccountId == viewer.AccountId;
        var standing = plan.StandOn(on);
        var activities = plan.Activities.OrderBy(a => a.Order).ToList();
        string? Name(Guid? account) => account is { } known ? names.GetValueOrDefault(known, "someone who has left") : null;
        return new(
            plan.Id, plan.Employee.Name, plan.Employee.JobTitle, plan.Employee.Team, plan.StartsOn, Name(plan.OwnerId)!, plan.TemplateName, plan.DayOn(on), plan.WeekOn(on), on,
            standing.Standing, standing.Reasons, plan.DiagnosisOn(on), plan.PaceOn(on), [.. activities.Select(a => new PlanActivityView(a.Key, a.Name, a.Unit))],
            [.. Enumerable.Range(1, RampPlan.Weeks).Select(week => WeekOf(plan, activities, week, Name))],
            [.. plan.Milestones.OrderBy(m => m.Order).Select(m => new PlanMilestoneView(m.Id, m.Name, m.Proof, m.DueDay, plan.DateOf(m.DueDay), m.ReachedOn, m.Note, Name(m.ConfirmedBy)))],
            [.. plan.Checkpoints.OrderBy(c => c.Day).Select(c => new PlanCheckpointView(c.Day, plan.DateOf(c.Day), c.Question, c.Bar, c.Outcome, c.Evidence, Name(c.DecidedBy), c.DecidedAt, today >= plan.DateOf(c.Day).AddDays(-10)))],
            [.. plan.Leaks().Select(l => new PlanLeak(NameOf(activities, l.Step.From), NameOf(activities, l.Step.To), l.Step.Expected, l.Actual, l.Leak))],
            ProgressOf(plan, activities, activities.Find(a => a.Key == activity) ?? activities.Find(a => a.Key == plan.Steps.LastOrDefault()?.From) ?? activities[0], earlier, on),
            plan.ClosedOn, plan.ClosedBecause, mayRun, (mayRun || own) && viewer.May(Right.EnterActivity), own,
            plan.Employee.AccountId is not null, viewer.May(Right.WorkExits) && !own && plan.ClosedOn is null ? plan.EmployeeId : null);
    }

    private static string NameOf(List<PlanActivity> activities, string key) => activities.Find(a => a.Key == key)?.Name ?? key;

    private static PlanWeek WeekOf(RampPlan plan, List<PlanActivity> activities, int week, Func<Guid?, string?> name)
    {
        var record = plan.CheckIns.SingleOrDefault(c => c.Week == week);
        return new(
            week, plan.DateOf(((week - 1) * 7) + 1), plan.DateOf(week * 7), [.. activities.Select(a => a.WeeklyTargets[week - 1])],
            record is null ? null : [.. activities.Select(a => record.Actuals.GetValueOrDefault(a.Key))], record?.Note, name(record?.RecordedBy), record?.RecordedAt);
    }

    private static PlanProgress ProgressOf(RampPlan plan, List<PlanActivity> activities, PlanActivity chosen, List<Earlier> earlier, DateOnly on)
    {
        var actual = Cumulative(plan.CheckIns.OrderBy(c => c.Week).Select(c => (c.Week, c.Actuals.GetValueOrDefault(chosen.Key))));
        var target = Cumulative(chosen.WeeklyTargets.Select((t, i) => (i + 1, t)));
        var lines = earlier.Select(e => Unbroken(e.Weeks, chosen.Key)).ToList();
        var band = Enumerable.Range(1, RampPlan.Weeks).Select(week => BandAt(week, lines)).OfType<PlanBand>().ToList();
        var reached = actual.Count > 0 ? actual[^1].Week : 1;
        var missing = Enumerable.Range(1, plan.JudgedWeek(on)).Where(w => actual.All(a => a.Week != w)).ToList();
        return new(chosen.Key, chosen.Name, chosen.Unit, actual, target, band, lines.Count(l => l.Count >= reached), missing);
    }

    private static List<PlanPoint> Cumulative(IEnumerable<(int Week, int Count)> weeks)
    {
        var sum = 0;
        return [.. weeks.Select(w => new PlanPoint(w.Week, sum += w.Count))];
    }

    /// <summary>Cumulative counts by week up to the first week somebody did not record: a gap would read as doing nothing.</summary>
    private static List<int> Unbroken(List<EarlierWeek> weeks, string key)
    {
        var sum = 0;
        return [.. weeks.OrderBy(w => w.Week).TakeWhile((w, i) => w.Week == i + 1).Select(w => sum += w.Actuals.GetValueOrDefault(key))];
    }

    private static PlanBand? BandAt(int week, List<List<int>> lines)
    {
        var counts = lines.Where(l => l.Count >= week).Select(l => (double)l[week - 1]).ToList();
        return counts.Count < FewestEarlier ? null
            : new(week, Spread.Quantile(counts, .1)!.Value, Spread.Quantile(counts, .5)!.Value, Spread.Quantile(counts, .9)!.Value, counts.Count);
    }
}
