using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Exits;

public sealed class ListExitsModel(IMediator mediator) : AppPage(mediator)
{
    [FromQuery] public string? After { get; set; }
    public ListExits.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ListExits.Query(After), ct);
}
