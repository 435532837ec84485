using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Candidates;

namespace TalentHub.SliceTests.Candidates;

public sealed class ImportCandidatesTests : World
{
    [Fact]
    public async Task A_list_is_looked_at_and_then_brought_in_without_scripts()
    {
        using var client = await Client(Lead);
        var page = await client.Page("/candidates/import");
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.Latin1.GetBytes("Candidate;E-mail;Source\r\n\"Müller; Jörg\";jm@example.test;Trade show\r\nIna Blum;ib@example.test;\r\n")), "Chosen", "people.pdf" },
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent($"{RepOpening}"), "Form.OpeningId" },
            { new StringContent("Agency"), "Form.Channel" },
        };
        var seen = await (await client.PostAsync("/candidates/import?handler=Upload", form)).Document();
        Assert.Contains("Müller; Jörg", seen.Body!.TextContent, StringComparison.Ordinal);
        string? Value(string id) => seen.QuerySelector($"#{id}")!.GetAttribute("value") ?? seen.QuerySelector($"#{id} option[selected]")?.GetAttribute("value");
        var answer = await client.Post("/candidates/import", "/candidates/import", ("Form.Packed", Value("Form_Packed")), ("Form.Columns.Name", Value("Form_Columns_Name")), ("Form.Columns.Email", Value("Form_Columns_Email")),
            ("Form.Columns.Channel", Value("Form_Columns_Channel")), ("Form.OpeningId", Value("Form_OpeningId")), ("Form.Channel", Value("Form_Channel")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Trade show", Domain.Values.Words.Of((await Send(Lead, new ListCandidates.Query(Q: "jörg"))).Rows.Single().Latest!.Channel));
        Assert.Equal("Agency", Domain.Values.Words.Of((await Send(Lead, new ListCandidates.Query(Q: "ina blum"))).Rows.Single().Latest!.Channel));
    }

    [Fact]
    public async Task One_bad_line_and_nothing_is_added()
    {
        var command = await Packed(Lead, "name,email,channel\nGood Person,good@example.test,Network\nTwin,twin@example.test,\nTwin again,TWIN@example.test,\n,none@example.test,\nOdd,odd@example.test,Carrier pigeon\nToo,many,cells,here\nAmara again,amara@example.test,\nSelma again,selma@example.test,\nBad mail,not-an-address,\n");
        var preview = await Send(Lead, new ImportCandidates.Query(command));
        Assert.Equal([4, 5, 6, 7, 8, 9, 10], preview.Faults.Select(f => f.Line));
        Assert.Contains("Amara Osei", preview.Faults.Single(f => f.Line == 8).Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Selma", preview.Faults.Single(f => f.Line == 9).Sentence, StringComparison.Ordinal);
        Assert.Equal("rows-refused", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, command))).Code);
        Assert.Equal(4, await Db(db => db.Candidates.CountAsync()));
    }

    [Theory]
    [InlineData("", "csv-empty")]
    [InlineData("name,email\n", "csv-no-rows")]
    [InlineData("PK\u0003\u0004\0\0binary", "csv-not-text")]
    [InlineData("%PDF-1.7 text", "csv-not-text")]
    [InlineData("<html><body>name,email</body></html>", "csv-not-text")]
    public async Task What_is_not_a_list_is_refused_with_a_sentence(string content, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(() => Packed(Hr, content))).Code);

    [Fact]
    public async Task Too_many_rows_or_bytes_are_refused()
    {
        Assert.Equal("csv-too-many-rows", (await Assert.ThrowsAsync<RuleBroken>(() => Packed(Hr, "name\n" + string.Concat(Enumerable.Range(0, 5001).Select(i => $"Person {i}\n"))))).Code);
        Assert.Equal("csv-too-large", (await Assert.ThrowsAsync<RuleBroken>(() => Packed(Hr, "name\n" + new string('x', 11 << 20)))).Code);
        Assert.Equal("csv-lost", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new ImportCandidates.Query(new() { Packed = "?? not ours" })))).Code);
    }

    [Fact]
    public async Task A_lead_needs_an_opening_of_theirs_and_an_interviewer_brings_in_nothing()
    {
        var command = await Packed(Lead, "name\nMira Holt\n");
        Assert.Equal("opening-needed", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, command with { OpeningId = null }))).Code);
        Assert.Equal("opening-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, command with { OpeningId = VpOpening }))).Code);
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, command));
        Assert.Equal(1, await Send(Lead, command));
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.Action == nameof(ImportCandidates))));
    }

    private async Task<ImportCandidates.Command> Packed(Guid account, string content) =>
        (await Send(account, new ImportCandidates.Upload(new MemoryStream(Encoding.UTF8.GetBytes(content))))) with { OpeningId = RepOpening };
}
