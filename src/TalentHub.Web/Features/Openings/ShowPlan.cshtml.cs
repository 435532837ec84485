using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Openings;

public sealed class ShowPlanModel(IMediator mediator) : FormPage<AddStage.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public ShowPlan.View View { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        var stage = await Mediator.Send(Form, ct);
        TempData.Say("Stage added. Draw its kit next.");
        return Redirect($"/openings/{Id}/plan#stage-{stage:N}");
    }

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken ct)
    {
        var stages = await Mediator.Send(new ProposePlan.Command(Id), ct);
        TempData.Say($"{(stages == 1 ? "One stage" : $"{stages} stages")} proposed, kits drawn. Read them, and change what you like.");
        return Redirect($"/openings/{Id}/plan");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid stage, CancellationToken ct)
    {
        await Mediator.Send(new RemoveStage.Command(Id, stage), ct);
        TempData.Say("Stage taken out of the plan.");
        return Redirect($"/openings/{Id}/plan");
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid stage, bool earlier, CancellationToken ct)
    {
        await Mediator.Send(new MoveStage.Command(Id, stage, earlier), ct);
        return Redirect($"/openings/{Id}/plan");
    }

    protected override async Task<AddStage.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new ShowPlan.Query(Id), ct);
        // What nobody covers yet is what the next stage is likely for.
        return new AddStage.Command { Competencies = [.. View.Plan.Coverage.Where(c => !c.IsAsked).Select(c => c.CompetencyId)] };
    }
}
