using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Mail;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Mail;

public sealed class ListLettersModel(IMediator mediator) : AppPage(mediator)
{
    [FromQuery] public LetterState? State { get; set; }
    [FromQuery] public Guid? Before { get; set; }
    public ListLetters.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ListLetters.Query(State, Before), ct);

    public async Task<IActionResult> OnPostTryAgainAsync([FromForm] Guid id, CancellationToken ct)
    {
        await Mediator.Send(new ListLetters.TryAgain(id), ct);
        TempData.Say("It is on its way again.");
        return Redirect("/letters");
    }
}
