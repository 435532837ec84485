using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Evidence;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.SliceTests.Debriefs;

public sealed class DecideTests : DebriefWorld
{
    [Fact]
    public async Task A_hire_makes_employee_and_ramp_plan_in_one_step_and_fills_the_opening()
    {
        await AmaraDebriefed();
        var form = await HireForm(Lead, AmaraApplication);
        form.FillsOpening = true;
        form.Dissents.Single(d => d.AccountId == InterviewerB).Words = "I would see a second role-play first.";
        await Send(Lead, form);
        var employee = await Db(db => db.Employees.SingleAsync(e => e.ApplicationId == AmaraApplication));
        var plan = await Db(db => db.RampPlans.Include(p => p.Milestones).SingleAsync(p => p.EmployeeId == employee.Id));
        Assert.Equal(("Amara Osei", "E-900", Today.AddDays(30), SalesManager), (employee.Name, employee.Number, employee.HiredOn, employee.ManagerId));
        Assert.Equal((employee.HiredOn, SalesManager, 2), (plan.StartsOn, plan.OwnerId, plan.Milestones.Count));
        Assert.Equal(OpeningStatus.Filled, await Db(db => db.Openings.Where(o => o.Id == RepOpening).Select(o => o.Status).SingleAsync()));
        Assert.Equal(employee.Id, await Db(db => db.Candidates.Where(c => c.Id == Amara).Select(c => c.EmployeeId).SingleAsync()));
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.EntityType == nameof(Decision) && r.ActorId == Lead)));
        var sheet = await Send(Lead, new ShowDebrief.Query(AmaraApplication));
        Assert.Equal(("Ben Interviewer", "I would see a second role-play first."), (sheet.Decisions.Single().Dissents.Single().Name, sheet.Decisions.Single().Dissents.Single().Words));
        Assert.Contains("second role-play", await (await Client(InterviewerA)).GetStringAsync($"/applications/{AmaraApplication}/debrief"));
    }

    [Fact]
    public async Task A_lead_who_will_manage_the_hire_still_reads_the_file()
    {
        await AmaraDebriefed();
        var form = await HireForm(Lead, AmaraApplication);
        form.ManagerId = Lead;
        await Send(Lead, form);
        Assert.Single((await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Decisions);
    }

    [Fact]
    public async Task Failing_in_the_middle_leaves_nothing()
    {
        await AmaraDebriefed();
        foreach (var (code, spoil) in new (string, Action<Decide.Command>)[]
        {
            ("template-mismatch", f => f.TemplateId = VpTemplate), ("template-unknown", f => f.TemplateId = Guid.NewGuid()), ("manager-unknown", f => f.ManagerId = NewHire),
            ("number-taken", f => f.EmployeeNumber = "E-200"), ("text-missing", f => f.EmployeeNumber = " "), ("start-before-application", f => f.StartsOn = Today.AddDays(-21)),
            ("start-too-far", f => f.StartsOn = Today.AddYears(2)), ("dissent-not-panel", f => f.Dissents = [new() { AccountId = NewHire, Words = "No." }]),
            ("dissent-twice", f => f.Dissents = [new() { AccountId = InterviewerA, Words = "No." }, new() { AccountId = InterviewerA, Words = "Again no." }]),
        })
        {
            var form = await HireForm(Lead, AmaraApplication);
            spoil(form);
            Assert.Equal(code, await Broken(Lead, form));
        }
        Assert.Equal(ApplicationState.Active, await State(AmaraApplication));
        Assert.False(await Db(db => db.Decisions.AnyAsync()));
        Assert.False(await Db(db => db.Employees.AnyAsync(e => e.ApplicationId == AmaraApplication)));
        Assert.Equal(1, await Db(db => db.RampPlans.CountAsync()));
    }

    [Fact]
    public async Task Twenty_hires_at_once_make_one_employee()
    {
        await AmaraDebriefed();
        var form = await HireForm(Lead, AmaraApplication);
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () => await Record.ExceptionAsync(() => Send(Lead, form with { EmployeeNumber = $"E-{900 + i}" })))));
        Assert.Single(tries, t => t is null);
        Assert.Equal(1, await Db(db => db.Employees.CountAsync(e => e.ApplicationId == AmaraApplication)));
        Assert.Equal(1, await Db(db => db.Decisions.CountAsync()));
        Assert.Equal(2, await Db(db => db.RampPlans.CountAsync()));
    }

    [Fact]
    public async Task Whoever_decides_second_is_told_and_keeps_what_they_wrote()
    {
        await AmaraDebriefed();
        var seen = await Version(AmaraApplication);
        await Send(Lead, new Decide.Command { Id = AmaraApplication, Version = seen, Outcome = DecisionOutcome.Reject, Reasons = "Closed nothing in two tries." });
        var answer = await (await Client(Hr)).Submit($"/applications/{AmaraApplication}/decide", new()
        {
            ["Form.Version"] = $"{seen}",
            ["Form.Outcome"] = "Hold",
            ["Form.Reasons"] = "I would hear the second reference first.",
            ["Form.Dissents[0].AccountId"] = $"{InterviewerA}",
            ["Form.Dissents[0].Words"] = "Ana saw more in the role-play.",
        });
        var page = await answer.Text();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This application is closed", page);
        Assert.Contains("I would hear the second reference first.", page);
        Assert.Contains("Dissent, Ana Interviewer", page);
        Assert.Contains("Ana saw more in the role-play.", page);
        Assert.DoesNotContain("What you wrote", await (await Client(Hr)).Page($"/applications/{AmaraApplication}/decide"));
    }

    [Fact]
    public async Task Whoever_hires_second_keeps_where_they_would_have_placed_them()
    {
        await AmaraDebriefed();
        var seen = await Version(AmaraApplication);
        await Send(Lead, new Decide.Command { Id = AmaraApplication, Version = seen, Outcome = DecisionOutcome.Reject, Reasons = "Closed nothing in two tries." });
        var answer = await (await Client(Hr)).Submit($"/applications/{AmaraApplication}/decide", new()
        {
            ["Form.Version"] = $"{seen}",
            ["Form.Outcome"] = "Hire",
            ["Form.Reasons"] = "On the evidence.",
            ["Form.StartsOn"] = $"{Today.AddDays(14):yyyy-MM-dd}",
            ["Form.JobTitle"] = "Field rep, north",
            ["Form.ManagerId"] = $"{SalesManager}",
        });
        var page = await answer.Text();
        foreach (var kept in new[] { $"{Today.AddDays(14):yyyy-MM-dd}", "Field rep, north", "Sam Manager", "Hire" }) Assert.Contains(kept, page);
    }

    /// <summary>Their earlier record here was linked to the account of somebody who has been back for long, under another record.</summary>
    [Fact]
    public async Task Nobody_is_hired_twice_under_two_records()
    {
        await AmaraDebriefed();
        await Save(async db =>
        {
            var earlier = new Employee("E-50", "Amara Osei", Today.AddDays(-900), "Direct", EmployeeSource.Entered);
            earlier.Leave(Today.AddDays(-400));
            earlier.LinkTo(NewHire);
            (await db.Candidates.AsTracking().SingleAsync(c => c.Id == Amara)).LinkTo(earlier);
            db.Add(earlier);
        });
        Assert.Equal("works-here-already", await Broken(Lead, await HireForm(Lead, AmaraApplication)));
    }

    [Fact]
    public async Task The_debrief_comes_first_and_a_closed_application_stays_closed()
    {
        var early = new Decide.Command { Id = AmaraApplication, Version = await Version(AmaraApplication), Outcome = DecisionOutcome.Reject, Reasons = "No." };
        Assert.Equal("debrief-first", await Broken(Lead, early));
        Assert.NotNull((await Send(Lead, new DecideForm.Query(AmaraApplication))).Lock);
        await AmaraDebriefed();
        await Send(Lead, early with { Version = await Version(AmaraApplication) });
        Assert.Equal(ApplicationState.Rejected, await State(AmaraApplication));
        Assert.Equal("application-closed", await Broken(Lead, early with { Version = await Version(AmaraApplication) }));
    }

    [Fact]
    public async Task Whoever_owes_a_scorecard_again_gives_it_before_deciding()
    {
        await AmaraDebriefed();
        var form = await HireForm(Lead, AmaraApplication);
        await Plan(AmaraApplication, RepStage, Lead);
        form.Version = await Version(AmaraApplication);
        Assert.Equal("own-scorecard-first", await Broken(Lead, form));
    }

    [Fact]
    public async Task A_hold_may_be_followed_by_a_decision()
    {
        await AmaraDebriefed();
        var hold = await Form(Lead, AmaraApplication);
        (hold.Outcome, hold.Reasons) = (DecisionOutcome.Hold, "Waiting for the second reference.");
        await Send(Lead, hold);
        await Assert.ThrowsAsync<Conflict>(() => Send(Lead, hold));
        await Send(Lead, await HireForm(Lead, AmaraApplication));
        Assert.Equal([DecisionOutcome.Hold, DecisionOutcome.Hire], (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Decisions.Select(d => d.Outcome));
    }

    [Fact]
    public async Task An_insider_is_moved_when_hired_and_needs_a_keep_plan_when_not()
    {
        await VpScored();
        await Send(Executive, new OpenDebrief.Command { Id = InsiderApplication });
        var reject = await Form(Executive, InsiderApplication);
        (reject.Outcome, reject.Reasons) = (DecisionOutcome.Reject, "Not yet at the board.");
        Assert.Equal("keep-plan", await Broken(Executive, reject));
        var hire = await HireForm(Executive, InsiderApplication);
        (hire.TemplateId, hire.JobTitle, hire.ManagerId) = (VpTemplate, "VP of Sales", Insider);
        Assert.Equal("own-manager", await Broken(Executive, hire));
        hire.ManagerId = Executive;
        await Send(Executive, hire);
        var employee = await Db(db => db.Employees.SingleAsync(e => e.Number == "E-100"));
        Assert.Equal(("VP of Sales", Executive, Today.AddDays(-2000)), (employee.JobTitle, employee.ManagerId, employee.HiredOn));
        Assert.Equal(Today.AddDays(30), await Db(db => db.RampPlans.Where(p => p.EmployeeId == employee.Id).Select(p => p.StartsOn).SingleAsync()));
        Assert.False(await Db(db => db.Employees.AnyAsync(e => e.Number == "E-900")));
        Assert.Single((await Send(Executive, new ShowDebrief.Query(InsiderApplication))).Decisions);
    }

    [Fact]
    public async Task An_executive_decides_on_VP_openings_alone_and_an_interviewer_never()
    {
        await AmaraDebriefed();
        var form = await HireForm(Lead, AmaraApplication);
        foreach (var account in new[] { Executive, InterviewerA, OtherLead, Administrator })
        {
            await Assert.ThrowsAsync<NotFound>(() => Send(account, form));
            await Assert.ThrowsAsync<NotFound>(() => Send(account, new DecideForm.Query(AmaraApplication)));
        }
        Assert.Equal(ApplicationState.Active, await State(AmaraApplication));
    }

    [Fact]
    public async Task The_debrief_asks_for_what_there_is_and_with_all_of_it_takes_few_SQL_commands()
    {
        await AmaraDebriefed();
        var client = await Client(Lead);
        var address = $"/applications/{AmaraApplication}/debrief";
        await client.GetStringAsync(address);
        var bare = await Sql.During(() => client.GetStringAsync(address));
        await this.Result(AmaraApplication, 74);
        await this.Reference(AmaraApplication, "MARK-referee");
        var proposal = (await Send(Lead, new ProposeDecision.Query(AmaraApplication))).Blank();
        (proposal.Outcome, proposal.Reasons) = (DecisionOutcome.Hire, "Closes in steps.");
        await Send(Lead, proposal);
        await Send(Lead, await HireForm(Lead, AmaraApplication));
        var html = await client.Page(address);
        foreach (var words in new[] { "74th percentile", "MARK-referee", "Hire, by Leo Lead: 2 not voted", "Ramp plan" }) Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.InRange(await Sql.During(() => client.GetStringAsync(address)), bare + 3, 10);
    }

    [Fact]
    public async Task The_page_chooses_no_outcome_and_a_broken_form_comes_back_as_typed()
    {
        await AmaraDebriefed();
        var address = $"/applications/{AmaraApplication}/decide";
        var client = await Client(Lead);
        var html = await client.GetStringAsync(address);
        Assert.DoesNotContain("checked=\"checked\" id=\"Form_Outcome\"", html);
        Assert.InRange(await Sql.During(() => client.GetStringAsync(address)), 1, 10);
        var (status, body) = await Forms.Post(client, address, new() { ["Form.Reasons"] = "Typed already" });
        Assert.Equal(422, status);
        Assert.Contains("Choose hire, reject or hold.", body);
        Assert.Contains("Typed already", body);
        var (done, _) = await Forms.Post(client, address, new()
        {
            ["Form.Outcome"] = "Hire",
            ["Form.Reasons"] = "On the evidence.",
            ["Form.StartsOn"] = Today.AddDays(14).ToString("yyyy-MM-dd"),
            ["Form.ManagerId"] = SalesManager.ToString(),
        });
        Assert.Equal(302, done);
        Assert.Equal("E-201", await Db(db => db.Employees.Where(e => e.ApplicationId == AmaraApplication).Select(e => e.Number).SingleAsync()));
    }

    private Task<int> Version(Guid applicationId) => Db(db => db.Applications.Where(a => a.Id == applicationId).Select(a => a.Version).SingleAsync());
}
