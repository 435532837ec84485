using MediatR;
using TalentHub.Web.Platform;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>The debrief over HTTP: the page's own query, so the same lock.</summary>
public sealed class DebriefsApi : IApiArea
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/applications/{id:guid}/debrief", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowDebrief.Query(id), ct));
}
