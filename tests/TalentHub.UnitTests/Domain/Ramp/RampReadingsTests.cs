using TalentHub.Domain.Ramp;
using static TalentHub.UnitTests.Domain.Ramp.RampPlanTests;

namespace TalentHub.UnitTests.Domain.Ramp;

public sealed class RampReadingsTests
{
    [Fact]
    public void Before_two_weeks_are_recorded_it_is_too_early_to_say()
    {
        var plan = Plan();
        Assert.Equal(Standing.TooEarlyToSay, plan.StandOn(plan.DateOf(0)).Standing);
        Assert.Equal(Standing.TooEarlyToSay, plan.StandOn(plan.DateOf(5)).Standing);
    }

    [Fact]
    public void A_week_is_judged_from_its_fifth_day()
    {
        var plan = Plan();
        Assert.Equal([0, 1, 1, 2, 13], new[] { 4, 5, 11, 12, 200 }.Select(d => plan.JudgedWeek(plan.DateOf(d))));
    }

    [Fact]
    public void Pace_is_of_the_last_four_recorded_weeks_with_an_interval()
    {
        var plan = Recorded(6, 20, 5);
        plan.Correct(1, Counts(0, 0), null, Guid.NewGuid(), At);
        var pace = plan.PaceOn(plan.DateOf(42));
        Assert.Equal((100, 100), (pace.Actual, pace.Target));
        Assert.Equal([3, 4, 5, 6], pace.Weeks);
        Assert.Equal(1, pace.Share!.Value);
        Assert.InRange(pace.Share.Lower!.Value, .80, .82);
        Assert.InRange(pace.Share.Upper!.Value, 1.21, 1.23);
    }

    [Fact]
    public void Plainly_low_activity_is_at_risk_and_effort_comes_first()
    {
        var plan = Reached(Recorded(4, 10, 2));
        var reading = plan.StandOn(plan.DateOf(28));
        Assert.Equal(Standing.AtRisk, reading.Standing);
        Assert.StartsWith("Activity at 48% of target over 4 weeks", reading.Reasons[0]);
        Assert.StartsWith("Effort first", plan.DiagnosisOn(plan.DateOf(28)));
    }

    [Fact]
    public void Low_activity_that_could_be_chance_is_watched() =>
        Assert.Equal(Standing.Watch, Reached(Recorded(2, 15, 4)) is var plan ? plan.StandOn(plan.DateOf(14)).Standing : default);

    [Fact]
    public void Good_activity_with_milestones_reached_is_on_track()
    {
        var plan = Reached(Recorded(4, 21, 5));
        Assert.Equal(Standing.OnTrack, plan.StandOn(plan.DateOf(28)).Standing);
        Assert.Null(plan.DiagnosisOn(plan.DateOf(28)));
    }

    [Fact]
    public void Late_milestones_are_watched_and_three_are_a_risk()
    {
        var plan = Recorded(4, 21, 5);
        Assert.Equal(Standing.Watch, plan.StandOn(plan.DateOf(22)).Standing);
        Assert.Equal(Standing.AtRisk, plan.StandOn(plan.DateOf(26)).Standing);
        Assert.StartsWith("Knowledge", plan.DiagnosisOn(plan.DateOf(26)));
    }

    [Fact]
    public void Silence_is_watched()
    {
        var plan = Reached(Recorded(2, 20, 5));
        Assert.Contains("Nothing recorded since week 2.", plan.StandOn(plan.DateOf(28)).Reasons);
    }

    [Fact]
    public void A_checkpoint_that_decided_to_part_or_was_not_held_is_said()
    {
        var plan = Reached(Recorded(5, 20, 5));
        Assert.Contains("The day-30 checkpoint has not been held.", plan.StandOn(plan.DateOf(34)).Reasons);
        plan.Hold(30, CheckpointOutcome.Part, "No meetings.", Guid.NewGuid(), At, plan.DateOf(34));
        Assert.Equal(Standing.AtRisk, plan.StandOn(plan.DateOf(34)).Standing);
    }

    [Theory]
    [InlineData(9, 9, Leak.Above)]
    [InlineData(20, 5, Leak.InLine)]
    [InlineData(20, 1, Leak.Below)]
    [InlineData(2, 1, Leak.TooFewToSay)]
    [InlineData(5, 9, Leak.Above)]
    public void A_conversion_is_read_by_its_interval(int calls, int meetings, Leak expected) =>
        Assert.Equal(expected, Assert.Single(Recorded(4, calls, meetings).Leaks()).Leak);

    [Fact]
    public void A_leak_with_the_effort_there_is_a_matter_of_skill()
    {
        var plan = Reached(Recorded(4, 24, 1));
        Assert.StartsWith("Skill, not effort: calls turn into meetings at 4% where 25% is expected.", plan.DiagnosisOn(plan.DateOf(28)));
    }

    private static RampPlan Recorded(int weeks, int calls, int meetings)
    {
        var plan = Plan();
        for (var week = 1; week <= weeks; week++) plan.Record(week, Counts(calls, meetings), null, Guid.NewGuid(), At, plan.DateOf(90));
        return plan;
    }

    private static RampPlan Reached(RampPlan plan)
    {
        foreach (var milestone in plan.Milestones) plan.Reach(milestone.Id, plan.DateOf(milestone.DueDay), null, Guid.NewGuid(), plan.DateOf(90));
        return plan;
    }
}
