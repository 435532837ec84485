using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Exits;

/// <summary>Takes back an exit recorded by mistake, on the same day: the person works here again and their ramp plan goes on.</summary>
public static class TakeBackExit
{
    [Requires(Right.WorkExits)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var exit = await db.Exits.VisibleTo(viewer).AsTracking().Include(e => e.Employee).Include(e => e.Reasons).SingleOrDefaultAsync(e => e.Id == command.Id, ct)
                ?? throw new NotFound("That exit");
            var account = exit.Employee!.AccountId;
            Rule.Holds(account is null || !await db.Employees.AnyAsync(e => e.AccountId == account && e.Id != exit.EmployeeId && e.LeftOn == null, ct),
                "take-back-rehired", "This person works here again under a newer record, so this exit stays.");
            exit.TakeBack(exit.Employee, clock.Today());
            var (on, because) = (exit.LastDay, exit.ClosesPlanBecause);
            foreach (var plan in await db.RampPlans.AsTracking().Where(p => p.EmployeeId == exit.EmployeeId && p.ClosedOn == on && p.ClosedBecause == because).ToListAsync(ct))
                plan.Reopen();
            db.Exits.Remove(exit);
            return Unit.Value;
        }
    }
}
