using MediatR;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class EnableAccount
{
    [Requires(Right.ManageAccounts)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            (await Accounts.Find(db, command.Id, ct)).DisabledAt = null;
            return Unit.Value;
        }
    }
}
