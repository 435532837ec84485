using MediatR;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform;

namespace TalentHub.Web.Features.Openings;

internal sealed class OpeningsApi : IApiArea
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/openings", (OpeningStatus? status, RoleLevel? level, string? after, IMediator mediator, CancellationToken ct) => mediator.Send(new ListOpenings.Query(status, level, after), ct));
        api.MapGet("/openings/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowOpening.Query(id), ct));
        api.MapGet("/openings/{id:guid}/plan", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowPlan.Query(id), ct));
        api.MapPost("/openings", (NewOpening.Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct));
        api.MapPost("/openings/{id:guid}/start", async (Guid id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new StartSearch.Command(id), ct);
            return Results.NoContent();
        });
    }
}
