using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>Amending: with a reason, until the decision; both versions stay.</summary>
public sealed class AmendScorecardTests : Scoring
{
    private async Task<AmendScorecard.Command> Amendment(Guid author, string evidence)
    {
        var form = (await Send(author, new AmendScorecard.Query(await IdOf(author)))).Form;
        form.Reason = "I had mixed up two answers.";
        form.Answers[0].Evidence = evidence;
        form.Answers[0].Rating = "2";
        return form;
    }

    [Fact]
    public async Task Both_versions_are_shown_with_who_when_why_and_what_and_the_trail_has_no_words()
    {
        await Send(InterviewerA, Submission(await Draft(InterviewerA, "the first words")));
        Clock.Advance(TimeSpan.FromHours(2));
        var client = await Client(InterviewerA);
        var url = $"/scorecards/{await IdOf(InterviewerA)}";
        var (_, fields) = await Open(client, $"{url}/amend");
        Set(fields, "Answers[0].Rating", "2");
        Set(fields, "Answers[0].Evidence", "the second words");
        var bare = await Post(client, $"{url}/amend", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        Assert.Contains("the second words", await bare.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Set(fields, "Reason", "I had mixed up two answers.");
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, $"{url}/amend", fields)).StatusCode);

        var page = (await Html(await (await Client(Lead)).GetAsync(url))).QuerySelector("#versions")!.TextContent;
        Assert.All(["Ana Interviewer", "I had mixed up two answers.", "the first words", "the second words", "21 November 2026, 11:00"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        var trail = string.Concat(await Db(db => db.AuditRows.Where(r => r.Action == nameof(AmendScorecard)).Select(r => r.Changes).ToListAsync()));
        Assert.NotEmpty(trail);
        Assert.DoesNotContain("words", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("mixed up", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_decision_it_stays_as_it_is()
    {
        await Send(InterviewerA, Submission(await Draft(InterviewerA)));
        await Send(InterviewerB, Submission(await Draft(InterviewerB)));
        var amendment = await Amendment(InterviewerA, "too late");
        await Save(async db =>
        {
            var application = await db.Applications.AsTracking().Include(a => a.Scorecards).Include(a => a.Debrief).SingleAsync(a => a.Id == AmaraApplication);
            application.Decide(DecisionOutcome.Reject, "Not this time.", null, [], false, Lead, Now);
        });
        Assert.Equal("decided", (await Assert.ThrowsAsync<RuleBroken>(() => Send(InterviewerA, amendment))).Code);
        Assert.False((await Send(InterviewerA, new ReadScorecard.Query(amendment.Id))).MayAmend);
    }

    [Fact]
    public async Task Only_the_author_amends_and_only_what_they_have_seen()
    {
        await Send(InterviewerA, Submission(await Draft(InterviewerA)));
        var amendment = await Amendment(InterviewerA, "by somebody else");
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, amendment));
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerB, new ReadScorecard.Query(amendment.Id)));
        await Send(InterviewerA, amendment);
        await Assert.ThrowsAsync<Conflict>(() => Send(InterviewerA, amendment));
    }
}
