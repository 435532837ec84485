using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Debriefs;
using TalentHub.Web.Features.Debriefs;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Mail;

/// <summary>The letter after a decision: a person's words, after the hour for second thoughts, once; and word to an author whose scorecard was reopened.</summary>
public sealed class DecisionLetterTests : DebriefWorld
{
    [Fact]
    public async Task It_leaves_when_the_hour_is_over()
    {
        var decision = await Rejected();
        await Send(Lead, new SendLetter.Command { Id = AmaraApplication, DecisionId = decision, Subject = "Your application", Body = "Dear Amara,\r\nno." });
        var letter = Assert.Single(await Letters());
        Assert.Equal(("amara@example.test", "Dear Amara,\nno.", "leo.lead@example.test", LetterState.Waiting), (letter.ToAddress, letter.Text, letter.ReplyTo, letter.State));
        Assert.Equal(Now + Decision.TakeBackWithin, letter.DueAt);
        var page = await (await Client(Hr)).GetStringAsync($"/letters/{letter.Id}");
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $", leaves {letter.DueAt:d MMMM, HH:mm}"), page, StringComparison.Ordinal);
        Assert.Equal(LetterState.Waiting, (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Letter!.Written);
        await Broken("letter-written", () => Send(Lead, new SendLetter.Command { Id = AmaraApplication, DecisionId = decision, Subject = "Again", Body = "Again" }));
    }

    [Fact]
    public async Task A_decision_taken_back_takes_its_letter_along()
    {
        var decision = await Rejected();
        await Send(Lead, new SendLetter.Command { Id = AmaraApplication, DecisionId = decision, Subject = "Your application", Body = "No." });
        var version = await Db(db => db.Applications.Where(a => a.Id == AmaraApplication).Select(a => a.Version).SingleAsync());
        await Send(Lead, new TakeBackDecision.Command { Id = AmaraApplication, DecisionId = decision, Version = version, Reason = "The wrong window." });
        Assert.Equal(LetterState.Withdrawn, Assert.Single(await Letters()).State);
        await Broken("decision-moved-on", () => Send(Lead, new SendLetter.Command { Id = AmaraApplication, DecisionId = decision, Subject = "Again", Body = "Again" }));
    }

    [Fact]
    public async Task Only_those_who_decide_write_it_and_a_broken_one_comes_back_as_typed()
    {
        var decision = await Rejected();
        foreach (var other in new[] { OtherLead, InterviewerA })
            await Assert.ThrowsAsync<NotFound>(() => Send(other, new SendLetter.Command { Id = AmaraApplication, DecisionId = decision, Subject = "x", Body = "x" }));
        var client = await Client(Lead);
        var address = $"/applications/{AmaraApplication}/debrief";
        var refused = await client.Submit(address, new Dictionary<string, string> { ["Letter.DecisionId"] = $"{decision}", ["Letter.Subject"] = "", ["Letter.Body"] = "Typed with care <b>" }, $"{address}?handler=Letter");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Typed with care &lt;b&gt;", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await Letters());
        await Save(async db => (await db.Candidates.AsTracking().SingleAsync(c => c.Id == Amara)).Describe("Amara Osei", null, null, null, null));
        await Broken("no-address", () => Send(Lead, new SendLetter.Command { Id = AmaraApplication, DecisionId = decision, Subject = "x", Body = "x" }));
    }

    [Fact]
    public async Task The_author_of_a_reopened_scorecard_is_told_without_the_reason()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "seen");
        var card = await Db(db => db.Scorecards.SingleAsync(s => s.InterviewId == AmaraInterview && s.AuthorId == InterviewerA));
        await Send(Hr, new ReopenScorecard.Command { Id = card.Id, Version = card.Version, Reason = "Markerreason." });
        var letter = Assert.Single(await Letters());
        Assert.Equal((LetterKind.ScorecardReopened, InterviewerA), (letter.Kind, letter.ToAccountId!.Value));
        Assert.DoesNotContain("Markerreason", letter.Subject + letter.Text, StringComparison.Ordinal);
        Assert.Null(letter.Calendar);
    }

    private async Task<Guid> Rejected()
    {
        await AmaraDebriefed();
        await Save(db => db.Letters.ExecuteDeleteAsync());
        var version = await Db(db => db.Applications.Where(a => a.Id == AmaraApplication).Select(a => a.Version).SingleAsync());
        await Send(Lead, new Decide.Command { Id = AmaraApplication, Version = version, Outcome = DecisionOutcome.Reject, Reasons = "Closes nothing." });
        return await Db(db => db.Decisions.Where(d => d.ApplicationId == AmaraApplication).Select(d => d.Id).SingleAsync());
    }

    private Task<List<Letter>> Letters() => Db(db => db.Letters.OrderBy(l => l.Id).ToListAsync());

    private static async Task Broken(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);
}
