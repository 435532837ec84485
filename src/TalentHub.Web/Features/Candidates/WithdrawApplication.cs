using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>The candidate steps back by their own wish.</summary>
public static class WithdrawApplication
{
    [Requires(Right.WorkCandidates)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var application = await db.Applications.WorkableBy(viewer).AsTracking().SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            application.Withdraw(viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
