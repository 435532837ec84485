using MediatR;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform;

namespace TalentHub.Web.Features.Candidates;

/// <summary>Candidates over HTTP: the requests the pages send.</summary>
internal sealed class CandidatesApi : IApiArea
{
    public static void Map(RouteGroupBuilder api)
    {
        var candidates = api.MapGroup("/candidates").WithTags("Candidates");
        candidates.MapGet("/", (string? q, Guid? opening, Guid? stage, ApplicationState? state, HireChannel? channel, ListCandidates.Order? sort, string? after, string? before, IMediator mediator, CancellationToken ct) =>
                mediator.Send(new ListCandidates.Query(q, opening, stage, state, channel, sort ?? ListCandidates.Order.Name, after, before), ct))
            .WithSummary("Candidates in reach, 50 at a time. Send next as after, previous as before.");
        candidates.MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowCandidate.Query(id), ct))
            .WithSummary("One candidate with applications and interviews.");
        candidates.MapPost("/", async (AddCandidate.Command command, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(command, ct);
                return Results.Created($"/api/candidates/{added.CandidateId}", added);
            })
            .Produces<AddCandidate.Added>(StatusCodes.Status201Created)
            .WithSummary("Records a candidate, with their first application if an opening is named.");
    }
}
