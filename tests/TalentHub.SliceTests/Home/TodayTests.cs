using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Interviews;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Home;

namespace TalentHub.SliceTests.Home;

public sealed class TodayTests : World
{
    [Fact]
    public async Task An_interviewer_finds_the_scorecard_due_and_nothing_of_the_others()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "Named two lost deals.");
        var thing = Assert.Single((await Send(InterviewerB, new Today.Query())).Things);
        Assert.Equal(("Scorecard due", $"/interviews/{AmaraInterview}/scorecard"), (thing.Kind, thing.Href));
        Assert.Contains("0 of 3", thing.Detail);
        Assert.Empty((await Send(InterviewerA, new Today.Query())).Things);
        Assert.Empty((await Send(OtherLead, new Today.Query())).Things);
    }

    [Fact]
    public async Task A_lead_decides_once_every_scorecard_is_in()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "Named two lost deals.");
        Assert.DoesNotContain((await Send(Lead, new Today.Query())).Things, t => t.Kind == "Decide");
        await SubmitScorecard(AmaraInterview, InterviewerB, 2, "Blamed the buyer.", Recommendation.No);
        var view = await Send(Lead, new Today.Query());
        var decide = Assert.Single(view.Things, t => t.Kind == "Decide");
        Assert.Equal($"/applications/{AmaraApplication}/debrief", decide.Href);
        Assert.Contains("All 2 scorecards", decide.Detail);
        var opening = Assert.Single(view.Openings);
        Assert.Equal((RepOpening, 2, 31), (opening.Id, opening.Active, opening.DaysOpen));
        Assert.Empty((await Send(OtherLead, new Today.Query())).Openings);
    }

    [Fact]
    public async Task A_manager_finds_the_checkpoint_and_last_weeks_numbers_and_the_hire_their_own()
    {
        var manager = await Send(SalesManager, new Today.Query());
        Assert.Equal(["Day-30 checkpoint", "Week 6 numbers"], manager.Things.Select(t => t.Kind));
        Assert.Equal(47, Assert.Single(manager.Ramps).Day);
        var hire = await Send(NewHire, new Today.Query());
        Assert.Equal($"/ramp/{TheoRampPlan}/check-in/6", Assert.Single(hire.Things).Href);
        Assert.True(Assert.Single(hire.Ramps).Own);
        Assert.Empty((await Send(OtherManager, new Today.Query())).Ramps);
    }

    [Fact]
    public async Task Everyone_gets_a_page_with_a_next_step_and_few_commands()
    {
        foreach (var account in new[] { Administrator, Hr, Lead, OtherLead, InterviewerA, SalesManager, NewHire, Executive, Insider })
        {
            var client = await Client(account);
            await client.GetAsync("/");
            var html = "";
            var commands = await Sql.During(async () => html = await client.GetStringAsync("/"));
            Assert.True(commands <= 10, $"{commands} commands");
            Assert.Contains("for you.", html);
            Assert.Contains("btn primary", html);
        }
    }

    [Fact]
    public async Task An_insider_finds_no_trace_of_their_own_candidacy()
    {
        var html = await (await Client(Insider)).GetStringAsync("/");
        foreach (var hidden in new[] { VpOpening, InsiderApplication, OutsiderApplication, InsiderCandidate }) Assert.DoesNotContain(hidden.ToString(), html);
        Assert.DoesNotContain("Whitlock", html);
        Assert.Contains(VpOpening.ToString(), await (await Client(Executive)).GetStringAsync("/"));
    }

    [Theory]
    [InlineData(0, 9, "Good morning. Nothing waits for you.")]
    [InlineData(1, 14, "Good afternoon. One thing waits for you.")]
    [InlineData(4, 20, "Good evening. Four things wait for you.")]
    public void The_greeting_counts(int things, int hour, string sentence) => Assert.Equal(sentence, Greeting(things, hour));

    private static string Greeting(int things, int hour) => TalentHub.Web.Features.Home.Clock.Greeting(new DateTime(2026, 11, 21, hour, 0, 0, DateTimeKind.Utc), things);
}
