using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Interviews;

public sealed class ReadScorecardModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ReadScorecard.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ReadScorecard.Query(Id), ct);

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return View.SubmittedAt is null ? Redirect($"/interviews/{View.Interview.Id}/scorecard") : Page();
    }
}
