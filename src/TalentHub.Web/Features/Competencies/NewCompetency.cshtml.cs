using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Competencies;

public sealed class NewCompetencyModel(IMediator mediator) : FormPage<NewCompetency.Command>(mediator)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = await Mediator.Send(Form, ct);
        TempData.Say("Competency added. Write questions for it next.");
        return Redirect($"/competencies/{id}");
    }

    protected override Task<NewCompetency.Command> FillAsync(CancellationToken ct) => Mediator.Send(new NewCompetency.Query(), ct);
}
