using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Ramp;
using TalentHub.Web.Features.Ramp;

namespace TalentHub.SliceTests.Ramp;

/// <summary>Milestones, checkpoints and the end of a plan.</summary>
public sealed class RunPlanTests : RampWorld
{
    [Fact]
    public async Task A_milestone_is_marked_and_taken_back()
    {
        var milestone = (await Theo()).Milestones[0].Id;
        await Send(SalesManager, Reach(milestone, Today));
        await Broken("milestone-reached", () => Send(SalesManager, Reach(milestone, Today)));
        Assert.Equal(SalesManager, (await Theo()).Milestones.Single(m => m.Id == milestone).ConfirmedBy);
        await Send(Hr, new UnreachMilestone.Command(TheoRampPlan, milestone));
        Assert.Null((await Theo()).Milestones.Single(m => m.Id == milestone).ReachedOn);
        await Broken("milestone-in-future", () => Send(SalesManager, Reach(milestone, Today.AddDays(1))));
        await Broken("milestone-before-start", () => Send(SalesManager, Reach(milestone, Today.AddDays(-60))));
        await Assert.ThrowsAsync<ValidationException>(() => Send(SalesManager, Reach(milestone, null)));
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.Action == "ReachMilestone" && r.ActorId == SalesManager)));
    }

    [Fact]
    public async Task A_checkpoint_is_decided_once_by_who_runs_the_plan()
    {
        await Broken("checkpoint-early", () => Send(SalesManager, Hold(90)));
        await Send(SalesManager, Hold(30));
        await Broken("checkpoint-decided", () => Send(Hr, Hold(30)));
        await Assert.ThrowsAsync<ValidationException>(() => Send(Hr, new HoldCheckpoint.Command { PlanId = TheoRampPlan, Day = 60 }));
        Assert.Equal(SalesManager, (await Theo()).Checkpoints.Single(c => c.Day == 30).DecidedBy);
    }

    [Fact]
    public async Task A_plan_is_closed_from_day_ninety_with_its_outcome()
    {
        await Broken("ramp-running", () => Send(SalesManager, new ClosePlan.Command { PlanId = TheoRampPlan, Outcome = "Passed." }));
        Clock.Advance(TimeSpan.FromDays(44));
        await Assert.ThrowsAsync<ValidationException>(() => Send(SalesManager, new ClosePlan.Command { PlanId = TheoRampPlan }));
        await Send(SalesManager, new ClosePlan.Command { PlanId = TheoRampPlan, Outcome = "Passed, with two live proposals." });
        await Broken("ramp-closed", () => Send(SalesManager, Week(TheoRampPlan, 1, 1, 1)));
        Assert.Equal("Passed, with two live proposals.", Assert.Single((await Send(Hr, new ListPlans.Query(Ended: true))).Rows).ClosedBecause);
        Assert.Empty((await Send(Hr, new ListPlans.Query())).Rows);
    }

    [Fact]
    public async Task Nobody_runs_their_own_plan_and_readers_and_outsiders_change_nothing()
    {
        var milestone = (await Theo()).Milestones[0].Id;
        foreach (var account in new[] { NewHire, OtherManager, InterviewerA, Lead, Executive })
        {
            await Assert.ThrowsAsync<NotFound>(() => Send(account, Hold(30)));
            await Assert.ThrowsAsync<NotFound>(() => Send(account, Reach(milestone, Today)));
            await Assert.ThrowsAsync<NotFound>(() => Send(account, new UnreachMilestone.Command(TheoRampPlan, milestone)));
            await Assert.ThrowsAsync<NotFound>(() => Send(account, new ClosePlan.Command { PlanId = TheoRampPlan, Outcome = "Passed." }));
        }
    }

    private HoldCheckpoint.Command Hold(int day) => new() { PlanId = TheoRampPlan, Day = day, Outcome = CheckpointOutcome.Continue, Evidence = "Effort is there." };

    private ReachMilestone.Command Reach(Guid milestone, DateOnly? on) => new() { PlanId = TheoRampPlan, MilestoneId = milestone, On = on, Note = "Signed by the manager." };
}
