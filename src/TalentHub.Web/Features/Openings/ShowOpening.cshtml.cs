using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Openings;

public sealed class ShowOpeningModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public ShowOpening.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ShowOpening.Query(Id), ct);

    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct)
    {
        await Mediator.Send(new StartSearch.Command(Id), ct);
        TempData.Say("The search has started.");
        return Redirect($"/openings/{Id}");
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        await Mediator.Send(new CloseOpening.Command(Id), ct);
        TempData.Say("Opening closed without a hire.");
        return Redirect($"/openings/{Id}");
    }
}
