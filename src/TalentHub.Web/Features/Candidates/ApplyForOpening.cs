using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>Adds an application to somebody already on file.</summary>
public static class ApplyForOpening
{
    [Requires(Right.WorkCandidates)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid CandidateId { get; set; }
        public Guid? OpeningId { get; set; }

        /// <summary>How the person was found; for somebody who works here it goes without saying.</summary>
        public HireChannel? Channel { get; set; }
        public string? ChannelDetail { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.OpeningId).NotNull().WithMessage("Choose the opening this person applies for.");
            RuleFor(c => c.Channel).IsInEnum().WithMessage("Please choose how you found this person.");
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var candidate = await db.Candidates.VisibleTo(db, viewer).AsTracking().Include(c => c.Employee).SingleOrDefaultAsync(c => c.Id == command.CandidateId, ct) ?? throw new NotFound("That candidate");
            var opening = await db.Openings.WorkableBy(viewer).AsTracking().Include(o => o.Team).SingleOrDefaultAsync(o => o.Id == command.OpeningId, ct)
                ?? throw new RuleBroken("opening-unknown", "Choose one of the openings in the list.", nameof(command.OpeningId));
            if (candidate.Employee is { } employee)
            {
                Rule.Holds(viewer.Is(Role.Hr), "insider-by-hr", "Only HR adds an application for somebody who works here.", nameof(command.OpeningId));
                new KnownPeople(db, viewer).CheckKeeper(employee);
            }
            var already = await db.Applications.VisibleTo(viewer).AnyAsync(a => a.CandidateId == candidate.Id && a.OpeningId == opening.Id, ct);
            Rule.Holds(!already, "already-applied", $"{candidate.Name} has already applied for this opening.", nameof(command.OpeningId));
            var channel = (candidate.Employee is null ? command.Channel : HireChannel.Internal) ?? throw new RuleBroken("channel-needed", "Please choose how you found this person.", nameof(command.Channel));
            var application = Application.For(candidate, candidate.Employee, opening, channel, command.ChannelDetail, DateOnly.FromDateTime(now), now);
            db.Add(application);
            return application.Id;
        }
    }
}
