using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Seed;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>Starts the search, once preparation and plan are complete.</summary>
public static class StartSearch
{
    [Requires(Right.WorkOpenings)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var opening = await db.Openings.WorkableBy(viewer).AsTracking().Include(o => o.Preparation).Include(o => o.Stages).ThenInclude(s => s.Kits)
                .AsSplitQuery().SingleOrDefaultAsync(o => o.Id == command.Id, ct) ?? throw new NotFound("That opening");
            opening.Start([.. Content.Preparation(opening.Level).Select(q => q.Key)]);
            return Unit.Value;
        }
    }
}

/// <summary>Ends a search without a hire, once every candidate has an answer.</summary>
public static class CloseOpening
{
    [Requires(Right.WorkOpenings)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var opening = await db.Openings.WorkableBy(viewer).AsTracking().SingleOrDefaultAsync(o => o.Id == command.Id, ct) ?? throw new NotFound("That opening");
            // The sentence gives no number: an undisclosed insider counts here and must not show (rule 4).
            Rule.Holds(!await db.Applications.AnyAsync(a => a.OpeningId == opening.Id && a.State == ApplicationState.Active, ct), "candidates-active",
                "Not every candidate of this opening has had an answer yet. Ask HR to settle what is still open, then close it.");
            opening.CloseWithoutHire(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            return Unit.Value;
        }
    }
}
