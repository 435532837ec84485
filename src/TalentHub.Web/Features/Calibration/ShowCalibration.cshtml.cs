using MediatR;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Calibration;

public sealed class ShowCalibrationModel(IMediator mediator) : AppPage(mediator)
{
    public ShowCalibration.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ShowCalibration.Mine(), ct);
}
