using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>The interview plan and what it covers.</summary>
public static class ShowPlan
{
    [Requires(Right.ReadOpenings)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(string Title, PlanSheet Plan, bool MayWork);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var workable = db.Openings.WorkableBy(viewer);
            var opening = await db.Openings.VisibleTo(viewer).Where(o => o.Id == query.Id).Select(o => new { o.Title, o.ProfileVersionId, MayWork = workable.Any(w => w.Id == o.Id) }).SingleOrDefaultAsync(ct)
                ?? throw new NotFound("That opening");
            return new View(opening.Title, await PlanSheet.Load(db, query.Id, opening.ProfileVersionId, ct), opening.MayWork && viewer.May(Right.WorkOpenings));
        }
    }
}
