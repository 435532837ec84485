using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Debriefs;

public sealed class ShowDebriefModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public OpenDebrief.Command Form { get; set; } = new();
    public ShowDebrief.Sheet Sheet { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => Sheet = await Mediator.Send(new ShowDebrief.Query(Id), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("The debrief is open: the panel sees one another’s scores now.");
        return Redirect($"/applications/{Id}/debrief");
    }
}
