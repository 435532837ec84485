using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;

namespace TalentHub.BrowserTests.Setup;

/// <summary>Who is who in the demo company, by role.</summary>
public static class DemoPeople
{
    /// <summary>The demo accounts and their roles, as the sign-in page offers them.</summary>
    public static async Task<List<(string Name, HashSet<Role> Roles)>> People(this Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        var accounts = await db.Users.Where(a => a.DemoNote != null).OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToListAsync();
        var grants = await db.RoleGrants.ToListAsync();
        return [.. accounts.Select(a => (a.DisplayName, grants.Where(g => g.AccountId == a.Id).Select(g => g.Role).ToHashSet()))];
    }

    /// <summary>The first person who holds this role and, of all who do, the fewest others; nobody who is a candidate, since much is kept from them.</summary>
    public static async Task<string> WhoIs(this Site site, Role role)
    {
        var people = await site.People();
        await using var scope = site.Services.CreateAsyncScope();
        var insiders = await scope.ServiceProvider.GetRequiredService<TalentHubDb>().Candidates.Where(c => c.EmployeeId != null && c.Applications.Any(a => a.State == ApplicationState.Active)).Select(c => c.Name).ToListAsync();
        return people.Where(p => p.Roles.Contains(role) && !insiders.Contains(p.Name)).OrderBy(p => p.Roles.Count).First().Name;
    }
}
