using AngleSharp.Html.Parser;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Ramp;
using TalentHub.SliceTests.Access;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.SliceTests.Debriefs;

/// <summary>Within the hour a decision goes back with everything it did; after it, or once something has been built on it, it stays.</summary>
public sealed class TakeBackTests : DebriefWorld
{
    private string Address => $"/applications/{AmaraApplication}/debrief";

    [Fact]
    public async Task A_hire_goes_back_with_employee_plan_and_opening_and_may_be_made_again()
    {
        await Hired();
        Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Contains("Can be taken back until 10:00 UTC", await Read(InterviewerA));
        await Send(Lead, await Back());
        Assert.Equal(ApplicationState.Active, await State(AmaraApplication));
        Assert.False(await Db(db => db.Employees.AnyAsync(e => e.ApplicationId == AmaraApplication)));
        Assert.Equal(1, await Db(db => db.RampPlans.CountAsync()));
        Assert.Equal((OpeningStatus.Open, null), await Db(async db => { var o = await db.Openings.SingleAsync(x => x.Id == RepOpening); return (o.Status, o.ClosedOn); }));
        Assert.Null(await Db(db => db.Candidates.Where(c => c.Id == Amara).Select(c => c.EmployeeId).SingleAsync()));
        Assert.Null(await Db(db => db.Applications.Where(a => a.Id == AmaraApplication).Select(a => a.ManagerInformedAt).SingleAsync()));
        var sheet = await Send(InterviewerA, new ShowDebrief.Query(AmaraApplication));
        var undone = sheet.Decisions.Single().Undone!;
        Assert.Equal(("Leo Lead", "Wrong candidate of two windows."), (undone.By, undone.Because));
        Assert.Contains("Taken back: hire", await (await Client(InterviewerA)).Page(Address));
        Assert.Contains((await Db(db => db.AuditRows.Where(r => r.Action == nameof(TakeBackDecision)).Select(r => r.EntityType).ToListAsync())), t => t == nameof(Employee));
        await Send(Lead, await HireForm(Lead, AmaraApplication));
        Assert.Equal(ApplicationState.Hired, await State(AmaraApplication));
        Assert.Equal([false, true], (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Decisions.Select(d => d.Stands));
    }

    [Fact]
    public async Task After_the_hour_it_stands_and_the_page_offers_nothing()
    {
        await Decided(DecisionOutcome.Reject);
        var back = await Back();
        Clock.Advance(TimeSpan.FromMinutes(61));
        var broken = await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, back));
        Assert.Equal("hour-over", broken.Code);
        Assert.Contains("until 10:00 UTC on 21 November", broken.Message);
        Assert.Null((await Send(Lead, new ShowDebrief.Query(AmaraApplication))).MayTakeBack);
        Assert.DoesNotContain("an be taken back until", await (await Client(Lead)).Page(Address));
        Assert.Equal(ApplicationState.Rejected, await State(AmaraApplication));
    }

    [Fact]
    public async Task Whoever_decided_or_HR_and_nobody_else()
    {
        await Decided(DecisionOutcome.Reject);
        var back = await Back();
        await Save(async db => (await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == RepOpening)).Join(OtherLead, TeamPart.Lead));
        Assert.Equal("not-your-decision", await BrokenBy(OtherLead, back));
        Assert.Null((await Send(OtherLead, new ShowDebrief.Query(AmaraApplication))).MayTakeBack);
        foreach (var account in new[] { InterviewerA, Executive, Administrator, SalesManager }) await Assert.ThrowsAsync<NotFound>(() => Send(account, back));
        await Send(Hr, back);
        Assert.Equal("Hana Hr", (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Decisions.Single().Undone!.By);
        Assert.Equal("already-taken-back", await BrokenBy(Lead, back));
    }

    [Fact]
    public async Task A_stale_page_is_told_and_a_reason_is_asked_for()
    {
        await Decided(DecisionOutcome.Hold);
        var back = await Back();
        await Assert.ThrowsAsync<FluentValidation.ValidationException>(() => Send(Lead, back with { Reason = " " }));
        await Assert.ThrowsAsync<Conflict>(() => Send(Lead, back with { Version = back.Version - 1 }));
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, back with { DecisionId = Guid.NewGuid() }));
        await Send(Lead, back);
        Assert.Equal(ApplicationState.Active, await State(AmaraApplication));
    }

    [Fact]
    public async Task Twenty_at_once_take_it_back_once()
    {
        await Hired();
        var back = await Back();
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Record.ExceptionAsync(() => Send(Lead, back)))));
        Assert.Single(tries, t => t is null);
        Assert.All(tries.OfType<Exception>(), t => Assert.Equal("already-taken-back", Assert.IsType<RuleBroken>(t).Code));
        Assert.Equal(1, await Db(db => db.AuditRows.CountAsync(r => r.Action == nameof(TakeBackDecision) && r.EntityType == nameof(RampPlan))));
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("account")]
    [InlineData("result")]
    public async Task What_has_been_built_on_a_hire_is_not_thrown_away(string what)
    {
        await Hired();
        await Save(async db =>
        {
            var employee = await db.Employees.AsTracking().SingleAsync(e => e.ApplicationId == AmaraApplication);
            var plan = await db.RampPlans.AsTracking().Include(p => p.Milestones).SingleAsync(p => p.EmployeeId == employee.Id);
            if (what == "plan") plan.Reach(plan.Milestones[0].Id, plan.StartsOn, null, SalesManager, plan.StartsOn);
            else if (what == "account") employee.LinkTo(OtherManager);
            else employee.Performed(Today.AddDays(31), Today.AddDays(60), 100, 50);
        });
        var broken = await Assert.ThrowsAsync<RuleBroken>(async () => await Send(Lead, await Back()));
        Assert.Equal("hire-moved-on", broken.Code);
        Assert.Contains("record an exit instead", broken.Message);
        Assert.Equal(ApplicationState.Hired, await State(AmaraApplication));
        Assert.True((await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Decisions.Single().Stands);
    }

    [Fact]
    public async Task An_insider_has_their_former_job_and_plan_again_and_their_manager_no_trace()
    {
        await VpScored();
        await Send(Executive, new OpenDebrief.Command { Id = InsiderApplication });
        var template = await Db(db => db.RampTemplates.SingleAsync(t => t.Id == VpTemplate));
        await Save(async db => db.Add(new RampPlan(await db.Employees.AsTracking().SingleAsync(e => e.Number == "E-100"), await db.RampTemplates.AsTracking().SingleAsync(t => t.Id == template.Id), Today.AddDays(-5), SalesManager)));
        var hire = await HireForm(Executive, InsiderApplication);
        (hire.TemplateId, hire.JobTitle, hire.ManagerId) = (VpTemplate, "VP of Sales", Executive);
        await Send(Executive, hire);
        await Send(Executive, await Back(InsiderApplication));
        var employee = await Db(db => db.Employees.SingleAsync(e => e.Number == "E-100"));
        Assert.Equal(("Sales manager", SalesManager, "North East"), (employee.JobTitle, employee.ManagerId, employee.Team));
        Assert.Null(await Db(db => db.RampPlans.Where(p => p.EmployeeId == employee.Id).Select(p => p.ClosedOn).SingleAsync()));
        Assert.Null(await Db(db => db.Applications.Where(a => a.Id == InsiderApplication).Select(a => a.ManagerInformedAt).SingleAsync()));
        Assert.NotNull(await Db(db => db.Candidates.Where(c => c.Id == InsiderCandidate).Select(c => c.EmployeeId).SingleAsync()));
    }

    [Fact]
    public async Task A_proposal_is_open_to_votes_again()
    {
        await AmaraDebriefed();
        var form = (await Send(Lead, new ProposeDecision.Query(AmaraApplication))).Blank();
        (form.Outcome, form.Reasons) = (DecisionOutcome.Reject, "On the evidence.");
        await Send(Lead, form);
        var decide = await Form(Lead, AmaraApplication);
        (decide.Outcome, decide.Reasons) = (DecisionOutcome.Reject, "As proposed.");
        await Send(Lead, decide);
        Assert.Null((await Send(InterviewerA, new ShowDebrief.Query(AmaraApplication))).Proposal);
        await Send(Lead, await Back());
        Assert.True((await Send(InterviewerA, new ShowDebrief.Query(AmaraApplication))).MayVote);
    }

    [Fact]
    public async Task Times_are_said_as_the_readers_clock_shows_them()
    {
        await Decided(DecisionOutcome.Reject);
        await Save(async db => (await db.Users.AsTracking().SingleAsync(u => u.Id == Lead)).Zone = "Asia/Tokyo");
        var text = await Read(Lead);
        Assert.Contains("18:00 Tokyo time", text);
        Assert.Contains("possible until 19:00 Tokyo time", text);
        Assert.DoesNotContain("Tokyo", await Read(Hr));
    }

    private async Task<string> Read(Guid account) => new HtmlParser().ParseDocument(await (await Client(account)).Page(Address)).Body!.TextContent;

    [Fact]
    public async Task A_plain_form_takes_it_back()
    {
        await Decided(DecisionOutcome.Reject);
        var back = await Back();
        var client = await Client(Lead);
        Assert.Contains("possible until 10:00 UTC", await Read(Lead));
        var answer = await client.Submit(Address, new() { ["Back.DecisionId"] = $"{back.DecisionId}", ["Back.Version"] = $"{back.Version}", ["Back.Reason"] = "Wrong candidate of two windows." }, $"{Address}?handler=TakeBack");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(ApplicationState.Active, await State(AmaraApplication));
    }

    /// <summary>The letter says what was decided, to those who may decide; to an insider a person speaks first, and the words are HR's.</summary>
    [Fact]
    public async Task The_letter_is_for_those_who_decide_and_an_insiders_for_HR()
    {
        await Hired();
        var letter = (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Letter!.Draft;
        Assert.Contains("Your first day with us would be 21 December 2026.", letter.Body);
        Assert.Null((await Send(InterviewerA, new ShowDebrief.Query(AmaraApplication))).Letter);
        await VpScored();
        await Send(Executive, new OpenDebrief.Command { Id = InsiderApplication });
        var reject = await Form(Executive, InsiderApplication);
        (reject.Outcome, reject.Reasons, reject.KeepPlan) = (DecisionOutcome.Reject, "Not yet at the board.", "Leads the launch.");
        await Send(Executive, reject);
        var executive = (await Send(Executive, new ShowDebrief.Query(InsiderApplication))).Letter!.Draft;
        Assert.Equal("", executive.Body);
        Assert.Contains("in person first", executive.First);
        Assert.Contains("Dear Ida Insider", (await Send(Hr, new ShowDebrief.Query(InsiderApplication))).Letter!.Draft.Body);
    }

    private async Task Hired()
    {
        await AmaraDebriefed();
        await Send(Lead, await HireForm(Lead, AmaraApplication) with { FillsOpening = true });
    }

    private async Task Decided(DecisionOutcome outcome)
    {
        await AmaraDebriefed();
        var form = await Form(Lead, AmaraApplication);
        (form.Outcome, form.Reasons) = (outcome, "Closed nothing in two tries.");
        await Send(Lead, form);
    }

    private async Task<TakeBackDecision.Command> Back(Guid? application = null)
    {
        var id = application ?? AmaraApplication;
        var decision = await Db(db => db.Decisions.Where(d => d.ApplicationId == id && d.TakenBackAt == null).Select(d => d.Id).SingleAsync());
        return new() { Id = id, DecisionId = decision, Version = await Db(db => db.Applications.Where(a => a.Id == id).Select(a => a.Version).SingleAsync()), Reason = "Wrong candidate of two windows." };
    }

    private async Task<string> BrokenBy(Guid account, TakeBackDecision.Command command) => (await Assert.ThrowsAsync<RuleBroken>(() => Send(account, command))).Code;
}
