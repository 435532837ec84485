using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class EditAccount
{
    [Requires(Right.SignedIn)]
    public sealed record Query : IQuery<View>;

    /// <param name="Zone">None until they said.</param>
    public sealed record View(string Name, string Email, bool HasPassword, string? Zone);

    [Requires(Right.SignedIn)]
    public sealed record Command : ICommand
    {
        public string? Name { get; set; }

        /// <summary>IANA name of a time zone; none: as it was.</summary>
        public string? Zone { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.Name).NotEmpty().WithMessage("Please write your name.").MaximumLength(120).WithMessage("Please keep your name under 120 characters.");
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct) => await db.Users.Where(a => a.Id == viewer.AccountId)
            .Select(a => new View(a.DisplayName, a.Email ?? "", a.PasswordHash != null, a.Zone)).SingleOrDefaultAsync(ct) ?? throw new NotFound("That account");
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var account = await db.Users.AsTracking().SingleOrDefaultAsync(a => a.Id == viewer.AccountId, ct) ?? throw new NotFound("That account");
            account.DisplayName = command.Name!.Trim();
            if (!string.IsNullOrEmpty(command.Zone)) account.Zone = Zones.Checked(command.Zone, nameof(Command.Zone));
            return Unit.Value;
        }
    }
}
