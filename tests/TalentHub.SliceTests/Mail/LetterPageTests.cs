using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Mail;
using TalentHub.Web.Features.Interviews;
using TalentHub.Web.Features.Mail;

namespace TalentHub.SliceTests.Mail;

/// <summary>The outbox HR reads, and the wording it may change.</summary>
public sealed class LetterPageTests : MailWorld
{
    [Fact]
    public async Task HR_reads_what_was_written_and_others_do_not()
    {
        await Send(Lead, Plan(InterviewerA));
        var letter = Assert.Single(await Outbox());
        var page = await (await Client(Hr)).GetStringAsync("/letters");
        Assert.Contains("Ana Interviewer", page, StringComparison.Ordinal);
        Assert.Contains("Room 4", (await Send(Hr, new ShowLetter.Query(letter.Id))).Text, StringComparison.Ordinal);
        foreach (var other in new[] { Lead, InterviewerA, Executive, SalesManager, Administrator })
            await Assert.ThrowsAsync<NotFound>(() => Send(other, new ListLetters.Query()));
    }

    [Fact]
    public async Task An_insider_who_is_HR_finds_no_letter_about_the_search_they_are_in()
    {
        await Send(Executive, new PlanInterview.Command { Id = InsiderApplication, StageId = VpStage, StartsAt = Now.AddDays(1), Minutes = 60, Panel = [Executive] });
        var letter = Assert.Single(await Outbox());
        Assert.Empty((await Send(Insider, new ListLetters.Query())).Rows);
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new ShowLetter.Query(letter.Id)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new ListLetters.TryAgain(letter.Id)));
        Assert.Single((await Send(Hr, new ListLetters.Query())).Rows);
    }

    [Fact]
    public async Task The_list_pages_and_asks_as_much_for_many_as_for_one()
    {
        await Send(Lead, Plan(InterviewerA));
        var viewer = await Viewer(Hr);
        var one = await Sql.During(() => Send(viewer, new ListLetters.Query()));
        for (var day = 3; day < 33; day++) await Send(Lead, Plan(InterviewerA, InterviewerB) with { StartsAt = Now.AddDays(day) });
        var first = await Send(viewer, new ListLetters.Query());
        Assert.Equal(50, first.Rows.Count);
        Assert.Equal(11, (await Send(viewer, new ListLetters.Query(Before: first.Older))).Rows.Count);
        Assert.Equal(one, await Sql.During(() => Send(viewer, new ListLetters.Query())));
        Assert.InRange(one, 1, 3);
    }

    [Fact]
    public async Task The_companys_own_wording_is_used_and_ours_comes_back()
    {
        var client = await Client(Hr);
        var url = $"/mail-templates/{LetterKind.PanelInvitation}";
        var (_, fields) = await Open(client, url, "main form");
        Set(fields, "Form.Subject", "Dein Gespräch: {{ Stage }}");
        Set(fields, "Form.Text", "Hallo {{recipient}}, bitte hier: {{link}} <b>");
        var preview = await Html(await Post(client, $"{url}?handler=Preview", fields));
        Assert.Contains("Dein Gespräch: Structured interview", preview.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, url, fields)).StatusCode);
        await Send(Lead, Plan(InterviewerA));
        var letter = Assert.Single(await Outbox());
        Assert.Equal("Dein Gespräch: Panel: discovery and closing", letter.Subject);
        Assert.StartsWith("Hallo Ana, bitte hier: https://hub.example.test/interviews/", letter.Text, StringComparison.Ordinal);
        Assert.NotEmpty(await Db(db => db.AuditRows.Where(r => r.EntityType == nameof(MailTemplate)).ToListAsync()));
        await Send(Hr, new EditTemplate.Reset(LetterKind.PanelInvitation));
        Assert.DoesNotContain(await Send(Hr, new EditTemplate.List()), r => r.Own);
    }

    [Fact]
    public async Task A_wording_that_would_not_work_is_refused()
    {
        async Task<string> Code(string subject, string text, LetterKind kind = LetterKind.PanelInvitation) =>
            (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new EditTemplate.Command { Kind = kind, Subject = subject, Text = text }))).Code;
        Assert.Equal("unknown-placeholder", await Code("For {{salary}}", "{{link}}"));
        Assert.Equal("link-missing", await Code("Come", "No way in"));
        Assert.Equal("subject-lines", await Code("Come\nBcc: everybody@example.test", "{{link}}"));
        Assert.Equal("unknown-placeholder", await Code("Come", "{{link}}", LetterKind.CandidateInvitation));
        Assert.Equal("text-too-long", await Code("Come", "{{link}}" + new string('x', 5000)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new EditTemplate.Command { Kind = LetterKind.PanelInvitation, Subject = "x", Text = "{{link}}" }));
    }

    [Fact]
    public async Task Two_who_word_it_at_once_are_told()
    {
        await Send(Hr, new EditTemplate.Command { Kind = LetterKind.PanelChange, Subject = "One", Text = "{{link}}" });
        await Assert.ThrowsAsync<Conflict>(() => Send(Hr, new EditTemplate.Command { Kind = LetterKind.PanelChange, Subject = "Two", Text = "{{link}}" }));
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(Hr)).GetAsync("/mail-templates/Nothing")).StatusCode);
    }

    [Fact]
    public void Every_letter_of_ours_obeys_the_rules_for_wording()
    {
        foreach (var kind in Placeholders.Kinds)
        {
            var ours = Web.Platform.Mail.Outbox.Shipped(kind);
            Assert.Equal(ours.Subject, new MailTemplate(kind, ours.Subject, ours.Text, Guid.NewGuid(), Now).Subject);
        }
    }
}
