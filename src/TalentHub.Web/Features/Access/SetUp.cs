using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Seed;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class SetUp
{
    /// <summary>Whether the token opens the page; not found once somebody has an account.</summary>
    [Open("a new installation has nobody yet who could sign in")]
    public sealed record Query(string? Token) : IQuery<bool>;

    [Open("the first administrator is made by whoever holds the one-time token of the console")]
    public sealed record Command : ICommand
    {
        public string? Token { get; set; }
        public string? Name { get; set; }
        public string? Email { get; set; }
        public string? Password { get; set; }
        public bool WithLibrary { get; set; } = true;
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Name).NotEmpty().WithMessage("Please write your name.").MaximumLength(120).WithMessage("Please keep your name under 120 characters.");
            RuleFor(c => c.Email).NotEmpty().WithMessage("Please write your e-mail address.");
            RuleFor(c => c.Password).NotEmpty().WithMessage("Please choose a password.");
        }
    }

    internal sealed class Reader(TalentHubDb db, SetupToken setup) : IRequestHandler<Query, bool>
    {
        public async Task<bool> Handle(Query query, CancellationToken ct)
        {
            await CheckOpen(db, setup, ct);
            return Fits(setup, query.Token);
        }
    }

    internal sealed class Writer(TalentHubDb db, SetupToken setup, UserManager<Account> users, SignInManager<Account> signIn, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            await CheckOpen(db, setup, ct);
            if (!Fits(setup, command.Token)) throw new NotFound();
            var at = clock.GetUtcNow().UtcDateTime;
            var account = Accounts.New(command.Name!, command.Email!, at);
            db.Actor = account.Id;
            Passwords.CheckNotCommon(command.Password!, account, nameof(Command.Password));
            var made = await users.CreateAsync(account, command.Password!);
            made.Hold(made.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidEmail)) ? nameof(Command.Email) : nameof(Command.Password));
            foreach (var role in new[] { Role.Administrator, Role.Hr }) db.RoleGrants.Add(new RoleGrant(account.Id, role, account.Id, at));
            db.Marks.Add(new DatabaseMark { Name = DatabaseMark.SetupDone, At = at });
            if (command.WithLibrary) Library.Fill(db, account.Id, at);
            await signIn.SignInAsync(account, isPersistent: false);
            setup.Open = false;
            return Unit.Value;
        }
    }

    private static async Task CheckOpen(TalentHubDb db, SetupToken setup, CancellationToken ct)
    {
        if (!setup.Open || await db.Users.AnyAsync(ct)) throw new NotFound();
    }

    private static bool Fits(SetupToken setup, string? token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(setup.Value), Encoding.UTF8.GetBytes(token ?? ""));
}
