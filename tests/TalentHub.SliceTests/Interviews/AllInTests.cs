using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Web.Features.Debriefs;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>The debrief opens by itself with the last scorecard, whichever way the last one goes, and not a moment before.</summary>
public sealed class AllInTests : Scoring
{
    [Fact]
    public async Task The_last_scorecard_opens_it_and_nobody_is_said_to_have()
    {
        await Submit(InterviewerA);
        Assert.Null(await Debrief());
        await Submit(InterviewerB);
        var debrief = (await Debrief())!;
        Assert.Equal((null as Guid?, null as string, Now), (debrief.OpenedBy, debrief.WaiverReason, debrief.OpenedAt));
        var row = await Db(db => db.AuditRows.SingleAsync(r => r.EntityType == nameof(Domain.Interviews.Debrief)));
        Assert.Equal((InterviewerB, nameof(SubmitScorecard)), (row.ActorId, row.Action));
        Assert.Contains("opened by itself on 21 Nov 2026, when the last scorecard came in", await (await Client(Lead)).GetStringAsync($"/applications/{AmaraApplication}/debrief"));
        Assert.Equal("debrief-open", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new OpenDebrief.Command { Id = AmaraApplication }))).Code);
    }

    [Fact]
    public async Task A_stage_still_to_be_held_keeps_it_shut_and_opening_it_by_hand_then_wants_a_reason()
    {
        var panel = await AnotherStage("Role-play");
        await Submit(InterviewerA);
        await Submit(InterviewerB);
        Assert.Null(await Debrief());
        var html = await (await Client(Lead)).GetStringAsync($"/applications/{AmaraApplication}/debrief");
        Assert.Contains("still to be held: Role-play", html);
        Assert.Equal("stages-not-held", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new OpenDebrief.Command { Id = AmaraApplication }))).Code);
        // An interview that was called off is no interview held.
        await Send(Lead, new ChangeInterview.Cancel(await Plan(panel, InterviewerA)));
        Assert.Null(await Debrief());
        await Submit(InterviewerA, await Plan(panel, InterviewerA));
        Assert.NotNull(await Debrief());
    }

    [Fact]
    public async Task A_stage_without_a_kit_is_not_waited_for()
    {
        await Save(async db => (await db.Openings.AsTracking().Include(o => o.Stages).SingleAsync(o => o.Id == RepOpening)).AddStage("References", StageKind.References, 30, []));
        await Submit(InterviewerA);
        await Submit(InterviewerB);
        Assert.NotNull(await Debrief());
    }

    [Fact]
    public async Task Calling_off_the_interview_that_was_waited_for_opens_it()
    {
        var second = await Plan(RepStage, InterviewerA, Lead);
        await Submit(InterviewerA);
        await Submit(InterviewerB);
        Assert.Null(await Debrief());
        await Send(Lead, new ChangeInterview.Cancel(second));
        Assert.Null((await Debrief())!.OpenedBy);
        Assert.Equal(2, await Db(db => db.Scorecards.CountAsync(s => s.InterviewId == second && s.WaivedAt != null)));
    }

    [Fact]
    public async Task Calling_off_the_only_interview_opens_nothing()
    {
        await Send(Lead, new ChangeInterview.Cancel(AmaraInterview));
        Assert.Null(await Debrief());
    }

    /// <summary>Rule 1 after the debrief: a further interviewer sees nothing of it before their own word, and their word opens no second debrief.</summary>
    [Fact]
    public async Task An_interview_planned_afterwards_keeps_its_panel_blind_and_opens_nothing_twice()
    {
        await Submit(InterviewerA, evidence: "Xylograph of a deal");
        await Submit(InterviewerB);
        await Save(async db => (await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == RepOpening)).Join(SalesManager, TeamPart.Interviewer));
        await Save(db => { db.RoleGrants.Add(new Domain.Access.RoleGrant(SalesManager, Domain.Access.Role.Interviewer, Hr, Now)); return Task.CompletedTask; });
        var third = await Plan(RepStage, SalesManager);
        var client = await Client(SalesManager);
        Assert.DoesNotContain("Xylograph", await client.GetStringAsync($"/applications/{AmaraApplication}/debrief"));
        await Submit(SalesManager, third);
        Assert.Contains("Xylograph", await client.GetStringAsync($"/applications/{AmaraApplication}/debrief"));
        Assert.Equal(1, await Db(db => db.Debriefs.CountAsync()));
    }

    [Fact]
    public async Task Two_last_scorecards_at_once_open_it_once_and_both_are_in()
    {
        var drafts = new[] { InterviewerA, InterviewerB }.Select(async a => (a, await Draft(a))).Select(t => t.Result).ToList();
        var viewers = drafts.ToDictionary(d => d.a, d => Viewer(d.a).Result);
        var gate = new TaskCompletionSource();
        var both = drafts.Select(d => Task.Run(async () =>
        {
            await gate.Task;
            await Send(viewers[d.a], Submission(d.Item2));
        })).ToList();
        gate.SetResult();
        await Task.WhenAll(both);
        Assert.Equal(1, await Db(db => db.Debriefs.CountAsync(d => d.ApplicationId == AmaraApplication)));
        Assert.Equal(2, await Db(db => db.Scorecards.CountAsync(s => s.InterviewId == AmaraInterview && s.SubmittedAt != null)));
    }

    [Fact]
    public async Task Opened_by_hand_while_the_last_scorecard_comes_in_it_is_open_once()
    {
        await Submit(InterviewerA);
        var draft = await Draft(InterviewerB);
        var tries = await Task.WhenAll(
            Task.Run(() => Record.ExceptionAsync(() => Send(InterviewerB, Submission(draft)))),
            Task.Run(() => Record.ExceptionAsync(() => Send(Lead, new OpenDebrief.Command { Id = AmaraApplication, WaiverReason = "Ben is ill." }))));
        Assert.Single(tries, t => t is null);
        Assert.Contains(tries.OfType<RuleBroken>().Single().Code, new[] { "scorecard-waived", "debrief-open" });
        Assert.Equal(1, await Db(db => db.Debriefs.CountAsync()));
    }

    private Task<Debrief?> Debrief() => Db(db => db.Debriefs.SingleOrDefaultAsync(d => d.ApplicationId == AmaraApplication));

    private async Task Submit(Guid author, Guid? interview = null, string evidence = "Named two lost deals.") => await Send(author, Submission(await Draft(author, evidence, interview: interview)));

    private async Task<Guid> AnotherStage(string name)
    {
        var id = Guid.Empty;
        await Save(async db =>
        {
            var opening = await db.Openings.AsTracking().Include(o => o.Stages).SingleAsync(o => o.Id == RepOpening);
            var asked = await db.Kits.Where(k => k.StageId == RepStage).SelectMany(k => k.Questions).Select(q => q.QuestionId).ToListAsync();
            var questions = await db.Questions.AsTracking().Include(q => q.Competency).Where(q => asked.Contains(q.Id)).ToListAsync();
            var stage = opening.AddStage(name, StageKind.RolePlay, 60, [.. questions.Select(q => q.CompetencyId)]);
            stage.SetKit(questions, false, Now);
            id = stage.Id;
        });
        return id;
    }

    private async Task<Guid> Plan(Guid stageId, params Guid[] panel)
    {
        var id = Guid.Empty;
        await Save(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Id == AmaraApplication);
            var stage = await db.Stages.Include(s => s.Kits).SingleAsync(s => s.Id == stageId);
            var interview = new Interview(application, stage, Now.AddHours(-3), 50, null, panel);
            db.Add(interview);
            id = interview.Id;
        });
        return id;
    }
}
