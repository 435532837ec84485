using MediatR;
using TalentHub.Web.Platform;

namespace TalentHub.Web.Features.Ramp;

/// <summary>Ramp plans over HTTP: the same requests the pages send.</summary>
public sealed class RampApi : IApiArea
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/ramp/{planId:guid}", (Guid planId, string? activity, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowPlan.Query(planId, activity), ct));
        api.MapPost("/ramp/{planId:guid}/check-ins", async (Guid planId, RecordCheckIn.Command body, IMediator mediator, CancellationToken ct) =>
        {
            body.PlanId = planId;
            await mediator.Send(body, ct);
            return Results.Created($"/api/ramp/{planId}", null);
        });
    }
}
