using TalentHub.Domain.Employees;

namespace TalentHub.Seed;

/// <summary>Quota and result of each full quarter since the hire; the first carries a lower quota.</summary>
internal static class DemoPerformance
{
    private const long QuotaMinor = 18_000_000;

    public static void Fill(Demo demo, IEnumerable<Seller> sellers)
    {
        foreach (var seller in sellers) Fill(demo, seller);
    }

    private static void Fill(Demo demo, Seller seller)
    {
        var employee = seller.Employee;
        var until = employee.LeftOn is { } left && left < demo.Today ? left : demo.Today;
        var from = QuarterAfter(employee.HiredOn);
        var level = 0.9 + 0.17 * seller.Ability.Selling;
        for (var quarter = 1; from.AddMonths(3) <= until; quarter++, from = from.AddMonths(3))
        {
            var attained = Math.Clamp(level + 0.13 * Demo.Normal($"{employee.Name}|quarter {quarter}"), 0.15, 1.9);
            var quota = (QuotaMinor + Demo.Dice(employee.Name).Number(0, 8) * 1_500_000L) / (quarter == 1 ? 2 : 1);
            employee.Performed(from, from.AddMonths(3).AddDays(-1), quota, (long)(quota * attained / 100) * 100);
        }
    }

    private static DateOnly QuarterAfter(DateOnly day) => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1).AddMonths(3);
}
