using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Questions;

public sealed class ShowQuestionModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public ShowQuestion.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ShowQuestion.Query(Id), ct);

    public async Task<IActionResult> OnPostApproveAsync(int token, CancellationToken ct)
    {
        await Mediator.Send(new ApproveQuestion.Command(Id, token), ct);
        TempData.Say("Approved. Kits may hold it from now on.");
        return Redirect($"/questions/{Id}");
    }

    public async Task<IActionResult> OnPostRetireAsync(CancellationToken ct)
    {
        await Mediator.Send(new RetireQuestion.Command(Id), ct);
        TempData.Say("Retired. Kits that hold it keep it.");
        return Redirect($"/questions/{Id}");
    }
}
