using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain;
using TalentHub.Domain.Access;

namespace TalentHub.Web.Features.Access;

/// <summary>What several slices on accounts need to hold.</summary>
internal static class Accounts
{
    /// <summary>An account whose user name is its own id: an address may hold signs a user name may not.</summary>
    public static Account New(string name, string email, DateTime at)
    {
        var account = new Account { DisplayName = Rule.Text(name, "a name", 120, "Name"), Email = email.Trim().ToLowerInvariant(), CreatedAt = at };
        account.UserName = account.Id.ToString("N");
        return account;
    }

    public static async Task<Account> Find(TalentHubDb db, Guid id, CancellationToken ct) =>
        await db.Users.AsTracking().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotFound("That account");

    /// <summary>Somebody must be left who can let people in.</summary>
    public static async Task CheckNotLastAdministrator(TalentHubDb db, Guid id, CancellationToken ct) =>
        Rule.Holds(await db.RoleGrants.AnyAsync(g => g.Role == Role.Administrator && g.AccountId != id && db.Users.Any(a => a.Id == g.AccountId && a.DisabledAt == null), ct),
            "last-administrator", "This is the last administrator. Make somebody else an administrator first, or nobody could let people in.");

    /// <summary>The address under which a password is chosen, without the host.</summary>
    public static string Path(string page, Guid id, string token) => $"/{page}?id={id}&token={Uri.EscapeDataString(token)}";
}
