using TalentHub.Domain;
using TalentHub.Domain.Openings;
using TalentHub.SliceTests.Evidence;
using TalentHub.SliceTests.Interviews;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Candidates;
using TalentHub.Web.Features.Interviews;
using TalentHub.Web.Features.Openings;

namespace TalentHub.SliceTests.Openings;

/// <summary>How many interviewers a stage has, from whom they are taken, and how many opinions that makes.</summary>
public sealed class StagePanelTests : Scoring
{
    [Fact]
    public async Task Opinions_are_different_people_and_a_test_is_none()
    {
        var all = (await Plan()).Coverage.Select(c => c.CompetencyId).ToList();
        await Edit(RepStage, s => (s.PanelSize, s.Pool) = (1, [InterviewerA]));
        var second = await Send(Lead, new AddStage.Command { Id = RepOpening, Name = "Role-play", Kind = StageKind.RolePlay, Minutes = 40, Competencies = [.. all.Take(2)], PanelSize = 1, Pool = [InterviewerA] });
        await Send(Lead, new AddStage.Command { Id = RepOpening, Name = "Test", Kind = StageKind.Assessment, Minutes = 40, Competencies = all, PanelSize = 4, Pool = [InterviewerB] });
        var plan = await Plan();
        Assert.Equal([(1, true), (1, true), (1, false)], plan.Coverage.Select(c => (c.Raters, c.SameRater)));
        Assert.Equal((0, null, "test"), (plan.Stages[2].PanelSize, plan.Stages[2].Panel, plan.Stages[2].Brings));
        var page = await Html(await (await Client(Lead)).GetAsync($"/openings/{RepOpening}/plan"));
        Assert.Contains("3 competencies rest on one opinion each", page.Body!.TextContent);
        Assert.Contains($"The same person would rate {plan.Coverage[0].Name}, {plan.Coverage[1].Name} each time", page.Body.TextContent);

        await Edit(second, s => s.Pool = [InterviewerA, InterviewerB]);
        Assert.Equal([2, 2, 1], (await Plan()).Coverage.Select(c => c.Raters));
        Assert.Equal("1 of Ana Interviewer, Ben Interviewer", (await Plan()).Stages[1].Panel);
    }

