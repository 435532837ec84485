using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Web.Platform.Mail;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class AskForReset
{
    /// <summary>Returns whether mail is set up here at all; whether the address is known stays unsaid.</summary>
    [Open("whoever forgot their password cannot be signed in")]
    public sealed record Query(string? Email) : IQuery<bool>;

    public sealed class Rules : AbstractValidator<Query>
    {
        public Rules() => RuleFor(q => q.Email).NotEmpty().WithMessage("Please write your e-mail address.");
    }

    internal sealed class Sender(TalentHubDb db, UserManager<Account> users, IMail mail) : IRequestHandler<Query, bool>
    {
        public async Task<bool> Handle(Query query, CancellationToken ct)
        {
            if (!mail.Configured) return false;
            var email = users.NormalizeEmail(query.Email!.Trim());
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == email && a.DisabledAt == null, ct);
            // A link for nobody costs the same work, so that the time taken tells nothing.
            var token = await users.GeneratePasswordResetTokenAsync(account ?? new Account { SecurityStamp = "nobody" });
            if (account is not null)
                await mail.SendAsync(new MailMessage(account.Email!, "Your new TalentHub password",
                    $"Hello {account.DisplayName},\n\nchoose a new password here, within a day:\n{mail.SiteAddress}{Accounts.Path("reset", account.Id, token)}\n\nIf you did not ask for this, nothing needs to be done.\n"), ct);
            return true;
        }
    }
}
