using System.Net;
using TalentHub.Domain;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.SliceTests.Debriefs;

public sealed class ShowDebriefTests : DebriefWorld
{
    private string Address => $"/applications/{AmaraApplication}/debrief";

    [Fact]
    public async Task Before_it_opens_the_page_names_who_has_submitted_and_shows_no_word_and_no_number()
    {
        await Score(AmaraInterview, InterviewerA, "MARK-words", Recommendation.Yes, 4, 4, 5);
        foreach (var account in new[] { Lead, Hr, InterviewerA, InterviewerB })
        {
            var sheet = await Send(account, new ShowDebrief.Query(AmaraApplication));
            Assert.Null(sheet.Reading);
            Assert.Equal([("Ana Interviewer", "submitted"), ("Ben Interviewer", "outstanding")], sheet.Seats.Select(s => (s.Author, s.State)));
            var html = await (await Client(account)).GetStringAsync(Address);
            Assert.DoesNotContain("MARK-words", html);
            Assert.Contains("Ben Interviewer", html);
        }
    }

    [Fact]
    public async Task Once_open_it_leads_with_the_disagreement()
    {
        await AmaraDebriefed();
        var sheet = await Send(InterviewerA, new ShowDebrief.Query(AmaraApplication));
        Assert.Equal("The panel splits on Coachability: 5 and 2", sheet.Title);
        var first = sheet.Reading!.Competencies[0];
        Assert.True(first is { Mixed: true, TooFew: true, Lower: null });
        Assert.Equal(["Coachability", "Closes in steps", "Qualifies interest"], sheet.Reading.Competencies.Select(c => c.Competency.Name));
        Assert.Equal(0.4 * 4 + 0.3 * 3.5 + 0.3 * 3.5, sheet.Reading.Score.Score.Value!.Value, 12);
        Assert.Equal(1, sheet.Reading.Score.Certainty);
    }

    [Fact]
    public async Task Not_observed_lowers_certainty_and_never_the_mean()
    {
        await Score(AmaraInterview, InterviewerA, "Saw little", Recommendation.Yes, 4, 4, 0);
        await Send(Lead, new OpenDebrief.Command { Id = AmaraApplication, WaiverReason = "Ben is ill." });
        var score = (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Reading!.Score;
        Assert.Equal((4.0, 0.7), (score.Score.Value!.Value, Math.Round(score.Certainty, 12)));
        Assert.False(score.Score.HasInterval);
        Assert.Contains("n/o", await (await Client(Lead)).GetStringAsync(Address));
    }

    [Fact]
    public async Task Whoever_owes_a_scorecard_again_finds_a_lock_with_the_reason_on_page_API_and_paper()
    {
        await AmaraDebriefed();
        await Plan(AmaraApplication, RepStage, Lead);
        var sheet = await Send(Lead, new ShowDebrief.Query(AmaraApplication));
        Assert.NotNull(sheet.Lock);
        Assert.True(sheet is { Reading: null, MayDecide: false, Decisions.Count: 0 });
        var client = await Client(Lead);
        Assert.DoesNotContain("Blamed the buyer", await client.GetStringAsync(Address));
        Assert.DoesNotContain("Blamed the buyer", await client.GetStringAsync($"/api{Address}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/applications/{AmaraApplication}/dossier.pdf")).StatusCode);
        Assert.Contains("Blamed the buyer", await (await Client(Hr)).GetStringAsync($"/api{Address}"));
    }

    [Fact]
    public async Task Nobody_else_reaches_it()
    {
        await AmaraDebriefed();
        foreach (var account in new[] { OtherLead, Administrator, SalesManager, NewHire, Executive })
            await Assert.ThrowsAsync<NotFound>(() => Send(account, new ShowDebrief.Query(AmaraApplication)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(OtherLead)).GetAsync(Address)).StatusCode);
    }

    [Fact]
    public async Task It_takes_few_SQL_commands()
    {
        await AmaraDebriefed();
        var client = await Client(Lead);
        await client.GetStringAsync(Address);
        Assert.InRange(await Sql.During(() => client.GetStringAsync(Address)), 1, 10);
    }
}
