using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>Handing in: once, complete, not before its time, by a plain form.</summary>
public sealed class SubmitScorecardTests : Scoring
{
    private string Url => $"/interviews/{AmaraInterview}/scorecard";

    [Fact]
    public async Task A_plain_form_carries_everything_and_leads_to_the_locked_page()
    {
        var client = await Client(InterviewerA);
        var (page, fields) = await Open(client, Url);
        Assert.Equal(3, page.QuerySelectorAll("article[data-question]").Length);
        Assert.Equal(18, page.QuerySelectorAll("article .rating input[type=radio]").Length);
        Assert.Equal(4, page.QuerySelectorAll("form#card input[name=Recommendation]").Length);
        Assert.Equal("POST", page.QuerySelector("form#card")!.GetAttribute("method"), ignoreCase: true);
        Assert.All(["Version", "Sequence", "Summary", "GeneralEvidence", "RedFlags", "Answers[2].KitQuestionId", "Answers[2].Evidence"], name => Assert.Contains(fields, f => f.Key == name));
        var submit = page.QuerySelector("button.primary[form=card]")!.GetAttribute("formaction")!;
        FillIn(fields, "Dropped a deal without a sponsor.");
        var answer = await Post(client, submit, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/scorecards/{await IdOf(InterviewerA)}", answer.Headers.Location!.ToString());
        var read = await Html(await client.GetAsync(answer.Headers.Location));
        Assert.Empty(read.QuerySelectorAll("textarea, input[type=radio]"));
        Assert.Contains("locked", read.QuerySelector(".banner.locked")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(Url)).StatusCode);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_is_still_there()
    {
        var client = await Client(InterviewerA);
        var (_, fields) = await Open(client, Url);
        Set(fields, "Answers[0].Rating", "4");
        Set(fields, "Answers[0].Evidence", "typed with care");
        var answer = await Post(client, $"{Url}?handler=Submit", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Html(answer);
        Assert.Contains("Questions 2 and 3 have no rating yet", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Fields(page), f => f.Value == "typed with care");
    }

    /// <summary>High ratings with a no: asked about once, nothing lost, nothing refused.</summary>
    [Fact]
    public async Task What_stands_out_is_asked_about_once_and_the_second_press_hands_it_in()
    {
        var client = await Client(InterviewerA);
        var (_, fields) = await Open(client, Url);
        FillIn(fields, "Dropped a deal without a sponsor.", "5");
        Set(fields, "Recommendation", "No");
        var asked = await Html(await Post(client, $"{Url}?handler=Submit", fields));
        Assert.Contains("have a second look", asked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("you recommend no", asked.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(await Db(db => db.Scorecards.Where(s => s.InterviewId == AmaraInterview && s.AuthorId == InterviewerA).Select(s => s.SubmittedAt).SingleAsync()));
        var again = Fields(asked);
        Assert.Equal(3, again.Count(f => f.Value == "Dropped a deal without a sponsor."));
        Assert.Contains(again, f => f is { Key: "Considered", Value: "true" });
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, $"{Url}?handler=Submit", again)).StatusCode);
        Assert.NotNull(await Db(db => db.Scorecards.Where(s => s.InterviewId == AmaraInterview && s.AuthorId == InterviewerA).Select(s => s.SubmittedAt).SingleAsync()));
    }

    [Fact]
    public async Task Submitting_before_the_interview_is_refused_and_preparing_is_not()
    {
        Clock.Advance(TimeSpan.FromDays(-2));
        await Send(InterviewerA, await Draft(InterviewerA));
        var draft = await Draft(InterviewerA);
        Assert.Equal("interview-not-begun", (await Assert.ThrowsAsync<RuleBroken>(() => Send(InterviewerA, Submission(draft)))).Code);
    }

    [Fact]
    public async Task Twenty_at_once_are_one_submission()
    {
        var draft = await Draft(InterviewerA);
        var viewer = await Viewer(InterviewerA);
        var cards = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Send(viewer, Submission(draft)))));
        Assert.Single(cards.Distinct());
        Assert.Equal(1, await Db(db => db.Scorecards.Where(s => s.Id == cards[0]).SelectMany(s => s.Revisions).CountAsync()));
    }

    [Fact]
    public async Task A_different_second_submission_hears_that_it_is_locked()
    {
        var client = await Client(InterviewerA);
        var (_, fields) = await Open(client, Url);
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "the first");
        FillIn(fields, "the second");
        var answer = await Post(client, $"{Url}?handler=Submit", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("the second", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_audited_without_a_word_of_evidence()
    {
        const string marker = "Zyzzyva marks the evidence";
        await Send(InterviewerA, Submission(await Draft(InterviewerA, marker)));
        var row = await Db(db => db.AuditRows.SingleAsync(r => r.Action == nameof(Web.Features.Interviews.SubmitScorecard)));
        Assert.Equal(("ScorecardRevision", InterviewerA, RepOpening), (row.EntityType, row.ActorId, row.OpeningId!.Value));
        Assert.DoesNotContain(marker, string.Concat(await Db(db => db.AuditRows.Select(r => r.Changes).ToListAsync())), StringComparison.Ordinal);
        Assert.DoesNotContain(marker, string.Concat(await Db(db => db.AuditPersonals.Select(r => r.After).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_takes_at_most_ten_commands()
    {
        await SubmitScorecard(AmaraInterview, InterviewerB, 2, "hidden");
        var client = await Client(InterviewerA);
        await client.GetAsync(Url);
        Assert.InRange(await Sql.During(() => client.GetAsync(Url)), 1, 10);
    }
}
