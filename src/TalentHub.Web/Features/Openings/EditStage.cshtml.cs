using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Openings;

public sealed class EditStageModel(IMediator mediator) : FormPage<EditStage.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid StageId { get; set; }

    public EditStage.Sheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        (Form.Id, Form.StageId) = (Id, StageId);
        await Mediator.Send(Form, ct);
        TempData.Say("Stage saved.");
        return Redirect($"/openings/{Id}/plan");
    }

    protected override async Task<EditStage.Command> FillAsync(CancellationToken ct)
    {
        (Form.Id, Form.StageId) = (Id, StageId);
        return (Sheet = await Mediator.Send(new EditStage.Query(Id, StageId), ct)).Form;
    }

    protected override string? NameOf(Guid id) =>
        Sheet.Plan.Coverage.FirstOrDefault(c => c.CompetencyId == id)?.Name ?? Sheet.Plan.Team.FirstOrDefault(t => t.AccountId == id)?.Name;
}
