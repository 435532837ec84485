using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Candidates;

public sealed class ShowApplicationModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public ShowApplication.Desk Desk { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => Desk = await Mediator.Send(new ShowApplication.Query(Id), ct);

    public async Task<IActionResult> OnPostMoveAsync(Guid stageId, CancellationToken ct)
    {
        var stage = await Mediator.Send(new MoveApplication.Command(Id, stageId), ct);
        TempData.Say($"Now at “{stage}”.");
        return Redirect($"/applications/{Id}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        await Mediator.Send(new WithdrawApplication.Command(Id), ct);
        TempData.Say("Application withdrawn.");
        return Redirect($"/applications/{Id}");
    }

    public async Task<IActionResult> OnPostInformAsync(CancellationToken ct)
    {
        await Mediator.Send(new InformManager.Command(Id), ct);
        TempData.Say("Their manager can see the application from now on.");
        return Redirect($"/applications/{Id}");
    }
}
