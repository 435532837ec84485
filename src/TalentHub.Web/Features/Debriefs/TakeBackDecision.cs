using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>Takes a decision back within its hour, with what it did. The decision stays on record as taken back, and another may follow.</summary>
public static class TakeBackDecision
{
    [Requires(Right.Decide)]
    public sealed record Command : ICommand, IVersioned
    {
        /// <summary>The application.</summary>
        public Guid Id { get; set; }
        public Guid DecisionId { get; set; }
        public int Version { get; set; }
        public string? Reason { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.Reason).NotEmpty().WithMessage("Please write why you take it back: it is kept beside the decision.");
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            await db.LockAuditChain(ct);
            var application = await db.Applications.WorkableBy(viewer).AsTracking().AsSplitQuery().Include(a => a.Scorecards).Include(a => a.Decisions).Include(a => a.Candidate).Include(a => a.Opening)
                .SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            var stale = application.Version != command.Version;
            var decision = application.TakeBack(command.DecisionId, command.Reason, viewer.Is(Role.Hr), viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            // Last, so that whoever presses second hears what happened rather than that something did.
            if (stale) throw new Conflict();
            await Withdraw(decision.Id, ct);
            if (decision.Trace is { } trace) await Undo(application, trace, ct);
            return Unit.Value;
        }

        /// <summary>A letter that told of the decision waits for this hour to end: it does not leave any more.</summary>
        private Task Withdraw(Guid decision, CancellationToken ct)
        {
            var (key, at) = (SendLetter.KeyOf(decision), clock.GetUtcNow().UtcDateTime);
            return db.Letters.Where(l => l.Key == key && l.State == LetterState.Waiting).ExecuteUpdateAsync(s => s.SetProperty(l => l.State, LetterState.Withdrawn).SetProperty(l => l.ClosedAt, at), ct);
        }

        private async Task Undo(Application application, HireTrace trace, CancellationToken ct)
        {
            var employee = await db.Employees.AsTracking().Include(e => e.Performance).SingleOrDefaultAsync(e => e.Id == trace.EmployeeId, ct);
            var plan = await db.RampPlans.AsTracking().SingleOrDefaultAsync(p => p.Id == trace.PlanId, ct);
            var before = await db.RampPlans.AsTracking().Where(p => trace.ClosedPlans.Contains(p.Id)).ToListAsync(ct);
            trace.Undo(application, application.Candidate!, application.Opening!, employee, plan, before);
            db.RampPlans.Remove(plan!);
            if (trace.Former is null) db.Employees.Remove(employee!);
        }
    }
}
