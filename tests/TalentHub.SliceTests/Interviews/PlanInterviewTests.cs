using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Openings;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>Planning, moving and calling off an interview, and the list it appears on.</summary>
public sealed class PlanInterviewTests : Scoring
{
    private PlanInterview.Command Plan(params Guid[] panel) =>
        new() { Id = LuisApplication, StageId = RepStage, StartsAt = Now.AddDays(2), Minutes = 50, Place = "Room 4", Panel = [.. panel] };

    [Fact]
    public async Task A_plain_form_plans_it_and_the_panel_finds_it()
    {
        var client = await Client(Lead);
        var url = $"/applications/{LuisApplication}/interviews/new";
        var (page, fields) = await Open(client, url, "main form");
        Assert.Equal(3, page.QuerySelectorAll("input[name='Form.Panel']").Length);
        fields.Add(new("Form.Panel", $"{InterviewerA}"));
        var answer = await Post(client, url, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Luis Ferreira", await client.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        var mine = await Send(InterviewerA, new MyInterviews.Query());
        Assert.Equal("Luis Ferreira", Assert.Single(mine.Upcoming).Interview.Candidate);
        Assert.Equal("Open kit", mine.Upcoming[0].Button(Now));
        Assert.NotEmpty(await Db(db => db.AuditRows.Where(r => r.Action == nameof(PlanInterview) && r.EntityType == "Interview").ToListAsync()));
    }

    [Fact]
    public async Task It_takes_as_long_as_its_stage_unless_told_otherwise()
    {
        var id = await Send(Lead, Plan(InterviewerA) with { Minutes = null });
        var stage = await Db(db => db.Stages.SingleAsync(s => s.Id == RepStage));
        Assert.Equal(stage.Minutes, await Db(db => db.Interviews.Where(i => i.Id == id).Select(i => i.Minutes).SingleAsync()));
    }

    [Fact]
    public async Task When_the_search_ends_meanwhile_what_was_planned_can_still_be_read()
    {
        var client = await Client(Lead);
        var url = $"/applications/{LuisApplication}/interviews/new";
        var (_, fields) = await Open(client, url, "main form");
        fields.Add(new("Form.Panel", $"{InterviewerA}"));
        fields.RemoveAll(f => f.Key == "Form.Place");
        fields.Add(new("Form.Place", "Harbour room, second floor"));
        await Save(async db => (await db.Openings.AsTracking().SingleAsync(o => o.Id == RepOpening)).Fill(Today));
        var page = await Html(await Post(client, url, fields));
        Assert.Contains("This search is not running", page.Body!.TextContent);
        Assert.Contains("Harbour room, second floor", page.Body.TextContent);
        Assert.Contains("Ana Interviewer", page.Body.TextContent);
    }

    [Fact]
    public async Task The_panel_comes_from_the_team() => await Broken("panel-not-on-team", () => Send(Lead, Plan(InterviewerA, OtherLead)));

    [Fact]
    public async Task Nobody_judges_where_they_are_a_candidate()
    {
        await Save(async db => (await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == VpOpening)).Join(Insider, TeamPart.Interviewer));
        var plan = new PlanInterview.Command { Id = OutsiderApplication, StageId = VpStage, StartsAt = Now.AddDays(1), Minutes = 60, Panel = [Executive, Insider] };
        await Broken("panel-not-free", () => Send(Executive, plan));
        Assert.DoesNotContain((await Send(Executive, new PlanInterview.Query(OutsiderApplication))).Team, m => m.AccountId == Insider);
    }

