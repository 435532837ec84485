using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Platform.Security;

/// <summary>Reads the viewer from the database: roles, employee, and what rule 4 hides from them.</summary>
public static class Viewers
{
    /// <summary>Asked on every request.</summary>
    private static readonly Translated<Func<TalentHubDb, Guid, IAsyncEnumerable<Row>>> Near = new(Translate);

    /// <summary>None when the account is gone, disabled, or its security stamp is no longer <paramref name="stamp"/>.</summary>
    public static async Task<Viewer?> Load(TalentHubDb db, Guid accountId, string? stamp, CancellationToken ct)
    {
        var rows = new List<Row>();
        await foreach (var row in Near.For(db)(db, accountId).WithCancellation(ct)) rows.Add(row);
        var account = rows.Find(r => r.Name is not null);
        if (account is null || (stamp is not null && account.Stamp != stamp)) return null;
        var near = rows.FindAll(r => r.ApplicationId is not null);
        return new Viewer(accountId, account.Name!, rows.Where(r => r.Role is not null).Select(r => r.Role!.Value).ToHashSet())
        {
            Zone = Zones.Known(account.Zone) ? account.Zone! : Zones.Utc,
            EmployeeIds = [.. rows.Where(r => r.Own && r.EmployeeId is not null).Select(r => r.EmployeeId!.Value).Distinct()],
            HiddenOpenings = [.. near.Where(n => n.Own).Select(n => n.OpeningId!.Value)],
            HiddenApplications = [.. near.Where(n => !n.Own && !n.Informed).Select(n => n.ApplicationId!.Value)],
            ClosedOpenings = [.. rows.Where(r => r.Name is null && r.EmployeeId is null).Select(r => r.OpeningId!.Value)],
        };
    }

    /// <summary>Runs on every request that carries the cookie: a disabled account or a changed stamp ends here.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var db = services.GetRequiredService<TalentHubDb>();
        var ct = context.HttpContext.RequestAborted;
        // Open until the request ends: every command after this one finds it so.
        await db.Database.OpenConnectionAsync(ct);
        var stamp = context.Principal?.FindFirstValue("AspNet.Identity.SecurityStamp");
        var viewer = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && stamp is not null ? await Load(db, id, stamp, ct) : null;
        if (viewer is null)
        {
            context.RejectPrincipal();
            context.HttpContext.Response.Cookies.Delete(context.Options.Cookie.Name!);
            return;
        }
        services.GetRequiredService<Session>().Viewer = viewer;
    }

    /// <summary>
    /// The account, once for each role it holds; its employee records and their applications, and those of the people they manage; and for roles
    /// that otherwise see every opening the confidential ones of other teams.
    /// </summary>
    private static Func<TalentHubDb, Guid, IAsyncEnumerable<Row>> Translate() => EF.CompileAsyncQuery((TalentHubDb db, Guid id) => (
        from account in db.Users
        where account.Id == id && account.DisabledAt == null
        join grant in db.RoleGrants on account.Id equals grant.AccountId into grants
        from grant in grants.DefaultIfEmpty()
        select new Row
        {
            Name = account.DisplayName,
            Stamp = account.SecurityStamp,
            Zone = account.Zone,
            Role = (Role?)grant!.Role,
            EmployeeId = null,
            Own = false,
            ApplicationId = null,
            OpeningId = null,
            Informed = false,
        }).Concat(
        from e in db.Employees
        where e.AccountId == id || e.ManagerId == id
        join candidate in db.Candidates on e.Id equals candidate.EmployeeId into files
        from candidate in files.DefaultIfEmpty()
        join a in db.Applications on candidate.Id equals a.CandidateId into made
        from a in made.DefaultIfEmpty()
        where e.AccountId == id || a != null
        select new Row { Name = null, Stamp = null, Zone = null, Role = null, EmployeeId = e.Id, Own = e.AccountId == id, ApplicationId = (Guid?)a!.Id, OpeningId = (Guid?)a!.OpeningId, Informed = a!.ManagerInformedAt != null }).Concat(
        from o in db.Openings
        where o.Confidential && !o.Team.Any(t => t.AccountId == id) && db.RoleGrants.Any(g => g.AccountId == id && (g.Role == Role.Hr || g.Role == Role.Executive))
        select new Row { Name = null, Stamp = null, Zone = null, Role = null, EmployeeId = null, Own = false, ApplicationId = null, OpeningId = o.Id, Informed = false }));

    /// <summary>A line of the answer: the account with a role, an employee near it with an application, or an opening closed to it.</summary>
    private sealed class Row
    {
        public string? Name { get; init; }
        public string? Stamp { get; init; }
        public string? Zone { get; init; }
        public Role? Role { get; init; }
        public Guid? EmployeeId { get; init; }
        public bool Own { get; init; }
        public Guid? ApplicationId { get; init; }
        public Guid? OpeningId { get; init; }
        public bool Informed { get; init; }
    }
}
