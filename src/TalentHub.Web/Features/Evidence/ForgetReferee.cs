using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Evidence;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Evidence;

/// <summary>A referee asks to be forgotten: name, address and words go, from the trail too; ratings and dates stay, because they count.</summary>
public static class ForgetReferee
{
    [Requires(Right.WorkCandidates)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var check = await SendReferenceAnew.Asked(db, viewer).SingleOrDefaultAsync(r => r.Id == command.Id, ct) ?? throw new NotFound("That reference");
            if (!viewer.Is(Role.Hr)) throw new Forbidden("Forgetting a referee is for HR.");
            check.Forget(clock.GetUtcNow().UtcDateTime);
            var id = check.Id.ToString();
            await db.AuditPersonals.Where(p => db.AuditRows.Any(r => r.Seq == p.Seq && r.EntityType == nameof(ReferenceCheck) && r.EntityId == id)).ExecuteDeleteAsync(ct);
            return Unit.Value;
        }
    }
}
