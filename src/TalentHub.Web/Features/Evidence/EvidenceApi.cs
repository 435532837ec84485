using MediatR;
using TalentHub.Web.Platform;

namespace TalentHub.Web.Features.Evidence;

/// <summary>Tests and references over HTTP: the page's own query, so the same rule 1.</summary>
internal sealed class EvidenceApi : IApiArea
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/applications/{id:guid}/evidence", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowEvidence.Query(id), ct))
            .WithTags("Evidence").WithSummary("Test results and references of an application, as far as they are open to you.");
}
