using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class People
{
    private const int PageSize = 50;

    /// <param name="AfterName">Name of the last person of the page before, with <paramref name="AfterId"/>.</param>
    [Requires(Right.ManageAccounts)]
    public sealed record Query(string? Q, string? AfterName, Guid? AfterId) : IQuery<View>;

    public sealed record View(IReadOnlyList<Row> Rows, string? Next);

    public sealed record Row(Guid Id, string Name, string Email, string Roles, AccountState State);

    internal sealed class Reader(TalentHubDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var accounts = db.Users.AsNoTracking();
            if (query.Q?.Trim().ToLowerInvariant() is { Length: > 0 } words) accounts = accounts.Where(a => a.DisplayName.ToLower().Contains(words) || a.Email!.ToLower().Contains(words));
            if (query is { AfterName: { } name, AfterId: { } id }) accounts = accounts.Where(a => string.Compare(a.DisplayName, name) > 0 || (a.DisplayName == name && a.Id > id));
            var found = await accounts.OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Take(PageSize + 1)
                .Select(a => new { a.Id, a.DisplayName, a.Email, Disabled = a.DisabledAt != null, Invited = a.PasswordHash == null && a.DemoNote == null, Roles = db.RoleGrants.Where(g => g.AccountId == a.Id).Select(g => g.Role).ToList() })
                .ToListAsync(ct);
            var last = found.Count > PageSize ? found[PageSize - 1] : null;
            var next = last is null ? null : $"/people?q={Uri.EscapeDataString(query.Q ?? "")}&afterName={Uri.EscapeDataString(last.DisplayName)}&afterId={last.Id}";
            return new View([.. found.Take(PageSize).Select(a => new Row(a.Id, a.DisplayName, a.Email ?? "", RoleWords.Of(a.Roles), AccountStates.Of(a.Disabled, a.Invited)))], next);
        }
    }
}

/// <summary>Whether a person can sign in.</summary>
public enum AccountState { Active, Invited, Disabled }

internal static class AccountStates
{
    public static AccountState Of(bool disabled, bool invited) => disabled ? AccountState.Disabled : invited ? AccountState.Invited : AccountState.Active;

    public static string Tone(AccountState state) => state switch { AccountState.Active => "good", AccountState.Invited => "warn", _ => "neutral" };
}
