using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>Opens a role against a published version of a profile.</summary>
public static class NewOpening
{
    [Requires(Right.WorkOpenings)]
    public sealed record Query : IQuery<Sheet>;

    public sealed record Sheet(IReadOnlyList<Profile> Profiles, IReadOnlyList<Person> Leads, Guid Me, bool MayWriteProfiles);

    public sealed record Profile(Guid VersionId, string Name, int Number, RoleLevel Level);

    public sealed record Person(Guid Id, string Name);

    [Requires(Right.WorkOpenings)]
    public sealed record Command : ICommand<Guid>
    {
        public string? Title { get; set; }
        public string? Location { get; set; }
        public Guid? ProfileVersionId { get; set; }
        public Guid? LeadId { get; set; }
        public bool Confidential { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Title).NotEmpty().WithMessage("Please write a title.");
            RuleFor(c => c.ProfileVersionId).NotNull().WithMessage("Please choose a success profile.");
            RuleFor(c => c.LeadId).NotNull().WithMessage("Please choose the hiring manager.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var vpAlone = OpensVpAlone(viewer);
            var profiles = await db.ProfileVersions.Where(v => v.State == ProfileState.Published && (!vpAlone || v.Profile!.Level == RoleLevel.Vp))
                .OrderBy(v => v.Profile!.Level).ThenBy(v => v.Profile!.Name).Select(v => new Profile(v.Id, v.Profile!.Name, v.Number, v.Profile.Level)).ToListAsync(ct);
            var leads = await TeamAccounts.MayLead(db).OrderBy(u => u.DisplayName).Select(u => new Person(u.Id, u.DisplayName)).ToListAsync(ct);
            return new Sheet(profiles, leads, viewer.AccountId, viewer.May(Right.WorkLibrary));
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            var version = await db.ProfileVersions.AsTracking().Include(v => v.Profile).SingleOrDefaultAsync(v => v.Id == command.ProfileVersionId, ct)
                ?? throw new RuleBroken("profile-unknown", "Please choose a success profile from the list.", nameof(command.ProfileVersionId));
            Rule.Holds(!OpensVpAlone(viewer) || version.Profile!.Level == RoleLevel.Vp, "level-not-yours", "Executives open VP searches; HR opens the others.", nameof(command.ProfileVersionId));
            var lead = command.LeadId!.Value;
            Rule.Holds(await TeamAccounts.MayLead(db).AnyAsync(u => u.Id == lead, ct), "lead-unknown", "Please choose a hiring manager from the list.", nameof(command.LeadId));
            var opening = new Opening(command.Title!, command.Location, version, version.Profile!.Level, command.Confidential, lead, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            // Whoever opens a role for somebody else stays in reach of it, confidential or not.
            if (lead != viewer.AccountId) opening.Join(viewer.AccountId, TeamPart.Coordinator);
            db.Add(opening);
            return opening.Id;
        }
    }

    private static bool OpensVpAlone(Viewer viewer) => !viewer.Is(Role.Hr) && !viewer.Is(Role.Lead);
}
