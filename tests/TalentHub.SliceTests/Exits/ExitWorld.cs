using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Exits;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Exits;

namespace TalentHub.SliceTests.Exits;

/// <summary>The small company with ways to record that somebody goes.</summary>
public abstract class ExitWorld : World
{
    protected const string Words = "Nobody rode along with me once.";
    protected const string ManagerWords = "Would not take the phone.";

    protected Task<Guid> TheoLeaves(int lastDay = 0) =>
        Send(Hr, new NewExit.Command { EmployeeId = TheoEmployee, Direction = ExitDirection.TheyLeft, LastDay = Today.AddDays(lastDay) });

    protected async Task<Guid> Explained()
    {
        var id = await TheoLeaves();
        await Send(Hr, Explain(id, await Version(id)));
        return id;
    }

    protected static ExplainExit.Command Explain(Guid id, int version) => new()
    {
        Id = id,
        Version = version,
        LeaverReasons = ["manager-did-not-coach", "pay-below-market", null],
        LeaverWords = Words,
        ManagerReasons = ["too-little-selling-time", "", null],
        ManagerWords = ManagerWords,
        Regretted = true,
    };

    protected Task<int> Version(Guid id) => Db(db => db.Exits.Where(e => e.Id == id).Select(e => e.Version).SingleAsync());

    protected async Task Broken(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);
}
