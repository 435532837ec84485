using TalentHub.Domain.Employees;

namespace TalentHub.Domain.Ramp;

/// <summary>The first 90 days of a hire against a scorecard.</summary>
public sealed class RampPlan : Entity
{
    /// <summary>Length of a plan in days.</summary>
    public const int Days = 90;

    /// <summary>Weeks that carry targets; the last ends a day after day 90.</summary>
    public const int Weeks = 13;

    private readonly List<PlanActivity> activities = [];
    private readonly List<PlanMilestone> milestones = [];
    private readonly List<CheckIn> checkIns = [];
    private readonly List<Checkpoint> checkpoints = [];

    private RampPlan() { }

    public RampPlan(Employee employee, RampTemplate template, DateOnly startsOn, Guid ownerId)
    {
        Rule.Holds(startsOn >= employee.HiredOn, "ramp-before-hire", "The ramp cannot start before the hire date.", nameof(StartsOn));
        (EmployeeId, TemplateId, TemplateName, StartsOn, OwnerId) = (employee.Id, template.Id, $"{template.Name} v{template.Number}", startsOn, ownerId);
        Steps = [.. template.Body.Steps];
        foreach (var a in template.Body.Activities) activities.Add(new PlanActivity(this, a, activities.Count + 1));
        foreach (var m in template.Body.Milestones.OrderBy(m => m.DueDay)) milestones.Add(new PlanMilestone(this, m, milestones.Count + 1));
        foreach (var c in template.Body.Checkpoints.OrderBy(c => c.Day)) checkpoints.Add(new Checkpoint(this, c));
    }

    public Guid EmployeeId { get; private set; }
    public Employee? Employee { get; private set; }
    public Guid TemplateId { get; private set; }

    /// <summary>Name and number of the template copied.</summary>
    public string TemplateName { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    /// <summary>The account of whoever runs the ramp with the hire.</summary>
    public Guid OwnerId { get; private set; }

    public DateOnly? ClosedOn { get; private set; }
    public string? ClosedBecause { get; private set; }
    public List<FunnelStep> Steps { get; private set; } = [];
    public IReadOnlyList<PlanActivity> Activities => activities;
    public IReadOnlyList<PlanMilestone> Milestones => milestones;
    public IReadOnlyList<CheckIn> CheckIns => checkIns;
    public IReadOnlyList<Checkpoint> Checkpoints => checkpoints;

    /// <summary>The day of the ramp, 1 on the first; zero or less before it starts.</summary>
    public int DayOn(DateOnly date) => date.DayNumber - StartsOn.DayNumber + 1;

    /// <summary>The week of the ramp, 1 for days 1 to 7.</summary>
    public int WeekOn(DateOnly date) => (int)Math.Ceiling(DayOn(date) / 7.0);

    /// <summary>The date of a day of the ramp.</summary>
    public DateOnly DateOf(int day) => StartsOn.AddDays(day - 1);

    /// <summary>Records what was done in a week; refuses a future week, a second record and a closed plan.</summary>
    /// <param name="actuals">Counts by activity key, zero or more.</param>
    public CheckIn Record(int week, IReadOnlyDictionary<string, int> actuals, string? note, Guid by, DateTime at, DateOnly today)
    {
        CheckWeek(week, today);
        Rule.Holds(checkIns.All(c => c.Week != week), "week-recorded", $"Week {week} is already recorded. Correct that record instead.", "Week");
        var checkIn = new CheckIn(this, week);
        checkIn.Write(Known(actuals), note, by, at);
        checkIns.Add(checkIn);
        Touch();
        return checkIn;
    }

    /// <summary>Refuses a week that cannot be written: the plan is closed, or the week is not begun or not in it.</summary>
    public void CheckWeek(int week, DateOnly today)
    {
        CheckRunning();
        Rule.Holds(week is >= 1 and <= Weeks, "week-range", $"The plan has weeks 1 to {Weeks}.", "Week");
        Rule.Holds(DayOn(today) >= 1, "check-in-before-start", "The ramp has not started yet.", "Week");
        Rule.Holds(week <= WeekOn(today), "week-in-future", $"Week {week} has not begun yet.", "Week");
    }

    /// <summary>Corrects a week already recorded.</summary>
    public void Correct(int week, IReadOnlyDictionary<string, int> actuals, string? note, Guid by, DateTime at)
    {
        CheckRunning();
        var checkIn = checkIns.SingleOrDefault(c => c.Week == week) ?? throw new NotFound("That week's record");
        checkIn.Write(Known(actuals), note, by, at);
        Touch();
    }

    /// <summary>Marks a milestone as reached, on what proof.</summary>
    public void Reach(Guid milestoneId, DateOnly on, string? note, Guid by, DateOnly today)
    {
        CheckRunning();
        Rule.Holds(on >= StartsOn, "milestone-before-start", "A milestone cannot be reached before the ramp starts.", "On");
        Rule.Holds(on <= today, "milestone-in-future", "A milestone cannot be reached in the future.", "On");
        Milestone(milestoneId).Reach(on, note, by);
        Touch();
    }

    /// <summary>Takes back a milestone marked by mistake.</summary>
    public void Unreach(Guid milestoneId)
    {
        CheckRunning();
        Milestone(milestoneId).Unreach();
        Touch();
    }

    /// <summary>Decides a checkpoint: continue, extend or part, by whom and on what evidence.</summary>
    public void Hold(int day, CheckpointOutcome outcome, string evidence, Guid by, DateTime at, DateOnly today)
    {
        CheckRunning();
        var checkpoint = checkpoints.SingleOrDefault(c => c.Day == day) ?? throw new NotFound("That checkpoint");
        Rule.Holds(today >= DateOf(day).AddDays(-10), "checkpoint-early", $"The day-{day} checkpoint is not due yet: it can be held from ten days before.");
        checkpoint.Decide(outcome, evidence, by, at);
        Touch();
    }

    /// <summary>Ends the plan once its 90 days are over, with the outcome in a sentence.</summary>
    public void Finish(string outcome, DateOnly today)
    {
        CheckRunning();
        Rule.Holds(DayOn(today) >= Days, "ramp-running", $"The plan runs until day {Days}. If the person leaves earlier, record their exit: it closes the plan.");
        Close(today, outcome);
    }

    /// <summary>Lets a plan go on that was closed by an exit recorded by mistake.</summary>
    public void Reopen()
    {
        (ClosedOn, ClosedBecause) = (null, null);
        Touch();
    }

    /// <summary>Ends the plan: the 90 days are over, or the person left.</summary>
    public void Close(DateOnly on, string because)
    {
        CheckRunning();
        (ClosedOn, ClosedBecause) = (on, Rule.Text(because, "how it ended", 200, "Outcome"));
        Touch();
    }

    private PlanMilestone Milestone(Guid id) => milestones.SingleOrDefault(m => m.Id == id) ?? throw new NotFound("That milestone");

    private Dictionary<string, int> Known(IReadOnlyDictionary<string, int> actuals)
    {
        Rule.Holds(actuals.Keys.All(k => activities.Any(a => a.Key == k)), "activity-unknown", "That activity is not in this plan.");
        Rule.Holds(actuals.Values.All(v => v is >= 0 and <= 10_000), "actual-range", "A count is a whole number from 0 to 10,000.");
        return new(actuals);
    }

    private void CheckRunning() => Rule.Holds(ClosedOn is null, "ramp-closed", "This ramp plan is closed.");
}
