using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

/// <summary>The first password after an invitation, or a new one after the old was forgotten: whoever holds the link chooses it.</summary>
public static class ChoosePassword
{
    [Open("the link itself says who it was made for")]
    public sealed record Query(Guid Id, string? Token) : IQuery<View>;

    /// <param name="Valid">The link still works. Without that, nothing is said about the account.</param>
    public sealed record View(bool Valid, string Name, bool First);

    [Open("the link itself says who it was made for")]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public string? Token { get; set; }
        public string? Password { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.Password).NotEmpty().WithMessage("Please choose a password.");
    }

    internal sealed class Reader(TalentHubDb db, UserManager<Account> users) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == query.Id && a.DisabledAt == null, ct);
            return account is not null && await users.VerifyUserTokenAsync(account, users.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, query.Token ?? "")
                ? new View(true, account.DisplayName, account.PasswordHash is null)
                : new View(false, "", false);
        }
    }

    internal sealed class Writer(TalentHubDb db, UserManager<Account> users, SignInManager<Account> signIn) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var account = await db.Users.AsTracking().SingleOrDefaultAsync(a => a.Id == command.Id && a.DisabledAt == null, ct)
                ?? throw new RuleBroken("link-spent", "This link has been used or is too old. Please ask for a new one.");
            db.Actor = account.Id;
            Passwords.CheckNotCommon(command.Password!, account, nameof(Command.Password));
            var reset = await users.ResetPasswordAsync(account, command.Token ?? "", command.Password!);
            reset.Hold(reset.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken)) ? null : nameof(Command.Password));
            if (await users.IsLockedOutAsync(account)) await users.SetLockoutEndDateAsync(account, null);
            await signIn.SignInAsync(account, isPersistent: false);
            return Unit.Value;
        }
    }
}
