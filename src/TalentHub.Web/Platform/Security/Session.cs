using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;

namespace TalentHub.Web.Platform.Security;

/// <summary>Who asks in this scope: set from the cookie on each request, or by the console.</summary>
public sealed class Session
{
    public Viewer Viewer { get; set; } = Viewer.Nobody;
}

/// <summary>Reads the viewer from the database: roles, employee, and what rule 4 hides from them.</summary>
public static class Viewers
{
    /// <summary>None when the account is gone, disabled, or its security stamp is no longer <paramref name="stamp"/>.</summary>
    public static async Task<Viewer?> Load(TalentHubDb db, Guid accountId, string? stamp, CancellationToken ct)
    {
        var rows = await (
            from account in db.Users.AsNoTracking()
            where account.Id == accountId && account.DisabledAt == null
            join grant in db.RoleGrants on account.Id equals grant.AccountId into grants
            from grant in grants.DefaultIfEmpty()
            select new { account.DisplayName, account.SecurityStamp, Role = (Role?)grant!.Role, EmployeeId = db.Employees.Where(e => e.AccountId == account.Id).Select(e => (Guid?)e.Id).FirstOrDefault() }).ToListAsync(ct);
        if (rows.Count == 0 || (stamp is not null && rows[0].SecurityStamp != stamp)) return null;
        var employee = rows[0].EmployeeId;
        var roles = rows.Where(r => r.Role is not null).Select(r => r.Role!.Value).ToHashSet();
        var hidden = await db.Applications.AsNoTracking()
            .Where(a => a.Candidate!.EmployeeId != null && (a.Candidate.EmployeeId == employee || (a.Candidate.Employee!.ManagerId == accountId && a.ManagerInformedAt == null)))
            .Select(a => new { a.Id, a.OpeningId, Own = a.Candidate!.EmployeeId == employee }).ToListAsync(ct);
        return new Viewer(accountId, rows[0].DisplayName, roles, employee)
        {
            HiddenOpenings = [.. hidden.Where(h => h.Own).Select(h => h.OpeningId)],
            HiddenApplications = [.. hidden.Where(h => !h.Own).Select(h => h.Id)],
        };
    }

    /// <summary>Runs on every request that carries the cookie: a disabled account or a changed stamp ends here.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var stamp = context.Principal?.FindFirstValue("AspNet.Identity.SecurityStamp");
        var viewer = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && stamp is not null
            ? await Load(services.GetRequiredService<TalentHubDb>(), id, stamp, context.HttpContext.RequestAborted)
            : null;
        if (viewer is null)
        {
            context.RejectPrincipal();
            context.HttpContext.Response.Cookies.Delete(context.Options.Cookie.Name!);
            return;
        }
        services.GetRequiredService<Session>().Viewer = viewer;
    }
}
