using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Exits;
using TalentHub.Web.Features.Exits;

namespace TalentHub.SliceTests.Exits;

public sealed class NewExitTests : ExitWorld
{
    [Fact]
    public async Task An_exit_closes_the_ramp_plan_in_the_same_breath()
    {
        var id = await TheoLeaves();
        var plan = await Db(db => db.RampPlans.SingleAsync(p => p.Id == TheoRampPlan));
        Assert.Equal(Today, plan.ClosedOn);
        Assert.StartsWith("They left", plan.ClosedBecause);
        Assert.Equal(Today, await Db(db => db.Employees.Where(e => e.Id == TheoEmployee).Select(e => e.LeftOn).SingleAsync()));
        var trail = await Db(db => db.AuditRows.Where(r => r.Action == "NewExit").Select(r => r.EntityType).ToListAsync());
        Assert.Equal(["Employee", "Exit", "RampPlan"], trail.Order());
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public async Task A_refused_exit_leaves_everything_as_it_was()
    {
        await Broken("exit-before-hire", () => TheoLeaves(-100));
        await Broken("exit-far-ahead", () => TheoLeaves(400));
        Assert.Null(await Db(db => db.RampPlans.Where(p => p.Id == TheoRampPlan).Select(p => p.ClosedOn).SingleAsync()));
        await TheoLeaves();
        await Broken("already-left", () => TheoLeaves());
        await Assert.ThrowsAsync<ValidationException>(() => Send(Hr, new NewExit.Command()));
    }

    [Fact]
    public async Task Only_HR_records_and_never_their_own()
    {
        foreach (var account in new[] { SalesManager, OtherManager, NewHire, Executive, InterviewerA, Administrator })
            await Assert.ThrowsAsync<NotFound>(() => Send(account, new NewExit.Command { EmployeeId = TheoEmployee, Direction = ExitDirection.Agreed, LastDay = Today }));
        var own = await Db(db => db.Employees.Where(e => e.AccountId == Insider).Select(e => e.Id).SingleAsync());
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new NewExit.Command { EmployeeId = own, Direction = ExitDirection.Agreed, LastDay = Today }));
        Assert.DoesNotContain((await Send(Insider, new NewExit.Query())).People, p => p.Value == own.ToString());
        Assert.Contains((await Send(Hr, new NewExit.Query("insider"))).People, p => p.Value == own.ToString());
    }

    [Fact]
    public async Task It_is_taken_back_the_same_day_and_the_plan_goes_on()
    {
        var id = await Explained();
        await Assert.ThrowsAsync<NotFound>(() => Send(SalesManager, new TakeBackExit.Command(id)));
        await Send(Hr, new TakeBackExit.Command(id));
        Assert.Null(await Db(db => db.RampPlans.Where(p => p.Id == TheoRampPlan).Select(p => p.ClosedOn).SingleAsync()));
        Assert.Null(await Db(db => db.Employees.Where(e => e.Id == TheoEmployee).Select(e => e.LeftOn).SingleAsync()));
        Assert.False(await Db(db => db.Exits.AnyAsync()));
        var again = await TheoLeaves();
        Clock.Advance(TimeSpan.FromDays(1));
        await Broken("take-back-late", () => Send(Hr, new TakeBackExit.Command(again)));
    }

    [Fact]
    public async Task It_is_not_taken_back_from_somebody_who_has_come_back_since()
    {
        var id = await TheoLeaves();
        await Save(async db =>
        {
            var again = new Employee("E-201", "Theo Brandt", Today, "Direct", EmployeeSource.Entered);
            again.LinkTo(NewHire);
            db.Add(again);
            await Task.CompletedTask;
        });
        await Broken("take-back-rehired", () => Send(Hr, new TakeBackExit.Command(id)));
    }
}
