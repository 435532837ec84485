using System.Net;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Web.Features.Exits;

namespace TalentHub.SliceTests.Exits;

public sealed class AnswerExitTests : ExitWorld
{
    [Fact]
    public async Task The_leaver_answers_their_own_and_sees_nothing_of_the_managers_side()
    {
        var id = await Explained();
        await Send(NewHire, Answers(id, await Version(id), "The territory was half the size.", 2));
        var html = WebUtility.HtmlDecode(await (await Client(NewHire)).GetStringAsync($"/exits/{id}/interview"));
        Assert.Contains("The territory was half the size.", html);
        Assert.DoesNotContain(ManagerWords, html);
        Assert.DoesNotContain("selling", html.Split("<form")[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(NewHire)).GetAsync($"/exits/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(NewHire)).GetAsync("/exits")).StatusCode);
        Assert.NotNull((await Send(Hr, new ShowExit.Query(id))).InterviewedAt);
        Assert.False(await Db(db => db.AuditRows.AnyAsync(r => r.Changes.Contains("half the size"))));
    }

    [Fact]
    public async Task HR_fills_it_in_and_answers_can_be_changed()
    {
        var id = await TheoLeaves();
        await Send(Hr, Answers(id, await Version(id), "First.", 2));
        await Send(Hr, Answers(id, await Version(id), "Second.", 3));
        var sheet = await Send(Hr, new AnswerExit.Query(id));
        Assert.Equal("Second.", sheet.Form.Answers.Single(a => a.Key == "why-leaving").Text);
        Assert.False(sheet.IsOwn);
        await Broken("take-back-interviewed", () => Send(Hr, new TakeBackExit.Command(id)));
    }

    [Fact]
    public async Task Rules_are_said_by_their_code_and_a_stale_form_is_a_conflict()
    {
        var id = await TheoLeaves();
        var version = await Version(id);
        await Broken("interview-empty", () => Send(Hr, Answers(id, version, " ", null)));
        await Broken("scale-range", () => Send(Hr, Answers(id, version, "x", 6)));
        var golf = Answers(id, version, "x", 3);
        golf.Answers[0].Key = "golf";
        await Assert.ThrowsAsync<ValidationException>(() => Send(Hr, golf));
        await Send(Hr, Answers(id, version, "x", 3));
        await Assert.ThrowsAsync<Conflict>(() => Send(NewHire, Answers(id, version, "y", 3)));
    }

    [Fact]
    public async Task Nobody_else_finds_it()
    {
        var id = await TheoLeaves();
        foreach (var outsider in new[] { SalesManager, OtherManager, Executive, Lead, InterviewerA, Administrator })
            await Assert.ThrowsAsync<NotFound>(() => Send(outsider, new AnswerExit.Query(id)));
    }

    private static AnswerExit.Command Answers(Guid id, int version, string why, int? support) => new()
    {
        Id = id,
        Version = version,
        Answers = [new() { Key = "why-leaving", Text = why }, new() { Key = "keeps-support", Scale = support }],
    };
}
