using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>Rule 1 at the doors of this area: what A wrote is nowhere before its time, and whole afterwards.</summary>
public sealed class BlindnessTests : Scoring
{
    private const string Marker = "Xylograph of a lost hospital deal";

    [Fact]
    public async Task Nobody_reads_a_draft()
    {
        await Send(InterviewerA, await Draft(InterviewerA, Marker));
        foreach (var other in new[] { InterviewerB, Lead, Hr, Executive, Administrator, SalesManager, OtherLead, Insider })
            Assert.DoesNotContain(Marker, await Everything(other), StringComparison.Ordinal);
        Assert.Contains(Marker, await Everything(InterviewerA), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_panellist_a_lead_and_HR_with_a_card_of_their_own_wait_until_theirs_is_in()
    {
        var second = await SecondPanel(InterviewerA, Lead, Hr);
        await SubmitScorecard(second, InterviewerA, 5, Marker);
        await SubmitScorecard(AmaraInterview, InterviewerA, 5, Marker);
        foreach (var other in new[] { InterviewerB, Lead, Hr })
            Assert.DoesNotContain(Marker, await Everything(other, second), StringComparison.Ordinal);
        await SubmitScorecard(AmaraInterview, InterviewerB, 2, "of their own");
        await SubmitScorecard(second, Lead, 2, "of their own");
        await SubmitScorecard(second, Hr, 2, "of their own");
        foreach (var other in new[] { InterviewerB, Lead, Hr })
            Assert.Contains(Marker, await Everything(other, second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_somebody_submitted_is_said_and_no_more()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 5, Marker);
        var page = await (await Client(InterviewerB)).GetStringAsync($"/interviews/{AmaraInterview}/scorecard");
        Assert.Contains("submitted · hidden", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{await IdOf(InterviewerA)}", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(InterviewerB)).GetAsync($"/scorecards/{await IdOf(InterviewerA)}")).StatusCode);
    }

    [Fact]
    public async Task An_insider_finds_no_interview_of_the_opening_they_apply_for()
    {
        var interview = Guid.Empty;
        await Save(async db =>
        {
            var application = await db.Applications.AsTracking().SingleAsync(a => a.Id == OutsiderApplication);
            var stage = await db.Stages.AsTracking().Include(s => s.Kits).SingleAsync(s => s.Id == VpStage);
            var planned = new Interview(application, stage, Now.AddDays(-1), 60, null, [Executive, Insider]);
            db.Add(planned);
            interview = planned.Id;
        });
        await SubmitScorecard(interview, Executive, 4, Marker);
        var client = await Client(Insider);
        foreach (var url in new[] { $"/interviews/{interview}", $"/interviews/{interview}/scorecard", $"/api/interviews/{interview}/scorecard", $"/scorecards/{await IdOf(Executive, interview)}" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(url)).StatusCode);
        Assert.DoesNotContain("Selma Whitlock", await client.GetStringAsync("/interviews"), StringComparison.Ordinal);
        Assert.DoesNotContain("Selma Whitlock", await client.GetStringAsync("/api/interviews"), StringComparison.Ordinal);
    }

    private async Task<Guid> SecondPanel(params Guid[] panel)
    {
        var id = Guid.Empty;
        await Save(async db =>
        {
            var application = await db.Applications.AsTracking().SingleAsync(a => a.Id == AmaraApplication);
            var stage = await db.Stages.AsTracking().Include(s => s.Kits).SingleAsync(s => s.Id == RepStage);
            var interview = new Interview(application, stage, Now.AddHours(-3), 50, null, panel);
            db.Add(interview);
            id = interview.Id;
        });
        return id;
    }

    /// <summary>All that this area's pages and endpoints say to the account, whatever the status.</summary>
    private async Task<string> Everything(Guid account, Guid? alsoInterview = null)
    {
        var client = await Client(account);
        var cards = await Db(db => db.Scorecards.Select(s => s.Id).ToListAsync());
        var urls = new List<string> { "/interviews", "/api/interviews" };
        foreach (var interview in new[] { AmaraInterview, alsoInterview ?? AmaraInterview })
            urls.AddRange([$"/interviews/{interview}", $"/interviews/{interview}/scorecard", $"/api/interviews/{interview}/scorecard"]);
        foreach (var card in cards) urls.AddRange([$"/scorecards/{card}", $"/scorecards/{card}/amend"]);
        var said = "";
        foreach (var url in urls)
        {
            var answer = await client.GetAsync(url);
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            said += await answer.Content.ReadAsStringAsync();
        }
        return said;
    }
}
