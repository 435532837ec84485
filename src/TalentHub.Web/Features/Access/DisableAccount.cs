using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class DisableAccount
{
    [Requires(Right.ManageAccounts)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db, UserManager<Account> users, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var account = await Accounts.Find(db, command.Id, ct);
            if (account.DisabledAt is not null) return Unit.Value;
            if (await db.RoleGrants.AnyAsync(g => g.AccountId == account.Id && g.Role == Role.Administrator, ct)) await Accounts.CheckNotLastAdministrator(db, account.Id, ct);
            account.DisabledAt = clock.GetUtcNow().UtcDateTime;
            // A new stamp ends the sessions and spends the links made before, also if the account is enabled again.
            (await users.UpdateSecurityStampAsync(account)).Hold(null);
            return Unit.Value;
        }
    }
}
