using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Competencies;

public sealed class EditCompetencyModel(IMediator mediator) : FormPage<EditCompetency.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public EditCompetency.Sheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Saved.");
        return Redirect($"/competencies/{Id}");
    }

    protected override async Task<EditCompetency.Command> FillAsync(CancellationToken ct) => (Sheet = await Mediator.Send(new EditCompetency.Query(Id), ct)).Form;
}
