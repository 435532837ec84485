using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Candidates;

public sealed class EditCandidateModel(IMediator mediator) : FormPage<EditCandidate.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    protected override Task<EditCandidate.Command> FillAsync(CancellationToken ct) => Mediator.Send(new EditCandidate.Query(Id), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Details changed.");
        return Redirect($"/candidates/{Id}");
    }
}
