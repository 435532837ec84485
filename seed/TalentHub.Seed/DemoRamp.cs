using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;

namespace TalentHub.Seed;

/// <summary>A hire and the plan of their first ninety days.</summary>
internal sealed record Welcomed(Employee Employee, RampPlan Plan);

/// <summary>First ninety days: those that are over, and six that are running.</summary>
internal sealed class DemoRamp(Demo demo)
{
    private static readonly (string Name, string Title, int Day, int Manager, HireChannel Channel, string Template, Pace Pace)[] Running =
    [
        ("Paul Yeo", "Territory rep, Trent Valley", 83, 1, HireChannel.SalesTeamReferral, "field-rep-long-cycle", new(1.05, 1, 0, 0)),
        ("Saskia de Wit", "Inside rep, service contracts", 61, 1, HireChannel.Advertisement, "inside-rep-short-cycle", new(0.9, 0.9, 2, 3)),
        ("Theo Brandt", "Territory rep, Teesside", 47, 0, HireChannel.EmployeeReferral, "field-rep-long-cycle", new(1.25, 0.3, 0, 3)),
        ("Callum Reid", "Territory rep, South Wales", 26, 2, HireChannel.TradeShow, "field-rep-long-cycle", new(1, 1.05, 0, 0)),
        ("Ines Caron", "Territory rep, Solent", 12, 2, HireChannel.Network, "field-rep-long-cycle", new(1, 1, 0, 0)),
    ];

    /// <summary>The plans of a hire decided this week begin in <see cref="DemoOpenings"/>; here are the other five.</summary>
    public static List<Seller> Fill(Demo demo)
    {
        var ramp = new DemoRamp(demo);
        return [.. Running.Select((r, i) => ramp.Start(i, r.Name, r.Title, r.Day, demo.Accounts.Managers[r.Manager], r.Channel, r.Template, r.Pace))];
    }

    /// <summary>The hire becomes an employee with a plan in the same step.</summary>
    public static Welcomed Welcome(Demo demo, Application application, Guid manager, DateOnly startsOn, string template)
    {
        var title = template.StartsWith("inside", StringComparison.Ordinal) ? "Inside rep" : "Territory rep";
        var employee = Employee.From(application.Candidate!, application, demo.NextNumber(), title, RoleLevel.Rep, demo.Accounts.TeamOf(manager), manager, startsOn);
        var plan = new RampPlan(employee, demo.Library.RampTemplates[template], startsOn, manager);
        demo.Db.Add(employee);
        demo.Db.Add(plan);
        return new(employee, plan);
    }

    /// <summary>Plays a plan that is over: thirteen weeks and three checkpoints, or as far as the person stayed.</summary>
    public static void PlayOut(Demo demo, Welcomed hire, int? leavesAfter)
    {
        var name = hire.Employee.Name;
        var last = Math.Min(RampPlan.Days, leavesAfter ?? RampPlan.Days);
        var weak = leavesAfter is not null;
        var level = (weak ? 0.72 : 0.96) + 0.1 * Demo.Normal($"{name}|effort");
        Play(demo, hire.Plan, last, new Pace(level, (weak ? 0.8 : 1) + 0.12 * Demo.Normal($"{name}|skill"), 0, weak ? 3 : 7));
        var over = hire.Plan.DateOf(last + 1);
        hire.Plan.Close(over, last < RampPlan.Days ? "Left before day 90." : "The 90 days are over.");
    }

    /// <summary>Plays a plan up to a day: weeks recorded, milestones reached, checkpoints held.</summary>
    public static void Play(Demo demo, RampPlan plan, int day, Pace pace)
    {
        var weeks = Math.Min(RampPlan.Weeks, day >= RampPlan.Days ? RampPlan.Weeks : (day - 1) / 7) - pace.SilentWeeks;
        for (var week = 1; week <= weeks; week++)
        {
            var on = plan.DateOf(Math.Min(week * 7, day));
            plan.Record(week, pace.Week(plan, week), Note(plan, week), plan.OwnerId, demo.Past(on.ToDateTime(new TimeOnly(16, 30), DateTimeKind.Utc)), on);
        }
        foreach (var (milestone, n) in plan.Milestones.Where(m => m.DueDay <= day - 2).Select((m, n) => (m, n)))
        {
            if (pace.MissedEvery > 0 && (n + 1) % pace.MissedEvery == 0) continue;
            var reached = plan.DateOf(Math.Clamp(milestone.DueDay + Demo.Dice($"{plan.Employee!.Name}|{milestone.Name}").Number(-2, 2), 1, day));
            plan.Reach(milestone.Id, reached, milestone.Proof, plan.OwnerId, reached);
        }
        foreach (var checkpoint in plan.Checkpoints.Where(c => c.Day <= day))
        {
            var on = plan.DateOf(checkpoint.Day);
            var weak = pace.Effort * pace.Skill < 0.6;
            var outcome = weak && checkpoint.Day >= 60 ? CheckpointOutcome.Extend : CheckpointOutcome.Continue;
            plan.Hold(checkpoint.Day, outcome, Evidence(outcome, checkpoint.Day), plan.OwnerId, demo.Past(on.ToDateTime(new TimeOnly(15, 0), DateTimeKind.Utc)), on);
        }
    }

    private Seller Start(int i, string name, string title, int day, Guid manager, HireChannel channel, string template, Pace pace)
    {
        var history = new DemoHistory(demo);
        var opened = -day - 58;
        var panel = DemoHistory.Panel(demo, manager, i + 1);
        var opening = new Searches(demo).Open(title, null, RoleLevel.Rep, manager, opened, panel);
        var ability = new Ability(name, 0.5);
        var application = history.Interviewed(opening, name, ability, panel, opened, channel);
        history.Decide(application, DecisionOutcome.Hire, manager, panel, opened + 40);
        opening.Fill(demo.Day(opened + 41));
        var hire = Welcome(demo, application, manager, demo.Today.AddDays(1 - day), template);
        if (demo.Accounts.Of(name) is { } account) hire.Employee.LinkTo(account);
        Play(demo, hire.Plan, day, pace);
        return new Seller(hire.Employee, ability, null, hire.Plan);
    }

    private static string? Note(RampPlan plan, int week) => (Phrases.Hash($"{plan.Employee!.Name}|note {week}") % 4) switch
    {
        0 => "Two days lost to training at the plant; calls moved to Friday.",
        1 => "Went along on Tuesday. Questions are shorter than last week.",
        2 => "Good week on the phone. One meeting moved by the customer.",
        _ => null,
    };

    private static string Evidence(CheckpointOutcome outcome, int day) => (outcome, day) switch
    {
        (CheckpointOutcome.Extend, _) => "Activity is there, meetings with people who decide are not. Four more weeks, one joint visit each, bar unchanged.",
        (_, 30) => "Call plans seen for every visit, first qualified meeting held. Coach discovery next.",
        (_, 60) => "Conversations turn into meetings at about the planned rate. One payer met and confirmed.",
        _ => "Three live cases with proof, commitments kept. We would hire again.",
    };
}
