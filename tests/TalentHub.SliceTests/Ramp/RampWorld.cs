using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Ramp;

namespace TalentHub.SliceTests.Ramp;

/// <summary>The small company with ways to fill its ramp plans.</summary>
public abstract class RampWorld : World
{
    protected static RecordCheckIn.Command Week(Guid plan, int week, int conversations, int meetings, int version = 0) => new()
    {
        PlanId = plan,
        Week = week,
        Version = version,
        Actuals = [new() { Key = "conversations", Value = conversations }, new() { Key = "meetings", Value = meetings }],
    };

    protected async Task Broken(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);

    /// <summary>People who started earlier on Theo's template and recorded so many weeks.</summary>
    protected Task Earlier(int people, int weeks, Guid? manager = null) => Save(async db =>
    {
        var template = await db.RampTemplates.AsTracking().SingleAsync(t => t.Id == RepTemplate);
        for (var n = 1; n <= people; n++)
        {
            var start = Today.AddDays(-60 - n);
            var employee = new Employee($"X-{n}", $"Person {n}", start, "Direct", EmployeeSource.Entered);
            employee.Place("Territory rep", RoleLevel.Rep, "North East", manager);
            var plan = new RampPlan(employee, template, start, manager ?? SalesManager);
            for (var week = 1; week <= weeks; week++)
                plan.Record(week, new Dictionary<string, int> { ["conversations"] = 8 + (n % 5), ["meetings"] = 1 + (n % 4) }, null, SalesManager, Now, Today);
            db.AddRange(employee, plan);
        }
    });

    /// <summary>Reads Theo's plan whole.</summary>
    protected Task<RampPlan> Theo() => Db(db => db.RampPlans.Include(p => p.CheckIns).Include(p => p.Milestones).Include(p => p.Checkpoints).AsSplitQuery().SingleAsync(p => p.Id == TheoRampPlan));
}
