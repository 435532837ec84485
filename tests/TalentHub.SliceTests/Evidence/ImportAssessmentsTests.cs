using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Candidates;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Evidence;

namespace TalentHub.SliceTests.Evidence;

/// <summary>A vendor's file: looked at first, then all of it or nothing.</summary>
public sealed class ImportAssessmentsTests : World
{
    [Fact]
    public async Task A_file_is_looked_at_and_then_entered_without_scripts()
    {
        using var client = await Client(Lead);
        var competency = await Competency();
        var page = await client.Page($"/assessments/import?opening={RepOpening}");
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"E-mail;Competency;Percentile;Vendor;Test;Date\r\nAMARA@example.test;{competency.ToUpperInvariant()};74;Northgate;Work style;12.11.2026\r\nluis@example.test;{competency};9;Northgate;Work style;2026-11-12\r\n"), "Chosen", "results.csv" },
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent($"{RepOpening}"), "Form.OpeningId" },
        };
        var seen = await (await client.PostAsync("/assessments/import?handler=Upload", form)).Document();
        Assert.Contains("74th percentile", seen.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Db(db => db.AssessmentResults.CountAsync()));
        var answer = await client.Post("/assessments/import", "/assessments/import", ("Form.Packed", seen.QuerySelector("#Form_Packed")!.GetAttribute("value")), ("Form.OpeningId", $"{RepOpening}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal([9, 74], await Db(db => db.AssessmentResults.OrderBy(r => r.EnteredAt).Select(r => r.Percentile).OrderBy(p => p).ToListAsync()));
        Assert.Equal(2, await Db(db => db.AuditRows.CountAsync(r => r.Action == "ImportAssessments" && r.EntityType == nameof(AssessmentResult))));
    }

    [Fact]
    public async Task One_bad_line_and_nothing_is_entered()
    {
        var competency = await Competency();
        string[] lines =
        [
            "email,competency,percentile,vendor,test,date,opening,note",
            $"amara@example.test,{competency},74,Northgate,Work style,2026-11-12,,",
            $"amara@example.test,{competency},75,Northgate,Work style,2026-11-12,,",
            $"amara@example.test,{competency},101,Northgate,Work style,2026-11-12,,",
            $"amara@example.test,{competency},7.5,Northgate,Work style,2026-11-12,,",
            $"amara@example.test,{competency},74,Northgate,Work style,12/11/2026,,",
            $"amara@example.test,{competency},74,Northgate,Work style,2027-01-01,,",
            "amara@example.test,Juggling,74,Northgate,Work style,2026-11-12,,",
            $"selma@example.test,{competency},74,Northgate,Work style,2026-11-12,,",
            $"nobody@example.test,{competency},74,Northgate,Work style,2026-11-12,,",
            $"amara@example.test,{competency},74,=cmd|x,Work style,2026-11-12,,",
            $"amara@example.test,{competency},74,Northgate,Work style,2026-11-12,VP of Sales,",
            $"amara@example.test,{competency},74,,Work style,2026-11-11,,",
            $",{competency},74,Northgate,Work style,2026-11-12,,",
            "too,few,cells",
        ];
        var command = await Packed(Lead, string.Join('\n', lines), RepOpening);
        var preview = await Send(Lead, new ImportAssessments.Query(command));
        Assert.Equal(Enumerable.Range(3, 13), preview.Faults.Select(f => f.Line));
        Assert.Equal([2], preview.Ready.Select(r => r.Number));
        // Somebody out of reach and nobody at all are told in the same words.
        Assert.Equal(preview.Faults.Single(f => f.Line == 9).Sentence.Replace("selma", "x"), preview.Faults.Single(f => f.Line == 10).Sentence.Replace("nobody", "x"));
        Assert.Equal("rows-refused", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, command))).Code);
        Assert.Equal(0, await Db(db => db.AssessmentResults.CountAsync()));
    }

    [Fact]
    public async Task Outside_an_opening_each_row_names_its_own_by_title_or_identity()
    {
        var competency = await Competency();
        var command = await Packed(Hr, $"email,competency,percentile,vendor,test,date,opening\namara@example.test,{competency},74,N,T,2026-11-12,territory rep\\, north east\nluis@example.test,{competency},74,N,T,2026-11-12,{RepOpening}\namara@example.test,{competency},74,N,T,2026-11-11,\n".Replace("territory rep\\, north east", "\"territory rep, north east\""));
        Assert.Equal([4], (await Send(Hr, new ImportAssessments.Query(command))).Faults.Select(f => f.Line));
        command = await Packed(Hr, $"email,competency,percentile,vendor,test,date,opening\nluis@example.test,{competency},74,N,T,2026-11-12,{RepOpening}\n");
        Assert.Equal(1, await Send(Hr, command));
        Assert.Contains("on record already", Assert.Single((await Send(Hr, new ImportAssessments.Query(command))).Faults).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_door_is_for_HR_and_the_leads_of_the_opening()
    {
        Assert.Equal("Territory rep, North East", await Send(Lead, new ImportAssessments.Start(RepOpening)));
        foreach (var other in new[] { OtherLead, InterviewerA, Executive, Insider }) await Assert.ThrowsAsync<NotFound>(() => Send(other, new ImportAssessments.Start(other == Insider ? VpOpening : RepOpening)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(SalesManager)).GetAsync("/assessments/import")).StatusCode);
    }

    [Theory]
    [InlineData("", "csv-empty")]
    [InlineData("email,percentile\na@b.test,4\n", "columns-missing")]
    [InlineData("PK\u0003\u0004\0\0binary", "csv-not-text")]
    public async Task What_is_no_such_file_is_refused(string text, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(() => Packed(Hr, text))).Code);

    [Fact]
    public async Task A_file_over_the_limits_is_refused()
    {
        Assert.Equal("csv-too-large", (await Assert.ThrowsAsync<RuleBroken>(() => Packed(Hr, new string('x', (10 << 20) + 1)))).Code);
        var many = "email,competency,percentile,vendor,test,date\n" + string.Concat(Enumerable.Repeat("a@b.test,C,5,V,T,2026-11-01\n", 2001));
        Assert.Equal("csv-too-many-rows", (await Assert.ThrowsAsync<RuleBroken>(() => Packed(Hr, many))).Code);
    }

    private Task<string> Competency() => Db(db => db.Competencies.Where(c => c.Level == RoleLevel.Rep).OrderBy(c => c.Name).Select(c => c.Name).FirstAsync());

    private async Task<ImportAssessments.Command> Packed(Guid account, string text, Guid? opening = null) =>
        new() { Packed = (await Send(account, new ImportAssessments.Upload(new MemoryStream(Encoding.UTF8.GetBytes(text))))).Packed, OpeningId = opening };
}