    [Fact]
    public async Task A_manager_who_has_not_been_told_cannot_be_chosen_for_their_report()
    {
        await Save(async db => (await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == VpOpening)).Join(SalesManager, TeamPart.Interviewer));
        var plan = new PlanInterview.Command { Id = InsiderApplication, StageId = VpStage, StartsAt = Now.AddDays(1), Minutes = 60, Panel = [SalesManager] };
        await Broken("panel-not-free", () => Send(Executive, plan));
        plan.Id = OutsiderApplication;
        await Send(Executive, plan);
    }

    [Fact]
    public async Task A_stage_of_another_opening_is_refused()
    {
        var plan = Plan(InterviewerA);
        plan.StageId = VpStage;
        await Broken("stage-elsewhere", () => Send(Lead, plan));
    }

    [Fact]
    public async Task A_search_that_is_not_running_has_no_interviews()
    {
        await Save(async db => (await db.Openings.AsTracking().SingleAsync(o => o.Id == RepOpening)).CloseWithoutHire(Today));
        await Broken("opening-not-open", () => Send(Lead, Plan(InterviewerA)));
    }

    [Fact]
    public async Task Only_those_who_run_the_opening_plan_move_and_call_off()
    {
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, Plan(InterviewerA)));
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, Plan(InterviewerA)));
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new ChangeInterview.Cancel(AmaraInterview)));
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new ChangeInterview.Cancel(AmaraInterview)));
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new ChangeInterview.Query(AmaraInterview)));
        Assert.False((await Send(InterviewerA, new ChangeInterview.Query(AmaraInterview))).Workable);
    }

    [Fact]
    public async Task It_is_moved_by_a_form_that_has_seen_the_last_change()
    {
        var form = (await Send(Lead, new ChangeInterview.Query(AmaraInterview))).Form;
        form.StartsAt = Now.AddDays(3);
        await Send(Lead, form);
        Assert.Equal(Now.AddDays(3), (await Send(Lead, new ChangeInterview.Query(AmaraInterview))).Interview.StartsAt);
        await Assert.ThrowsAsync<Conflict>(() => Send(Lead, form));
        await SubmitAfterMoving();
    }

    [Fact]
    public async Task Calling_it_off_gives_up_what_was_not_submitted()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "kept");
        var client = await Client(Lead);
        var (_, fields) = await Open(client, $"/interviews/{AmaraInterview}", "form[data-confirm]");
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, $"/interviews/{AmaraInterview}?handler=Cancel", fields)).StatusCode);
        Assert.Empty((await Send(InterviewerB, new MyInterviews.Query())).Due);
        Assert.Equal("Read", Assert.Single((await Send(InterviewerA, new MyInterviews.Query())).Done).Button(Now));
        Assert.NotEmpty(await Db(db => db.AuditRows.Where(r => r.Action == nameof(ChangeInterview)).ToListAsync()));
    }

    [Fact]
    public async Task My_list_asks_as_much_of_the_database_for_one_as_for_many_and_pages_what_is_done()
    {
        var viewer = await Viewer(InterviewerB);
        await Send(viewer, new MyInterviews.Query());
        var one = await Sql.During(() => Send(viewer, new MyInterviews.Query()));
        for (var i = 0; i < 25; i++)
        {
            var id = await Send(Lead, Plan(InterviewerA, InterviewerB) with { StartsAt = Now.AddHours(-30 - i) });
            await SubmitScorecard(id, InterviewerB, 3, "seen");
        }
        Assert.Equal(one, await Sql.During(() => Send(viewer, new MyInterviews.Query())));
        Assert.InRange(one, 1, 6);
        var first = await Send(viewer, new MyInterviews.Query());
        Assert.Equal("Amara Osei", Assert.Single(first.Due).Interview.Candidate);
        Assert.Equal(20, first.Done.Count);
        Assert.Equal(5, (await Send(viewer, new MyInterviews.Query(first.Older))).Done.Count);
    }

    [Fact]
    public async Task Who_has_none_reads_what_will_come()
    {
        var page = await (await Client(SalesManager)).GetStringAsync("/interviews");
        Assert.Contains("No interviews yet", page, StringComparison.Ordinal);
    }

    private async Task SubmitAfterMoving()
    {
        Clock.Advance(TimeSpan.FromDays(4));
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "seen");
        var form = (await Send(Lead, new ChangeInterview.Query(AmaraInterview))).Form;
        await Broken("interview-scored", () => Send(Lead, form));
    }

    private static async Task Broken(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);
}
