using TalentHub.Domain.Employees;
using TalentHub.Domain.Values;

namespace TalentHub.Seed;

/// <summary>The managers, and the sellers who were here before searches were run in the system.</summary>
internal static class DemoPeople
{
    private static readonly HireChannel[] Channels =
    [
        HireChannel.Network, HireChannel.Agency, HireChannel.SalesTeamReferral, HireChannel.EmployeeReferral, HireChannel.Advertisement, HireChannel.TradeShow,
        HireChannel.Agency, HireChannel.EmployeeReferral, HireChannel.Agency, HireChannel.EmployeeReferral, HireChannel.SalesTeamReferral, HireChannel.Customer,
        HireChannel.Advertisement, HireChannel.SalesTeamReferral, HireChannel.EmployeeReferral, HireChannel.Headhunter, HireChannel.Network, HireChannel.Agency,
        HireChannel.Agency, HireChannel.EmployeeReferral, HireChannel.SalesTeamReferral, HireChannel.Advertisement, HireChannel.TradeShow,
    ];

    /// <summary>Which of them left, and after how many days.</summary>
    private static readonly Dictionary<int, int> Leavers = new() { [1] = 140, [4] = 240, [6] = 95, [9] = 640, [12] = 300, [15] = 520, [18] = 210, [20] = 507, [22] = 330 };

    public static List<Seller> Fill(Demo demo)
    {
        var accounts = demo.Accounts;
        foreach (var (manager, days) in new[] { (accounts.North, 2_410), (accounts.Midlands, 1_905), (accounts.South, 1_610), (accounts.Insider, 2_230) })
        {
            var employee = demo.Entered(accounts.NameOf(manager), demo.Day(-days), Words.Of(HireChannel.Network));
            employee.Place("Sales manager", RoleLevel.Manager, accounts.TeamOf(manager), accounts.Chief);
            employee.LinkTo(manager);
            demo.Db.Add(employee);
            demo.Managers.Add(manager, employee);
        }
        return [.. Enumerable.Range(0, Channels.Length).Select(i => Incumbent(demo, i))];
    }

    private static Seller Incumbent(Demo demo, int i)
    {
        var name = demo.NewName();
        Guid[] managers = [.. demo.Accounts.Managers, demo.Accounts.Insider];
        var manager = managers[i % managers.Length];
        var employee = demo.Entered(name, demo.Day(-1_090 + i * 29), Words.Of(Channels[i]));
        employee.Place(i % 5 == 4 ? "Inside rep" : i % 9 == 7 ? "Key account rep" : "Territory rep", RoleLevel.Rep, demo.Accounts.TeamOf(manager), manager);
        demo.Db.Add(employee);
        var left = Leavers.TryGetValue(i, out var days) ? days : (int?)null;
        return new Seller(employee, new Ability(name, left is null ? 0.3 : -0.3), left, null);
    }
}
