using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>Drafts: nothing typed is lost, nobody is overwritten, nothing is recorded before it counts.</summary>
public sealed class SaveDraftTests : Scoring
{
    [Fact]
    public async Task A_draft_is_kept_for_its_author_and_leaves_no_audit_row()
    {
        var before = await Db(db => db.AuditRows.CountAsync());
        var saved = await Send(InterviewerA, await Draft(InterviewerA));
        Assert.True(saved.Taken);
        var form = (await Card(InterviewerA)).Form;
        Assert.All(form.Answers, a => Assert.Equal(("4", "Named two lost deals."), (a.Rating, a.Evidence)));
        Assert.Equal(Recommendation.Yes, form.Recommendation);
        Assert.Equal(before, await Db(db => db.AuditRows.CountAsync()));
    }

    [Fact]
    public async Task A_stale_save_of_the_same_page_is_answered_with_the_present_state()
    {
        var first = await Draft(InterviewerA, "older");
        var second = await Draft(InterviewerA, "newer");
        (second.Sequence, second.Version) = (first.Sequence + 1, first.Version);
        var taken = await Send(InterviewerA, second);
        var late = await Send(InterviewerA, first);
        Assert.False(late.Taken);
        Assert.Equal((taken.Sequence, taken.Version), (late.Sequence, late.Version));
        Assert.Equal("newer", (await Card(InterviewerA)).Form.Answers[0].Evidence);
    }

    [Fact]
    public async Task Fifty_saves_at_once_end_in_the_last_and_none_fails()
    {
        var drafts = new List<SaveDraft.Command>();
        var first = await Draft(InterviewerA);
        for (var i = 0; i < 50; i++)
        {
            var draft = await Draft(InterviewerA, $"words {i}");
            (draft.Sequence, draft.Version) = (first.Sequence + i, first.Version);
            drafts.Add(draft);
        }
        Random.Shared.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(drafts));
        var viewer = await Viewer(InterviewerA);
        var saved = await Task.WhenAll(drafts.Select(d => Task.Run(() => Send(viewer, d))));
        Assert.Contains(saved, s => s.Taken);
        Assert.Equal("words 49", (await Card(InterviewerA)).Form.Answers[0].Evidence);
        Assert.Equal(first.Sequence + 49, saved.Max(s => s.Sequence));
    }

    [Fact]
    public async Task A_second_window_does_not_overwrite_the_first()
    {
        var one = await Draft(InterviewerA, "first window");
        var two = await Draft(InterviewerA, "second window");
        await Send(InterviewerA, one);
        await Assert.ThrowsAsync<Conflict>(() => Send(InterviewerA, two));
        await Assert.ThrowsAsync<Conflict>(() => Send(InterviewerA, Submission(two)));
        Assert.Equal("first window", (await Card(InterviewerA)).Form.Answers[0].Evidence);
    }

    [Fact]
    public async Task The_page_shows_both_versions_and_then_keeps_what_its_reader_chooses()
    {
        var client = await Client(InterviewerA);
        var url = $"/interviews/{AmaraInterview}/scorecard";
        var (_, fields) = await Open(client, url);
        await Send(InterviewerA, await Draft(InterviewerA, "from the other window"));
        FillIn(fields, "from this window");
        var answer = await Post(client, url, fields);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Html(answer);
        Assert.Contains("from the other window", page.QuerySelector(".other-version")!.TextContent, StringComparison.Ordinal);
        var again = Fields(page);
        Assert.Contains(again, f => f.Value == "from this window");
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, url, again)).StatusCode);
        Assert.Equal("from this window", (await Card(InterviewerA)).Form.Answers[0].Evidence);
    }

    [Fact]
    public async Task The_autosave_address_takes_the_form_as_it_stands_and_says_what_it_holds()
    {
        var client = await Client(InterviewerA);
        var (page, fields) = await Open(client, $"/interviews/{AmaraInterview}/scorecard");
        var url = page.QuerySelector("form#card")!.GetAttribute("data-autosave")!;
        FillIn(fields, "typed a moment ago", "none");
        var sequence = long.Parse(fields.Single(f => f.Key == "Sequence").Value, System.Globalization.CultureInfo.InvariantCulture);
        Set(fields, "Sequence", $"{sequence + 1}");
        var answer = await Post(client, url, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var saved = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(saved.GetProperty("taken").GetBoolean());
        Assert.Equal(sequence + 1, saved.GetProperty("sequence").GetInt64());
        Assert.Equal(Answer.NotObserved, (await Card(InterviewerA)).Form.Answers[2].Rating);
        fields.RemoveAll(f => f.Key.StartsWith("__", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(client, url, fields)).StatusCode);
    }

    [Fact]
    public async Task The_line_a_save_is_answered_with_is_not_packed_but_a_page_is()
    {
        var client = await Client(InterviewerA);
        var (page, fields) = await Open(client, $"/interviews/{AmaraInterview}/scorecard");
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var saved = await Post(client, page.QuerySelector("form#card")!.GetAttribute("data-autosave")!, fields);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Empty(saved.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], (await client.GetAsync($"/api/interviews/{AmaraInterview}/scorecard")).Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_same_draft_goes_in_as_JSON_and_a_conflict_is_problem_details()
    {
        var client = await Client(InterviewerA);
        var (_, fields) = await Open(client, $"/interviews/{AmaraInterview}/scorecard");
        client.DefaultRequestHeaders.Add("RequestVerificationToken", fields.Single(f => f.Key.StartsWith("__", StringComparison.Ordinal)).Value);
        var url = $"/api/interviews/{AmaraInterview}/scorecard";
        var form = (await client.GetFromJsonAsync<JsonElement>(url)).GetProperty("form");
        object Body(int page) => new
        {
            version = form.GetProperty("version").GetInt32(),
            sequence = form.GetProperty("sequence").GetInt64() + page + 1,
            recommendation = "StrongNo",
            answers = new[] { new { kitQuestionId = form.GetProperty("answers")[0].GetProperty("kitQuestionId").GetGuid(), rating = "2", evidence = "by JSON" } },
        };
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsJsonAsync(url, Body(0))).StatusCode);
        Assert.Equal("by JSON", (await Card(InterviewerA)).Form.Answers[0].Evidence);
        var conflict = await client.PutAsJsonAsync(url, Body(1 << 21));
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal("application/problem+json", conflict.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Nonsense_is_refused_with_a_sentence()
    {
        var draft = await Draft(InterviewerA, rating: "7");
        await Assert.ThrowsAsync<ValidationException>(() => Send(InterviewerA, draft));
        draft = await Draft(InterviewerA);
        draft.Sequence = 3;
        await Assert.ThrowsAsync<ValidationException>(() => Send(InterviewerA, draft));
    }

    [Fact]
    public async Task Nobody_else_has_a_scorecard_there()
    {
        foreach (var other in new[] { Hr, Lead, OtherLead, SalesManager, Executive, Insider })
        {
            var draft = await Draft(InterviewerA);
            await Assert.ThrowsAsync<NotFound>(() => Send(other, draft));
            await Assert.ThrowsAsync<NotFound>(() => Send(other, Submission(draft)));
        }
    }

    [Fact]
    public async Task Saving_takes_few_commands()
    {
        var draft = await Draft(InterviewerA);
        var viewer = await Viewer(InterviewerA);
        await Send(viewer, draft);
        draft.Sequence++;
        draft.Answers[0].Rating = "2";
        // The card with its ratings, and what changed; on PostgreSQL the card is held first. The kit is not read again.
        Assert.InRange(await Sql.During(() => Send(viewer, draft)), 1, 3);
    }
}
