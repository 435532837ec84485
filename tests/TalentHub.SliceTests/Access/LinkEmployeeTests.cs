using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Employees;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Access;

namespace TalentHub.SliceTests.Access;

/// <summary>An account belongs to an employee: what they see of themselves, and what is kept from them, hangs on it.</summary>
public sealed class LinkEmployeeTests : World
{
    [Fact]
    public async Task An_invited_new_hire_is_linked_and_reads_their_own_ramp()
    {
        await Send(Administrator, new UnlinkEmployee.Command(NewHire));
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(NewHire)).GetAsync($"/ramp/{TheoRampPlan}")).StatusCode);
        var made = await Send(Administrator, new InviteAccount.Command { Name = "Theo", Email = "theo.again@example.test", Roles = [Role.NewHire], Employee = " theo brandt " });
        Assert.Contains("Theo Brandt", await (await Client(made.AccountId)).Page($"/ramp/{TheoRampPlan}"));
        Assert.Contains("Theo Brandt, E-200", await (await Client(Administrator)).Page($"/people/{made.AccountId}"));
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.Action == "InviteAccount" && r.EntityId == TheoEmployee.ToString() && r.Changes.Contains("AccountId"))));
    }

    [Fact]
    public async Task A_present_account_is_linked_by_number_and_taken_back()
    {
        await Send(Administrator, new UnlinkEmployee.Command(NewHire));
        Assert.Equal("Theo Brandt", await Send(Administrator, new LinkEmployee.Command(InterviewerA, "E-200")));
        Assert.Equal([TheoEmployee], (await Viewer(InterviewerA)).EmployeeIds);
        var page = await (await Client(Administrator)).Page($"/people/{InterviewerA}");
        Assert.Contains("Not their account", page);
        await (await Client(Administrator)).Submit($"/people/{InterviewerA}", [], $"/people/{InterviewerA}?handler=Unlink");
        Assert.Empty((await Viewer(InterviewerA)).EmployeeIds);
    }

    [Fact]
    public async Task Somebody_who_came_back_is_linked_to_their_present_record_too()
    {
        await Save(async db =>
        {
            (await db.Employees.AsTracking().SingleAsync(e => e.Id == TheoEmployee)).Leave(Today);
            db.Add(new Employee("E-201", "Theo Brandt", Today, "Direct", EmployeeSource.Entered));
        });
        await Send(Administrator, new LinkEmployee.Command(NewHire, "Theo Brandt"));
        Assert.Equal(["E-200", "E-201"], await Db(db => db.Employees.Where(e => e.AccountId == NewHire).OrderBy(e => e.Number).Select(e => e.Number).ToListAsync()));
        Assert.Contains("Theo Brandt, E-201", await (await Client(Administrator)).Page($"/people/{NewHire}"));
    }

    /// <summary>Rule 4: a file made under the record of their first time here stays out of their sight.</summary>
    [Fact]
    public async Task What_was_kept_from_somebody_stays_so_when_they_come_back()
    {
        await Save(async db =>
        {
            var first = await db.Employees.AsTracking().SingleAsync(e => e.AccountId == Insider);
            first.Leave(Today);
            db.Add(new Employee("E-101", first.Name, Today, "Direct", EmployeeSource.Entered));
        });
        await Send(Administrator, new LinkEmployee.Command(Insider, "E-101"));
        var viewer = await Viewer(Insider);
        Assert.Equal(2, viewer.EmployeeIds.Count);
        Assert.Equal([VpOpening], viewer.HiddenOpenings);
        var client = await Client(Insider);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/candidates/{InsiderCandidate}")).StatusCode);
        Assert.DoesNotContain("Selma Whitlock", await client.Page("/candidates"));
        Assert.DoesNotContain(InsiderCandidate.ToString(), await client.Page("/search?q=Ida"));
        Assert.Contains(InsiderCandidate.ToString(), await (await Client(Executive)).Page("/search?q=Ida"));
        Assert.Contains("Sales manager here", await (await Client(Hr)).Page("/audit?kind=Candidate"));
        Assert.DoesNotContain("Sales manager here", await client.Page("/audit?kind=Candidate"));
    }

    /// <summary>Their first time here they had no account: the record of then is linked by its number.</summary>
    [Fact]
    public async Task A_record_of_somebody_who_left_is_linked_by_its_number()
    {
        await Save(async db =>
        {
            var first = await db.Employees.AsTracking().SingleAsync(e => e.AccountId == Insider);
            first.Leave(Today);
            first.Unlink();
            var again = new Employee("E-101", first.Name, Today, "Direct", EmployeeSource.Entered);
            again.LinkTo(Insider);
            db.Add(again);
        });
        Assert.Empty((await Viewer(Insider)).HiddenOpenings);
        await Send(Administrator, new LinkEmployee.Command(Insider, "E-100"));
        Assert.Equal([VpOpening], (await Viewer(Insider)).HiddenOpenings);
        var page = await (await Client(Administrator)).Page($"/people/{Insider}");
        Assert.Contains("Ida Insider, E-101", page);
        Assert.Contains("Ida Insider, E-100", page);
    }

    [Fact]
    public async Task One_account_is_never_two_people_who_work_here()
    {
        var twice = Save(async db =>
        {
            var other = new Employee("E-203", "Theo Brandt", Today, "Direct", EmployeeSource.Entered);
            other.LinkTo(NewHire);
            db.Add(other);
            await Task.CompletedTask;
        });
        await Assert.ThrowsAsync<DbUpdateException>(() => twice);
    }

    [Fact]
    public async Task Who_is_who_is_not_guessed()
    {
        Assert.Equal("employee-unknown", await Code(Administrator, new LinkEmployee.Command(InterviewerA, "Nobody")));
        Assert.Equal("employee-has-account", await Code(Administrator, new LinkEmployee.Command(InterviewerA, "E-200")));
        Assert.Equal("account-has-employee", await Code(Administrator, new LinkEmployee.Command(Insider, "E-200")));
        await Save(db => Task.FromResult(db.Add(new Employee("E-202", "Theo Brandt", Today, "Direct", EmployeeSource.Entered))));
        Assert.Equal("employee-ambiguous", await Code(Administrator, new LinkEmployee.Command(InterviewerA, "Theo Brandt")));
        await Assert.ThrowsAsync<NotFound>(() => Send(Hr, new LinkEmployee.Command(InterviewerA, "E-200")));
        await Assert.ThrowsAsync<NotFound>(() => Send(Hr, new UnlinkEmployee.Command(NewHire)));
    }

    /// <summary>Rule 4: an administrator who is a candidate cannot step out from behind it.</summary>
    [Fact]
    public async Task An_insider_cannot_cut_their_own_link()
    {
        Assert.Equal("own-employee", await Code(Insider, new UnlinkEmployee.Command(Insider)));
        Assert.DoesNotContain("Not their account", await (await Client(Insider)).Page($"/people/{Insider}"));
        Assert.NotEmpty((await Viewer(Insider)).EmployeeIds);
    }

    private async Task<string> Code<T>(Guid account, MediatR.IRequest<T> request) => (await Assert.ThrowsAsync<RuleBroken>(() => Send(account, request))).Code;
}
