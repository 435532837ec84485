namespace TalentHub.Domain.Ramp;

/// <summary>An activity of a plan with its weekly targets.</summary>
public sealed class PlanActivity : Entity
{
    private PlanActivity() { }

    internal PlanActivity(RampPlan plan, TemplateActivity from, int order) =>
        (RampPlanId, Key, Name, Unit, WeeklyTargets, Order) = (plan.Id, from.Key, from.Name, from.Unit, [.. from.WeeklyTargets], order);

    public Guid RampPlanId { get; private set; }
    public string Key { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Unit { get; private set; } = "";

    /// <summary>One target for each of the 13 weeks.</summary>
    public List<int> WeeklyTargets { get; private set; } = [];

    public int Order { get; private set; }
}

/// <summary>A milestone of a plan.</summary>
public sealed class PlanMilestone : Entity
{
    private PlanMilestone() { }

    internal PlanMilestone(RampPlan plan, TemplateMilestone from, int order) =>
        (RampPlanId, Name, Proof, DueDay, Order) = (plan.Id, from.Name, from.Proof, from.DueDay, order);

    public Guid RampPlanId { get; private set; }
    public string Name { get; private set; } = "";
    public string Proof { get; private set; } = "";
    public int DueDay { get; private set; }
    public int Order { get; private set; }
    public DateOnly? ReachedOn { get; private set; }
    public string? Note { get; private set; }
    public Guid? ConfirmedBy { get; private set; }

    internal void Reach(DateOnly on, string? note, Guid by)
    {
        Rule.Holds(ReachedOn is null, "milestone-reached", "This milestone is already marked as reached.");
        (ReachedOn, Note, ConfirmedBy) = (on, Rule.OptionalText(note, "the note", 500, nameof(Note)), by);
        Touch();
    }

    internal void Unreach()
    {
        (ReachedOn, Note, ConfirmedBy) = (null, null, null);
        Touch();
    }
}

/// <summary>One week's actuals.</summary>
public sealed class CheckIn : Entity
{
    private CheckIn() { }

    internal CheckIn(RampPlan plan, int week) => (RampPlanId, Week) = (plan.Id, week);

    public Guid RampPlanId { get; private set; }
    public int Week { get; private set; }

    /// <summary>Counts by activity key.</summary>
    public Dictionary<string, int> Actuals { get; private set; } = [];

    public string? Note { get; private set; }
    public Guid RecordedBy { get; private set; }
    public DateTime RecordedAt { get; private set; }

    internal void Write(Dictionary<string, int> actuals, string? note, Guid by, DateTime at)
    {
        (Actuals, Note) = (actuals, Rule.OptionalText(note, "the note", 1000, nameof(Note)));
        (RecordedBy, RecordedAt) = (by, at);
        Touch();
    }
}

/// <summary>What a checkpoint can decide.</summary>
public enum CheckpointOutcome { Continue, Extend, Part }

/// <summary>Day 30, 60 or 90: the question, the bar and what was decided.</summary>
public sealed class Checkpoint : Entity
{
    private Checkpoint() { }

    internal Checkpoint(RampPlan plan, TemplateCheckpoint from) =>
        (RampPlanId, Day, Question, Bar) = (plan.Id, from.Day, from.Question, from.Bar);

    public Guid RampPlanId { get; private set; }
    public int Day { get; private set; }
    public string Question { get; private set; } = "";
    public string Bar { get; private set; } = "";
    public CheckpointOutcome? Outcome { get; private set; }
    public string? Evidence { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    internal void Decide(CheckpointOutcome outcome, string evidence, Guid by, DateTime at)
    {
        Rule.Holds(Outcome is null, "checkpoint-decided", "This checkpoint has already been decided.");
        (Outcome, Evidence, DecidedBy, DecidedAt) = (outcome, Rule.Text(evidence, "the evidence", 2000, nameof(Evidence)), by, at);
        Touch();
    }
}
