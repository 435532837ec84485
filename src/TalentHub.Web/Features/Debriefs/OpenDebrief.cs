using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>Opens the panel's scores together.</summary>
public static class OpenDebrief
{
    [Requires(Right.Decide)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public string? WaiverReason { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.WaiverReason).MaximumLength(500).WithMessage("Please keep the reason under 500 characters.");
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            // Before anything is read: a scorecard that comes in at the same moment is either seen here, or sees this.
            await db.LockAuditChain(ct);
            var application = await db.Applications.WorkableBy(viewer).AsTracking().AsSplitQuery().Include(a => a.Scorecards).Include(a => a.Interviews).Include(a => a.Debrief)
                .SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            var notHeld = application.NotHeld(await db.Stages.Where(s => s.OpeningId == application.OpeningId && s.Kits.Any()).ToListAsync(ct));
            application.OpenDebrief(viewer.AccountId, command.WaiverReason, clock.GetUtcNow().UtcDateTime, notHeld);
            return Unit.Value;
        }
    }
}
