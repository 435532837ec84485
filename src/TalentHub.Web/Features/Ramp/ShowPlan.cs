using MediatR;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Ramp;

/// <summary>One person's first 90 days.</summary>
public static class ShowPlan
{
    /// <param name="Activity">Key of the activity to chart; without one, the last but one step of the funnel.</param>
    [Requires(Right.ReadRamp)]
    public sealed record Query(Guid PlanId, string? Activity = null) : IQuery<PlanView>;

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, PlanView>
    {
        public Task<PlanView> Handle(Query query, CancellationToken ct) => PlanReader.Read(db, viewer, clock.Today(), query.PlanId, query.Activity, ct);
    }
}
