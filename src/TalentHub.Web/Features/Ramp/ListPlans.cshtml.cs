using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Ramp;

public sealed class ListPlansModel(IMediator mediator) : AppPage(mediator)
{
    [FromQuery] public string? Show { get; set; }
    [FromQuery] public string? After { get; set; }
    public bool Ended => Show == "ended";
    public ListPlans.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ListPlans.Query(Ended, After), ct);

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return View.OwnPlan is { } own ? Redirect($"/ramp/{own}") : Page();
    }
}
