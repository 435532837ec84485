using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.RampTemplates;

public sealed class ListRampTemplatesModel(IMediator mediator) : AppPage(mediator)
{
    public ListRampTemplates.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ListRampTemplates.Query(), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var brought = await Mediator.Send(new BringRampTemplates.Command(), ct);
        TempData.Say(brought == 1 ? "One template is here now." : $"{brought} templates are here now.");
        return Redirect("/ramp-templates");
    }
}
