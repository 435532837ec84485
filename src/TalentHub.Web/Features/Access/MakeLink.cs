using MediatR;
using Microsoft.AspNetCore.Identity;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Mail;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class MakeLink
{
    [Requires(Right.ManageAccounts)]
    public sealed record Command(Guid Id) : ICommand<AccessLink>;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, UserManager<Account> users, IMail mail) : IRequestHandler<Command, AccessLink>
    {
        public async Task<AccessLink> Handle(Command command, CancellationToken ct)
        {
            var account = await Accounts.Find(db, command.Id, ct);
            Rule.Holds(account.DisabledAt is null, "account-disabled", "This account is disabled. Enable it first.");
            return await AccessLink.For(account, users, mail, viewer, ct);
        }
    }
}
