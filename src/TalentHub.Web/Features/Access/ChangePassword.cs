using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class ChangePassword
{
    [Requires(Right.SignedIn)]
    public sealed record Command : ICommand
    {
        public string? Present { get; set; }
        public string? New { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Present).NotEmpty().WithMessage("Please write your present password.");
            RuleFor(c => c.New).NotEmpty().WithMessage("Please choose a new password.");
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, UserManager<Account> users, SignInManager<Account> signIn) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var account = await Accounts.Find(db, viewer.AccountId, ct);
            Passwords.CheckNotCommon(command.New!, account, nameof(Command.New));
            var changed = await users.ChangePasswordAsync(account, command.Present!, command.New!);
            changed.Hold(changed.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch)) ? nameof(Command.Present) : nameof(Command.New));
            await signIn.SignInAsync(account, isPersistent: false);
            return Unit.Value;
        }
    }
}
