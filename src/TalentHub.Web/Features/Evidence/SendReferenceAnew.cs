using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Evidence;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Evidence;

/// <summary>Makes a new link for a referee who lost the old one or let it run out; the old one stops working.</summary>
public static class SendReferenceAnew
{
    /// <param name="Site">Scheme and host the link begins with.</param>
    [Requires(Right.WorkCandidates)]
    public sealed record Command(Guid Id, string Site) : ICommand<ReferenceLink>;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, ReferenceLink>
    {
        public async Task<ReferenceLink> Handle(Command command, CancellationToken ct)
        {
            var check = await Asked(db, viewer).Include(r => r.Application!.Candidate).Include(r => r.Application!.Opening).SingleOrDefaultAsync(r => r.Id == command.Id, ct) ?? throw new NotFound("That reference");
            var token = ReferenceToken.New();
            check.SendAnew(check.Application!, ReferenceToken.Hash(token), clock.GetUtcNow().UtcDateTime);
            return AskReference.LinkFor(check, check.Application!, token, viewer, command.Site);
        }
    }

    /// <summary>References the viewer may manage, to be changed.</summary>
    internal static IQueryable<ReferenceCheck> Asked(TalentHubDb db, Viewer viewer)
    {
        var gathered = db.Applications.GatheredBy(viewer);
        return db.ReferenceChecks.AsTracking().Where(r => gathered.Any(a => a.Id == r.ApplicationId));
    }
}