    [Fact]
    public async Task A_name_is_one_of_the_hiring_team_and_leaves_the_plan_with_it()
    {
        await Edit(RepStage, s => (s.PanelSize, s.Pool) = (2, [InterviewerA, InterviewerB]));
        Assert.Equal("Ana Interviewer, Ben Interviewer", (await Plan()).Stages[0].Panel);
        var form = (await Send(Lead, new EditStage.Query(RepOpening, RepStage))).Form;
        form.Pool.Add(OtherLead);
        Assert.Equal("pool-not-on-team", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, form))).Code);
        await Send(Lead, new RemoveTeamMember.Command(RepOpening, InterviewerB));
        Assert.Equal("Ana Interviewer and 1 more from the team", (await Plan()).Stages[0].Panel);
        // Saving the form as it is shown keeps working, though a name in it is gone.
        await Edit(RepStage, _ => { });
    }

    [Fact]
    public async Task Those_named_with_the_lightest_week_are_proposed()
    {
        await Edit(RepStage, s => (s.PanelSize, s.Pool) = (1, [InterviewerA, InterviewerB]));
        var first = await Send(Lead, new PlanInterview.Query(LuisApplication));
        Assert.Equal([InterviewerA], first.Form.Panel);
        Assert.Equal([InterviewerA, InterviewerB], first.Team.Where(m => m.Planned).Select(m => m.AccountId));
        await Send(Lead, new PlanInterview.Command { Id = LuisApplication, StageId = RepStage, StartsAt = first.Form.StartsAt!.Value.AddHours(4), Zone = first.Form.Zone, Panel = [InterviewerA] });
        Assert.Equal([InterviewerB], (await Send(Lead, new PlanInterview.Query(LuisApplication))).Form.Panel);
    }

    [Fact]
    public async Task The_form_proposes_on_request_and_keeps_what_was_typed()
    {
        await Edit(RepStage, s => (s.PanelSize, s.Pool) = (1, [InterviewerB]));
        var client = await Client(Lead);
        var url = $"/applications/{LuisApplication}/interviews/new";
        var (_, fields) = await Open(client, url, "main form");
        fields.RemoveAll(f => f.Key is "Form.Panel" or "Form.Place");
        fields.Add(new("Form.Panel", $"{InterviewerA}"));
        fields.Add(new("Form.Place", "Harbour room"));
        var page = await Html(await Post(client, $"{url}?handler=Propose", fields));
        Assert.Equal([$"{InterviewerB}"], page.QuerySelectorAll("input[name='Form.Panel']").Where(i => i.HasAttribute("checked")).Select(i => i.GetAttribute("value")));
        Assert.Equal("Harbour room", page.QuerySelector("input[name='Form.Place']")!.GetAttribute("value"));
        Assert.Empty((await Send(InterviewerB, new MyInterviews.Query())).Upcoming);
        // With nobody named for the stage there is nothing to propose: what was ticked stays.
        await Edit(RepStage, s => s.Pool = []);
        page = await Html(await Post(client, $"{url}?handler=Propose", fields));
        Assert.Equal([$"{InterviewerA}"], page.QuerySelectorAll("input[name='Form.Panel']").Where(i => i.HasAttribute("checked")).Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Two_who_name_different_people_read_names_and_keep_their_ticks()
    {
        var client = await Client(Lead);
        var url = $"/openings/{RepOpening}/stages/{RepStage}/edit";
        var (_, fields) = await Open(client, url, "main form");
        await Edit(RepStage, s => s.Pool = [InterviewerB]);
        fields.Add(new("Form.Pool", $"{InterviewerA}"));
        var answer = await Post(client, url, fields);
        Assert.Equal(409, (int)answer.StatusCode);
        var page = await Html(answer);
        Assert.Equal(["Pool", "Ana Interviewer", "Ben Interviewer"], page.QuerySelectorAll(".conflict tbody tr > *").Select(c => c.TextContent));
        Assert.Equal([$"{InterviewerA}"], page.QuerySelectorAll("input[name='Form.Pool']").Where(i => i.HasAttribute("checked")).Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task An_interview_with_fewer_than_planned_says_so_where_it_can_be_mended()
    {
        await Edit(RepStage, s => s.PanelSize = 3);
        Assert.Equal(1, (await Send(Lead, new ChangeInterview.Query(AmaraInterview))).Short);
        Assert.Contains("one is missing", await (await Client(Lead)).GetStringAsync($"/interviews/{AmaraInterview}"));
        Assert.Equal(0, (await Send(InterviewerA, new ChangeInterview.Query(AmaraInterview))).Short);
    }

    [Fact]
    public async Task At_a_stage_for_references_or_tests_no_interview_is_missed()
    {
        var references = await Send(Lead, new AddStage.Command { Id = RepOpening, Name = "References", Kind = StageKind.References, Minutes = 30 });
        await Send(Lead, new MoveApplication.Command(LuisApplication, references));
        Assert.Equal(["No reference is asked for yet, and “References” is for that."], (await Send(Lead, new ShowApplication.Query(LuisApplication))).Waiting());
        await this.Reference(LuisApplication, token: "another");
        Assert.Equal(["One reference is still to come, of 1 asked for."], (await Send(Lead, new ShowApplication.Query(LuisApplication))).Waiting());
        var test = await Send(Lead, new AddStage.Command { Id = RepOpening, Name = "Sales test", Kind = StageKind.Assessment, Minutes = 30 });
        await Send(Lead, new MoveApplication.Command(LuisApplication, test));
        Assert.Equal(["No test result is entered for “Sales test”."], (await Send(Lead, new ShowApplication.Query(LuisApplication))).Waiting());
    }

    private async Task<PlanSheet> Plan() => (await Send(Lead, new ShowPlan.Query(RepOpening))).Plan;

    private async Task Edit(Guid stage, Action<EditStage.Command> change)
    {
        var form = (await Send(Lead, new EditStage.Query(RepOpening, stage))).Form;
        change(form);
        await Send(Lead, form);
    }
}
