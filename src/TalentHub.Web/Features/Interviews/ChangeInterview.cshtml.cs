using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Interviews;

public sealed class ChangeInterviewModel(IMediator mediator) : FormPage<ChangeInterview.Reschedule>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ChangeInterview.View View { get; private set; } = null!;

    protected override async Task<ChangeInterview.Reschedule> FillAsync(CancellationToken ct) => (View = await Mediator.Send(new ChangeInterview.Query(Id), ct)).Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Time and place changed.");
        return Redirect($"/interviews/{Id}");
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken ct)
    {
        await Mediator.Send(new ChangeInterview.Cancel(Id), ct);
        TempData.Say("Interview called off.");
        return Redirect($"/interviews/{Id}");
    }
}
