using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Evidence;

public sealed class CorrectAssessmentModel(IMediator mediator) : FormPage<CorrectAssessment.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public CorrectAssessment.View View { get; private set; } = null!;

    /// <summary>Why it should go, as typed.</summary>
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        var application = await Mediator.Send(Form, ct);
        TempData.Say("Put right. What it said before stays beside it.");
        return Redirect($"/applications/{application}/evidence");
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] string? removalReason, CancellationToken ct)
    {
        Typed = removalReason;
        // What stands in the other form was not sent: show what is stored.
        await LoadAsync(ct);
        var application = await Mediator.Send(new RemoveAssessment.Command(Id, removalReason), ct);
        TempData.Say("Taken out of the file. The audit trail keeps who did it and why.");
        return Redirect($"/applications/{application}/evidence");
    }

    protected override async Task<CorrectAssessment.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new CorrectAssessment.Query(Id), ct);
        return View.Form;
    }
}
