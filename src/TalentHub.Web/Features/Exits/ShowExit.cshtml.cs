using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Exits;

public sealed class ShowExitModel(IMediator mediator) : FormPage<ExplainExit.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ShowExit.View Exit { get; private set; } = null!;

    protected override async Task<ExplainExit.Command> FillAsync(CancellationToken ct) => (Exit = await Mediator.Send(new ShowExit.Query(Id), ct)).Form ?? new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Both sides saved.");
        return Redirect($"/exits/{Id}");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct)
    {
        await Mediator.Send(new TakeBackExit.Command(Id), ct);
        TempData.Say("The exit is taken back.");
        return Redirect("/exits");
    }
}
