using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.SliceTests.Debriefs;

public sealed class OpenDebriefTests : DebriefWorld
{
    [Fact]
    public async Task The_lead_opens_it_and_the_trail_says_so()
    {
        await AmaraDebriefed();
        var debrief = await Db(db => db.Debriefs.SingleAsync());
        Assert.Equal((Lead, null as string), (debrief.OpenedBy, debrief.WaiverReason));
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.EntityType == nameof(Debrief) && r.ActorId == Lead)));
        Assert.Equal("debrief-open", await Broken(Lead, new OpenDebrief.Command { Id = AmaraApplication }));
    }

    [Fact]
    public async Task Outstanding_scorecards_need_a_reason_and_are_waived()
    {
        Assert.Equal("nothing-to-debrief", await Broken(Lead, new OpenDebrief.Command { Id = AmaraApplication }));
        await Score(AmaraInterview, InterviewerA, "Named two", Recommendation.Yes, 4, 4, 4);
        Assert.Equal("scorecards-outstanding", await Broken(Lead, new OpenDebrief.Command { Id = AmaraApplication }));
        await Send(Lead, new OpenDebrief.Command { Id = AmaraApplication, WaiverReason = "Ben is ill." });
        Assert.NotNull(await Db(db => db.Scorecards.Where(s => s.AuthorId == InterviewerB && s.InterviewId == AmaraInterview).Select(s => s.WaivedAt).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_still_owes_a_scorecard_cannot_open_it()
    {
        await Score(AmaraInterview, InterviewerA, "Named two", Recommendation.Yes, 4, 4, 4);
        await Plan(AmaraApplication, RepStage, Lead);
        Assert.Equal("own-scorecard-first", await Broken(Lead, new OpenDebrief.Command { Id = AmaraApplication, WaiverReason = "In a hurry." }));
    }

    [Fact]
    public async Task An_interviewer_or_a_stranger_cannot_open_it()
    {
        await Score(AmaraInterview, InterviewerA, "Named two", Recommendation.Yes, 4, 4, 4);
        foreach (var account in new[] { InterviewerA, OtherLead, Executive, SalesManager })
            await Assert.ThrowsAsync<NotFound>(() => Send(account, new OpenDebrief.Command { Id = AmaraApplication, WaiverReason = "Let me." }));
        Assert.False(await Db(db => db.Debriefs.AnyAsync()));
    }

    [Fact]
    public async Task A_form_posted_without_a_reason_comes_back_with_the_sentence()
    {
        await Score(AmaraInterview, InterviewerA, "Named two", Recommendation.Yes, 4, 4, 4);
        var client = await Client(Lead);
        var (status, html) = await Forms.Post(client, $"/applications/{AmaraApplication}/debrief", new());
        Assert.Equal(422, status);
        Assert.Contains("One scorecard is still outstanding", html);
    }
}
