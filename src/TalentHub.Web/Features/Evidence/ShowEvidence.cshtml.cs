using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Evidence;

public sealed class ShowEvidenceModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ShowEvidence.Sheet Sheet { get; private set; } = null!;

    /// <summary>A fresh link and the letter around it, shown this once.</summary>
    public ReferenceLink? Link { get; private set; }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Sheet = await Mediator.Send(new ShowEvidence.Query(Id), ct);
        Link = ReferenceLink.Take(TempData);
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromForm] Guid reference, CancellationToken ct)
    {
        await Mediator.Send(new RevokeReference.Command(reference), ct);
        TempData.Say("Called back: the link no longer works.");
        return Redirect($"/applications/{Id}/evidence");
    }

    public async Task<IActionResult> OnPostAgainAsync([FromForm] Guid reference, CancellationToken ct)
    {
        (await Mediator.Send(new SendReferenceAnew.Command(reference, $"{Request.Scheme}://{Request.Host}"), ct)).Keep(TempData);
        return Redirect($"/applications/{Id}/evidence");
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] Guid reference, CancellationToken ct)
    {
        await Mediator.Send(new ForgetReferee.Command(reference), ct);
        TempData.Say("Name, address and words are erased; the ratings stay.");
        return Redirect($"/applications/{Id}/evidence");
    }
}
