using MediatR;
using TalentHub.Web.Platform;

namespace TalentHub.Web.Features.Profiles;

internal sealed class ProfilesApi : IApiArea
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/profiles", (IMediator mediator, CancellationToken ct) => mediator.Send(new ListProfiles.Query(), ct));
        api.MapGet("/profiles/{id:guid}", (Guid id, int? version, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowProfile.Query(id, version), ct));
        api.MapPost("/profiles", (NewProfile.Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct));
        api.MapPost("/profiles/{id:guid}/publish", (Guid id, int version, IMediator mediator, CancellationToken ct) => mediator.Send(new PublishProfile.Command(id, version), ct));
    }
}
