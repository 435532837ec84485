using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Candidates;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Questions;

namespace TalentHub.SliceTests.Questions;

/// <summary>The bank as a file: out, and back in, all or nothing.</summary>
public sealed class QuestionFileTests : World
{
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task What_goes_out_comes_back_the_same(string kind)
    {
        await Save(async db =>
        {
            var competency = await db.Competencies.AsTracking().FirstAsync(c => c.Level == RoleLevel.Rep);
            db.Add(new Question(competency, Wording.Of(QuestionKind.RolePlay, "=SUM(1), said the buyer; \"now\"?", ["One, two", "Three\nlines"], new("a", "b", "+c"), 12, "-You play the buyer", "Real", "Rehearsed"), null, Now));
        });
        var before = await Send(Hr, new ExportQuestions.Query(RoleLevel.Rep));
        using var client = await Client(Hr);
        using var answer = await client.GetAsync($"/api/questions/export.{kind}?level=Rep");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var file = await answer.Content.ReadAsByteArrayAsync();
        if (kind == "csv") Assert.DoesNotContain(Encoding.UTF8.GetString(file).Split(',', '\n'), c => c.Trim('"') is ['=' or '+' or '-' or '@', ..]);
        await Db(db => db.Questions.Where(q => q.Level == RoleLevel.Rep).ExecuteUpdateAsync(q => q.SetProperty(x => x.Text, x => x.Text + " (old)").SetProperty(x => x.RetiredAt, Now)));
        var command = await Send(Hr, new ImportQuestions.Upload(new MemoryStream(file)));
        Assert.Empty((await Send(Hr, new ImportQuestions.Query(command))).Faults);
        Assert.Equal(before.Count, await Send(Hr, command));
        var after = await Send(Hr, new ExportQuestions.Query(RoleLevel.Rep));
        Assert.Equal(Lines(before), Lines(after));
        Assert.All(await Db(db => db.Questions.Where(q => q.RetiredAt == null && q.Level == RoleLevel.Rep).ToListAsync()), q => Assert.Equal((null, Hr), (q.ApprovedAt, q.WrittenBy)));
    }

    [Fact]
    public async Task One_bad_line_and_nothing_is_added()
    {
        var competency = await Db(db => db.Competencies.Where(c => c.Level == RoleLevel.Rep).Select(c => c.Name).FirstAsync());
        var known = await Db(db => db.Questions.Where(q => q.Level == RoleLevel.Rep).Select(q => q.Text).FirstAsync());
        var command = await Packed($"level,competency,kind,minutes,question,anchor_1,anchor_3,anchor_5\nRep,{competency},,,Which order was late?,a,b,c\nRep,{competency},,,which order WAS late?,a,b,c\nRep,{competency},,,{known},a,b,c\nSdr,{competency},,,What?,a,b,c\nRep,Juggling,,,What?,a,b,c\nRep,{competency},Quiz,,What?,a,b,c\nRep,{competency},,ninety,What?,a,b,c\nRep,{competency},,,,a,b,c\nRep,{competency},role play,,Sell me this.,a,b\n");
        var preview = await Send(Hr, new ImportQuestions.Query(command));
        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10], preview.Faults.Select(f => f.Line));
        Assert.Equal(["Which order was late?"], preview.Ready.Select(r => r.Text));
        Assert.Contains(preview.Advice, a => a.Finding.Code == "anchor-thin");
        var count = await Db(db => db.Questions.CountAsync());
        Assert.Equal("rows-refused", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, command))).Code);
        Assert.Equal(count, await Db(db => db.Questions.CountAsync()));
    }

    [Theory]
    [InlineData("[{\"level\": ]", "json-unreadable")]
    [InlineData("[]", "json-unreadable")]
    [InlineData("[null]", "json-unreadable")]
    [InlineData("[{\"minutes\": \"ten\"}]", "json-unreadable")]
    [InlineData("[{\"question\": \"\\ud800\"}]", "json-unreadable")]
    [InlineData("text,answer\nWhat?,Yes\n", "columns-missing")]
    [InlineData("", "csv-empty")]
    public async Task A_file_that_is_none_is_refused_in_words(string text, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(() => Packed(text))).Code);

    /// <summary>What JSON can spell and no upload may hold is a line of the report, not a fault of ours.</summary>
    [Fact]
    public async Task Odd_JSON_is_a_line_of_the_report()
    {
        var competency = await Db(db => db.Competencies.Where(c => c.Level == RoleLevel.Rep).Select(c => c.Name).FirstAsync());
        const string anchors = "\"anchors\":{\"1\":\"a\",\"3\":\"b\",\"5\":\"c\"}";
        var preview = await Send(Hr, new ImportQuestions.Query(await Packed($$"""
            [{"level":"Rep","competency":"{{competency}}","question":"Which order was late?","probes":[null,"When?"],{{anchors}}},
             {"level":"Rep","competency":"{{competency}}","question":"Which\u0000 order?",{{anchors}}},
             {"level":"Rep","competency":"{{competency}}","question":"Which order was lost?","anchors":null},
             {}]
            """)));
        Assert.Equal([1], preview.Ready.Select(r => r.Number));
        Assert.Equal([2, 3, 4], preview.Faults.Select(f => f.Line));
        Assert.Equal("csv-lost", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new ImportQuestions.Command { Packed = "not base 64" }))).Code);
        Assert.Equal("csv-lost", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new ImportQuestions.Command { Packed = Convert.ToBase64String([1, 2, 3, 4, 5]) }))).Code);
    }

    [Fact]
    public async Task The_pages_work_without_scripts_and_for_HR_alone()
    {
        using var client = await Client(Hr);
        var page = await client.Page("/questions/import");
        var competency = await Db(db => db.Competencies.Where(c => c.Level == RoleLevel.Rep).Select(c => c.Name).FirstAsync());
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes($"[{{\"level\":\"Rep\",\"competency\":\"{competency}\",\"question\":\"Which <b>order</b> was late?\",\"anchors\":{{\"1\":\"a\",\"3\":\"b\",\"5\":\"c\"}}}}]")), "Chosen", "bank.json" },
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        var seen = await (await client.PostAsync("/questions/import?handler=Upload", form)).Document();
        Assert.Contains("Which <b>order</b> was late?", seen.Body!.TextContent, StringComparison.Ordinal);
        var answer = await client.Post("/questions/import", "/questions/import", ("Form.Packed", seen.QuerySelector("#Form_Packed")!.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Single((await Send(Hr, new ListQuestions.Query(null, null, QuestionState.Waiting, null, null, null))).Rows);
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new ExportQuestions.Query(null)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(Lead)).GetAsync("/api/questions/export.csv")).StatusCode);
    }

    private Task<ImportQuestions.Command> Packed(string text) => Send(Hr, new ImportQuestions.Upload(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    private static IEnumerable<string> Lines(IEnumerable<QuestionRow> rows) => rows
        .Select(r => string.Join('|', r.Level, r.Competency, r.Kind, r.Minutes, r.Question, r.Brief, string.Join('/', r.Probes ?? []), r.Anchors, r.Real, r.Rehearsed)).Order();
}
