using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Ramp;

public sealed class RecordCheckInModel(IMediator mediator) : FormPage<RecordCheckIn.Command>(mediator)
{
    [FromRoute] public Guid PlanId { get; set; }
    [FromRoute] public int Week { get; set; }
    public RecordCheckIn.Sheet Sheet { get; private set; } = null!;

    /// <summary>Someone recorded the week while this form, filled before, was being typed.</summary>
    public bool RecordedMeanwhile => Form.Version == 0 && Sheet.Form.Version > 0;

    /// <summary>Saving again after that replaces theirs, which is shown beside ours.</summary>
    public int VersionToPost => RecordedMeanwhile ? Sheet.Form.Version : Form.Version;

    protected override async Task<RecordCheckIn.Command> FillAsync(CancellationToken ct) => (Sheet = await Mediator.Send(new RecordCheckIn.Query(PlanId, Week), ct)).Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        (Form.PlanId, Form.Week) = (PlanId, Week);
        await Mediator.Send(Form, ct);
        TempData.Say($"Week {Week} recorded.");
        return Redirect($"/ramp/{PlanId}");
    }
}
