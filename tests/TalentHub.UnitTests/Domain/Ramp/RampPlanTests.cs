using TalentHub.Domain;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;

namespace TalentHub.UnitTests.Domain.Ramp;

public sealed class RampPlanTests
{
    private static readonly DateOnly Start = new(2026, 10, 5);
    private static readonly Guid Boss = Guid.NewGuid();

    [Fact]
    public void A_day_belongs_to_a_week_and_the_first_is_one()
    {
        var plan = Plan();
        Assert.Equal((1, 1), (plan.DayOn(Start), plan.WeekOn(Start)));
        Assert.Equal((7, 1), (plan.DayOn(Start.AddDays(6)), plan.WeekOn(Start.AddDays(6))));
        Assert.Equal((8, 2), (plan.DayOn(Start.AddDays(7)), plan.WeekOn(Start.AddDays(7))));
        Assert.Equal(Start.AddDays(29), plan.DateOf(30));
    }

    [Fact]
    public void A_ramp_cannot_start_before_the_hire() => Broken("ramp-before-hire", () => new RampPlan(Employee(), Template(), Start.AddDays(-1), Boss));

    [Theory]
    [InlineData(0, 10, "week-range")]
    [InlineData(14, 100, "week-range")]
    [InlineData(1, -1, "check-in-before-start")]
    [InlineData(3, 10, "week-in-future")]
    public void A_week_outside_what_has_begun_is_refused(int week, int daysIn, string code) =>
        Broken(code, () => Plan().Record(week, Counts(5, 1), null, Boss, At, Start.AddDays(daysIn)));

    [Fact]
    public void A_week_is_recorded_once_and_then_corrected()
    {
        var plan = Plan();
        plan.Record(1, Counts(5, 1), null, Boss, At, Start);
        Broken("week-recorded", () => plan.Record(1, Counts(6, 1), null, Boss, At, Start));
        plan.Correct(1, Counts(7, 2), "Counted twice.", Boss, At);
        Assert.Equal(7, Assert.Single(plan.CheckIns).Actuals["calls"]);
        Assert.Throws<NotFound>(() => plan.Correct(2, Counts(1, 1), null, Boss, At));
    }

    [Fact]
    public void Counts_are_of_known_activities_and_in_range()
    {
        Broken("activity-unknown", () => Plan().Record(1, new Dictionary<string, int> { ["golf"] = 3 }, null, Boss, At, Start));
        Broken("actual-range", () => Plan().Record(1, Counts(-1, 0), null, Boss, At, Start));
        Broken("actual-range", () => Plan().Record(1, Counts(10_001, 0), null, Boss, At, Start));
    }

    [Fact]
    public void A_milestone_is_reached_once_within_the_ramp_and_can_be_taken_back()
    {
        var plan = Plan();
        var id = plan.Milestones[0].Id;
        Broken("milestone-before-start", () => plan.Reach(id, Start.AddDays(-1), null, Boss, Start));
        Broken("milestone-in-future", () => plan.Reach(id, Start.AddDays(2), null, Boss, Start));
        plan.Reach(id, Start, "Signed.", Boss, Start);
        Broken("milestone-reached", () => plan.Reach(id, Start, null, Boss, Start));
        plan.Unreach(id);
        Assert.Null(plan.Milestones[0].ReachedOn);
        Assert.Throws<NotFound>(() => plan.Unreach(Guid.NewGuid()));
    }

    [Fact]
    public void A_checkpoint_is_decided_once_from_ten_days_before_on_evidence()
    {
        var plan = Plan();
        Broken("checkpoint-early", () => plan.Hold(30, CheckpointOutcome.Continue, "Fine.", Boss, At, plan.DateOf(19)));
        Broken("text-missing", () => plan.Hold(30, CheckpointOutcome.Continue, " ", Boss, At, plan.DateOf(20)));
        plan.Hold(30, CheckpointOutcome.Continue, "Fine.", Boss, At, plan.DateOf(20));
        Broken("checkpoint-decided", () => plan.Hold(30, CheckpointOutcome.Part, "Changed my mind.", Boss, At, plan.DateOf(31)));
        Assert.Throws<NotFound>(() => plan.Hold(45, CheckpointOutcome.Continue, "Fine.", Boss, At, plan.DateOf(45)));
    }

    [Fact]
    public void A_plan_is_finished_from_day_ninety_and_then_stands_still()
    {
        var plan = Plan();
        Broken("ramp-running", () => plan.Finish("Passed.", plan.DateOf(89)));
        plan.Finish("Passed.", plan.DateOf(90));
        Broken("ramp-closed", () => plan.Record(1, Counts(1, 1), null, Boss, At, plan.DateOf(90)));
        Broken("ramp-closed", () => plan.Unreach(plan.Milestones[0].Id));
        Broken("ramp-closed", () => plan.Close(plan.DateOf(91), "Again."));
        plan.Reopen();
        plan.Record(1, Counts(1, 1), null, Boss, At, plan.DateOf(90));
    }

    internal static readonly DateTime At = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);

    internal static RampPlan Plan() => new(Employee(), Template(), Start, Boss);

    internal static Dictionary<string, int> Counts(int calls, int meetings) => new() { ["calls"] = calls, ["meetings"] = meetings };

    internal static void Broken(string code, Action act) => Assert.Equal(code, Assert.Throws<RuleBroken>(act).Code);

    private static Employee Employee() => new("E-1", "Theo Brandt", Start, "Direct", EmployeeSource.Entered);

    private static RampTemplate Template() => new("Field rep", RoleLevel.Rep, null, new RampTemplateBody(
        "", [new("calls", "Calls", "calls", [.. Enumerable.Repeat(20, 13)], null), new("meetings", "Meetings", "meetings", [.. Enumerable.Repeat(5, 13)], null)],
        [new("calls", "meetings", .25)],
        [new("plan", "Territory plan", 10, "Plan signed"), new("first", "First meeting", 14, "Meeting note"), new("map", "Map of deciders", 18, "Chart confirmed")],
        [new(30, "Effort?", "80% of activity"), new(60, "Skill?", "Half the meetings"), new(90, "Again?", "Pass")], []));
}
