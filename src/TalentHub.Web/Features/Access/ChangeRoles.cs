using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class ChangeRoles
{
    [Requires(Right.ManageAccounts)]
    public sealed record Command(Guid Id, IReadOnlyList<Role> Roles) : ICommand;

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Roles).NotEmpty().WithMessage("Choose at least one role, or disable the account.");
            RuleForEach(c => c.Roles).IsInEnum().OverridePropertyName("Roles").WithMessage("One of these roles does not exist.");
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var account = await Accounts.Find(db, command.Id, ct);
            var held = await db.RoleGrants.AsTracking().Where(g => g.AccountId == account.Id).ToListAsync(ct);
            var taken = held.Where(g => !command.Roles.Contains(g.Role)).ToList();
            if (taken.Any(g => g.Role == Role.Administrator)) await Accounts.CheckNotLastAdministrator(db, account.Id, ct);
            db.RoleGrants.RemoveRange(taken);
            foreach (var role in command.Roles.Distinct().Where(r => held.All(g => g.Role != r)))
                db.RoleGrants.Add(new RoleGrant(account.Id, role, viewer.AccountId, clock.GetUtcNow().UtcDateTime));
            return Unit.Value;
        }
    }
}
