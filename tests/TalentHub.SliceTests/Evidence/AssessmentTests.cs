using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Evidence;

namespace TalentHub.SliceTests.Evidence;

/// <summary>Results of tests run elsewhere: entered, put right, taken out, and read under rule 1.</summary>
public sealed class AssessmentTests : World
{
    private string Page => $"/applications/{AmaraApplication}/evidence";

    [Fact]
    public async Task The_lead_enters_a_result_which_is_read_as_a_percentile_and_is_in_the_trail_without_its_number()
    {
        var form = await Send(Lead, new EnterAssessment.Query(AmaraApplication));
        Assert.All(form.Competencies, c => Assert.True(c.Weighed));
        var client = await Client(Lead);
        var answer = await client.Submit($"/applications/{AmaraApplication}/assessments/new", new()
        {
            ["Form.CompetencyId"] = $"{form.Competencies[0].Id}",
            ["Form.Percentile"] = "73",
            ["Form.Vendor"] = "Northgate",
            ["Form.Test"] = "Work style",
            ["Form.TakenOn"] = Today.ToString("yyyy-MM-dd"),
            ["Form.Note"] = "Against <b>1,200</b> people",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var html = await client.GetStringAsync(Page);
        Assert.Contains("73rd percentile", html, StringComparison.Ordinal);
        Assert.Contains("is in no mean and no composite", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>1,200", html, StringComparison.Ordinal);
        var row = await Db(db => db.AuditRows.SingleAsync(r => r.EntityType == "AssessmentResult"));
        Assert.Equal(("EnterAssessment", Lead, RepOpening, Amara), (row.Action, row.ActorId, row.OpeningId!.Value, row.CandidateId!.Value));
        Assert.Contains("Northgate", row.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("\"73\"", row.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("1,200", row.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_when_something_is_wrong()
    {
        var answer = await (await Client(Lead)).Submit($"/applications/{AmaraApplication}/assessments/new", new() { ["Form.Percentile"] = "101", ["Form.Vendor"] = "Northgate, typed" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Northgate, typed", await answer.Text(), StringComparison.Ordinal);
        Assert.Equal("percentile-range", await Broken(Lead, await Whole(c => c.Percentile = 101)));
        Assert.Equal("competency-unknown", await Broken(Lead, await Whole(c => c.CompetencyId = Guid.NewGuid())));
        var vp = await Db(db => db.Competencies.Where(c => c.Level == RoleLevel.Vp).Select(c => c.Id).FirstAsync());
        Assert.Equal("competency-level", await Broken(Lead, await Whole(c => c.CompetencyId = vp)));
        await Send(Lead, await Whole(_ => { }));
        Assert.Equal("result-known", await Broken(Hr, await Whole(_ => { })));
    }

    [Fact]
    public async Task Only_HR_and_the_leads_of_the_opening_enter_and_only_HR_takes_out()
    {
        var whole = await Whole(_ => { });
        foreach (var other in new[] { OtherLead, InterviewerA, Executive, Administrator, SalesManager })
            await Assert.ThrowsAsync<NotFound>(() => Send(other, whole));
        var id = await Send(Lead, whole);
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new CorrectAssessment.Query(id)));
        await Assert.ThrowsAsync<Forbidden>(() => Send(Lead, new RemoveAssessment.Command(id, "Wrong person")));
        await Assert.ThrowsAsync<FluentValidation.ValidationException>(() => Send(Hr, new RemoveAssessment.Command(id, " ")));
        Assert.Equal(AmaraApplication, await Send(Hr, new RemoveAssessment.Command(id, "Wrong person")));
        Assert.Empty((await Send(Hr, new ShowEvidence.Query(AmaraApplication))).Results);
        var row = await Db(db => db.AuditRows.SingleAsync(r => r.Action == "RemoveAssessment"));
        Assert.Contains("Wrong person", row.Changes, StringComparison.Ordinal);
        await Send(Lead, whole);
    }

    [Fact]
    public async Task Putting_it_right_shows_what_it_said_before_and_a_stale_form_is_a_conflict()
    {
        var id = await this.Result(AmaraApplication, 68, "As reported");
        var form = (await Send(Lead, new CorrectAssessment.Query(id))).Form with { Percentile = 71, Reason = "A digit was misread." };
        await Send(Lead, form);
        var result = (await Send(Hr, new ShowEvidence.Query(AmaraApplication))).Results.Single();
        Assert.Equal((71, 68, "A digit was misread."), (result.Percentile, result.Earlier.Single().Score.Percentile, result.Earlier.Single().Reason));
        await Assert.ThrowsAsync<Conflict>(() => Send(Hr, form with { Percentile = 72 }));
        var html = await (await Client(Lead)).GetStringAsync(Page);
        Assert.Contains("68th percentile", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_still_owes_a_scorecard_reads_no_result_and_a_gatherer_hears_that_it_is_in()
    {
        var id = await this.Result(AmaraApplication, 74, "MARK-note");
        await Interview(Lead);
        foreach (var account in new[] { InterviewerA, Lead })
        {
            var sheet = await Send(account, new ShowEvidence.Query(AmaraApplication));
            Assert.True(sheet is { Shut: true, Results.Count: 0 });
            var html = await (await Client(account)).GetStringAsync(Page);
            Assert.DoesNotContain("MARK-note", html, StringComparison.Ordinal);
            Assert.DoesNotContain("74th", html, StringComparison.Ordinal);
        }
        Assert.Equal(1, (await Send(Lead, new ShowEvidence.Query(AmaraApplication))).ShutResults);
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new CorrectAssessment.Query(id)));
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "Of my own.");
        Assert.Equal("MARK-note", (await Send(InterviewerA, new ShowEvidence.Query(AmaraApplication))).Results.Single().Note);
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new ShowEvidence.Query(InsiderApplication)));
    }

    [Fact]
    public async Task The_page_takes_few_SQL_commands()
    {
        await this.Result(AmaraApplication);
        await this.Reference(AmaraApplication, "Often.");
        var client = await Client(Lead);
        await client.GetStringAsync(Page);
        Assert.InRange(await Sql.During(() => client.GetStringAsync(Page)), 1, 7);
    }

    private async Task<EnterAssessment.Command> Whole(Action<EnterAssessment.Command> change)
    {
        var competency = await Db(db => db.Competencies.Where(c => c.Level == RoleLevel.Rep).OrderBy(c => c.Name).Select(c => c.Id).FirstAsync());
        var command = new EnterAssessment.Command { Id = AmaraApplication, CompetencyId = competency, Percentile = 74, Vendor = "Northgate", Test = "Work style", TakenOn = Today };
        change(command);
        return command;
    }

    private async Task<string> Broken(Guid account, EnterAssessment.Command command) => (await Assert.ThrowsAsync<RuleBroken>(() => Send(account, command))).Code;

    /// <summary>Another interview of Amara in which this account owes a scorecard.</summary>
    private Task Interview(Guid account) => Save(async db =>
    {
        var application = await db.Applications.AsTracking().SingleAsync(a => a.Id == AmaraApplication);
        db.Add(new Domain.Interviews.Interview(application, await db.Stages.Include(s => s.Kits).SingleAsync(s => s.Id == RepStage), Now.AddHours(-2), 50, null, [account]));
    });
}
