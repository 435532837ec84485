using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Charts;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Ramp;

public sealed class ShowPlanModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid PlanId { get; set; }
    [FromQuery] public string? Activity { get; set; }
    [BindProperty] public ReachMilestone.Command Reach { get; set; } = new();
    [BindProperty] public HoldCheckpoint.Command Hold { get; set; } = new();
    [BindProperty] public ClosePlan.Command Close { get; set; } = new();
    public PlanView Plan { get; private set; } = null!;
    public LineChart Chart { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct)
    {
        Plan = await Mediator.Send(new ShowPlan.Query(PlanId, Activity), ct);
        Chart = PlanChart.Of(Plan);
    }

    public async Task<IActionResult> OnPostReachAsync(CancellationToken ct)
    {
        Reach.PlanId = PlanId;
        await Mediator.Send(Reach, ct);
        TempData.Say("Milestone marked as reached.", $"/ramp/{PlanId}?handler=Unreach&milestoneId={Reach.MilestoneId}");
        return Redirect($"/ramp/{PlanId}#milestones");
    }

    public async Task<IActionResult> OnPostUnreachAsync(Guid milestoneId, CancellationToken ct)
    {
        await Mediator.Send(new UnreachMilestone.Command(PlanId, milestoneId), ct);
        TempData.Say("Milestone is open again.");
        return Redirect($"/ramp/{PlanId}#milestones");
    }

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken ct)
    {
        Hold.PlanId = PlanId;
        await Mediator.Send(Hold, ct);
        TempData.Say($"Day-{Hold.Day} checkpoint recorded: {Words.Of(Hold.Outcome!.Value).ToLowerInvariant()}.");
        return Redirect($"/ramp/{PlanId}#checkpoints");
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        Close.PlanId = PlanId;
        await Mediator.Send(Close, ct);
        TempData.Say("The ramp plan is closed.");
        return Redirect($"/ramp/{PlanId}");
    }
}
