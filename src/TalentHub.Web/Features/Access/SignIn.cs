using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class SignIn
{
    [Open("whoever is not signed in yet must be able to see the way in")]
    public sealed record Query : IQuery<View>;

    /// <param name="NeedsSetUp">Nobody has an account yet.</param>
    /// <param name="Demo">People of the demo company to look around as; empty in any other database.</param>
    public sealed record View(bool NeedsSetUp, IReadOnlyList<DemoPerson> Demo);

    public sealed record DemoPerson(Guid Id, string Name, string Roles, string Note);

    /// <summary>Returns whether the person is in. A refusal is no exception: the count of failed attempts must be kept.</summary>
    [Open("signing in is how one becomes someone")]
    public sealed record Command : ICommand<bool>
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Email).NotEmpty().WithMessage("Please write your e-mail address.");
            RuleFor(c => c.Password).NotEmpty().WithMessage("Please write your password.");
        }
    }

    internal sealed class Reader(TalentHubDb db, SetupToken setup) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            if (setup.Open && !await db.Users.AnyAsync(ct)) return new View(true, []);
            if (!await db.Marks.AnyAsync(m => m.Name == DatabaseMark.Demo, ct)) return new View(false, []);
            var people = await db.Users.Where(a => a.DemoNote != null && a.DisabledAt == null).OrderBy(a => a.Id)
                .Select(a => new { a.Id, a.DisplayName, a.DemoNote, Roles = db.RoleGrants.Where(g => g.AccountId == a.Id).Select(g => g.Role).ToList() }).ToListAsync(ct);
            return new View(false, [.. people.Select(p => new DemoPerson(p.Id, p.DisplayName, RoleWords.Of(p.Roles), p.DemoNote!))]);
        }
    }

    internal sealed class Writer(TalentHubDb db, UserManager<Account> users, SignInManager<Account> signIn) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command command, CancellationToken ct)
        {
            var email = users.NormalizeEmail(command.Email!.Trim());
            var account = await db.Users.AsTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == email, ct);
            if (account?.PasswordHash is null || await users.IsLockedOutAsync(account))
            {
                // The same work as for a real check, so that the time taken tells nobody which addresses exist.
                users.PasswordHasher.HashPassword(new Account(), command.Password!);
                return false;
            }
            var result = await signIn.CheckPasswordSignInAsync(account, command.Password!, lockoutOnFailure: true);
            if (!result.Succeeded || account.DisabledAt is not null) return false;
            await signIn.SignInAsync(account, isPersistent: false);
            return true;
        }
    }
}
