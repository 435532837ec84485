using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Ramp;

public sealed class PrintPlanModel(IMediator mediator) : AppPage(mediator)
{
    private PrintPlan.Sheet? sheet;

    [FromRoute] public Guid PlanId { get; set; }
    [FromQuery] public string? Activity { get; set; }

    public override async Task LoadAsync(CancellationToken ct) => sheet = await Mediator.Send(new PrintPlan.Query(PlanId, Activity), ct);

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return PrintResult.Pdf(sheet!.Pdf, sheet.FileName);
    }
}
