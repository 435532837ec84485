using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Evidence;

/// <summary>Calls a referee's link back.</summary>
public static class RevokeReference
{
    [Requires(Right.WorkCandidates)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var check = await SendReferenceAnew.Asked(db, viewer).SingleOrDefaultAsync(r => r.Id == command.Id, ct) ?? throw new NotFound("That reference");
            check.Revoke(clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
