using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Mail;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class InviteAccount
{
    [Requires(Right.ManageAccounts)]
    public sealed record Command : ICommand<AccessLink>
    {
        public string? Name { get; set; }
        public string? Email { get; set; }
        public List<Role> Roles { get; set; } = [];

        /// <summary>For someone who works here: employee number, or full name.</summary>
        public string? Employee { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Name).NotEmpty().WithMessage("Please write their name.");
            RuleFor(c => c.Email).NotEmpty().WithMessage("Please write their e-mail address.").MaximumLength(200).WithMessage("Please keep the address under 200 characters.");
            RuleFor(c => c.Roles).NotEmpty().WithMessage("Choose at least one role.");
            RuleForEach(c => c.Roles).IsInEnum().OverridePropertyName("Roles").WithMessage("One of these roles does not exist.");
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, UserManager<Account> users, IMail mail, TimeProvider clock) : IRequestHandler<Command, AccessLink>
    {
        public async Task<AccessLink> Handle(Command command, CancellationToken ct)
        {
            var at = clock.GetUtcNow().UtcDateTime;
            var account = Accounts.New(command.Name!, command.Email!, at);
            (await users.CreateAsync(account)).Hold(nameof(Command.Email));
            foreach (var role in command.Roles.Distinct()) db.RoleGrants.Add(new RoleGrant(account.Id, role, viewer.AccountId, at));
            if (!string.IsNullOrWhiteSpace(command.Employee)) await LinkEmployee.Link(db, account.Id, await LinkEmployee.Named(db, command.Employee, ct), ct);
            return await AccessLink.For(account, users, mail, viewer, ct);
        }
    }
}

/// <summary>A link with which its holder chooses a password: works once, for a day.</summary>
/// <param name="Path">Address without the host.</param>
/// <param name="Mailed">Whether it is on its way by mail too.</param>
public sealed record AccessLink(Guid AccountId, string Path, bool Mailed)
{
    internal static async Task<AccessLink> For(Account account, UserManager<Account> users, IMail mail, Viewer from, CancellationToken ct)
    {
        var first = account.PasswordHash is null;
        var path = Accounts.Path(first ? "invite" : "reset", account.Id, await users.GeneratePasswordResetTokenAsync(account));
        await mail.SendAsync(new MailMessage(account.Email!, first ? "Your TalentHub account" : "Your new TalentHub password",
            $"Hello {account.DisplayName},\n\n{from.Name} {(first ? "has made an account for you" : "sends you a link for a new password")}. Choose your password here, within a day:\n{mail.SiteAddress}{path}\n"), ct);
        return new AccessLink(account.Id, path, mail.Configured);
    }
}
