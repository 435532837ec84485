using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Exits;

public sealed class AnswerExitModel(IMediator mediator) : FormPage<AnswerExit.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public AnswerExit.Sheet Sheet { get; private set; } = null!;

    protected override async Task<AnswerExit.Command> FillAsync(CancellationToken ct) => (Sheet = await Mediator.Send(new AnswerExit.Query(Id), ct)).Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        var own = (await Mediator.Send(new AnswerExit.Query(Id), ct)).IsOwn;
        TempData.Say(own ? "Thank you. Your answers are with HR." : "The exit interview is saved.");
        return Redirect($"/exits/{Id}/interview");
    }
}
