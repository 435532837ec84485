using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Interviews;

public sealed class ChangeInterviewModel(IMediator mediator) : FormPage<ChangeInterview.Reschedule>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ChangeInterview.View View { get; private set; } = null!;

    public IEnumerable<SelectListItem> ZoneItems => ZoneChoices.All(View.Form.Zone, Form.Zone);

    /// <summary>Somebody is taken at that time: the form asks whether it is meant.</summary>
    public bool Clashes => Form.DespiteClash || IsRefused(nameof(Form.DespiteClash));

    protected override async Task<ChangeInterview.Reschedule> FillAsync(CancellationToken ct) => (View = await Mediator.Send(new ChangeInterview.Query(Id), ct)).Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Time and place changed. The panel is being told by mail.");
        return Redirect($"/interviews/{Id}");
    }

    public async Task<IActionResult> OnPostCancelAsync([FromForm] bool tellCandidate, CancellationToken ct)
    {
        await Mediator.Send(new ChangeInterview.Cancel(Id, tellCandidate), ct);
        return Done("Interview called off. The panel is being told by mail.");
    }

    public async Task<IActionResult> OnPostSeatAsync([FromForm] Guid? accountId, CancellationToken ct)
    {
        await Mediator.Send(new ChangePanel.Seat(Id, accountId), ct);
        return Done("They are on the panel now, and are being told by mail.");
    }

    public async Task<IActionResult> OnPostUnseatAsync([FromForm] Guid accountId, CancellationToken ct)
    {
        await Mediator.Send(new ChangePanel.Unseat(Id, accountId), ct);
        return Done("They are off the panel, and are being told by mail.");
    }

    private RedirectResult Done(string sentence)
    {
        TempData.Say(sentence);
        return Redirect($"/interviews/{Id}");
    }
}
