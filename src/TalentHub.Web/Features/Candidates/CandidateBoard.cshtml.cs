using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Candidates;

public sealed class CandidateBoardModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public CandidateBoard.Board Board { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => Board = await Mediator.Send(new CandidateBoard.Query(Id), ct);

    public async Task<IActionResult> OnPostAsync(Guid applicationId, Guid stageId, CancellationToken ct)
    {
        var stage = await Mediator.Send(new MoveApplication.Command(applicationId, stageId), ct);
        TempData.Say($"Moved to “{stage}”.");
        return Redirect($"/openings/{Id}/candidates");
    }
}
