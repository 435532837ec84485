using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>Somebody who may decide puts an outcome to the panel, with reasons and a next step. Nothing is decided by it.</summary>
public static class ProposeDecision
{
    [Requires(Right.Decide)]
    public sealed record Query(Guid Id) : IQuery<View>;

    /// <param name="Lock">Why nothing can be proposed now; the form is not shown.</param>
    /// <param name="Now">What a new proposal would take the place of.</param>
    public sealed record View(ShowDebrief.Head About, string? Lock, PanelReading? Reading, GroundsView Grounds, Proposed? Now)
    {
        public Command Blank() => new() { Id = About.Id, Version = About.Version, On = GroundsForm.Lines(Grounds.Competencies) };
    }

    [Requires(Right.Decide)]
    public sealed record Command : GroundsForm, ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }
        public DecisionOutcome? Outcome { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Outcome).NotNull().WithMessage("Choose hire, reject or hold.").IsInEnum().WithMessage("Choose hire, reject or hold.");
            RuleFor(c => c.Reasons).Must((c, _) => c.Reasoned).WithMessage("Please write why: overall, or on the competencies it rests on.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var desk = await DecideForm.DeskOf(db, viewer, query.Id, ct);
            var people = (await DecideForm.Lists(db, desk.About, ct))[DecideForm.TeamList];
            return new View(desk.About, desk.Lock, desk.Reading, new GroundsView(desk.Competencies, DecideForm.Involved(desk.Seats, people)), desk.Proposal);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            await db.LockAuditChain(ct);
            var application = await db.Applications.WorkableBy(viewer).AsTracking().AsSplitQuery().Include(a => a.Debrief).Include(a => a.Scorecards).Include(a => a.Opening).ThenInclude(o => o!.Team)
                .Include(a => a.Proposals).Include(a => a.Decisions).SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            application.Edit(command.Version);
            var at = clock.GetUtcNow().UtcDateTime;
            application.Propose(command.Outcome!.Value, await command.Read(db, application, at, ct), viewer.AccountId, at);
            return Unit.Value;
        }
    }
}
