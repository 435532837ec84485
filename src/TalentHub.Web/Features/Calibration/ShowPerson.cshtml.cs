using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Calibration;

public sealed class ShowPersonModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid AccountId { get; set; }
    public ShowCalibration.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ShowCalibration.Of(AccountId), ct);
}
