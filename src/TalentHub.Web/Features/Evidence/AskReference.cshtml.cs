using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Evidence;

public sealed class AskReferenceModel(IMediator mediator) : FormPage<AskReference.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public AskReference.View View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Relations => [new("Choose one", ""), .. Enum.GetValues<RefereeRelation>().Select(r => new SelectListItem(r switch
    {
        RefereeRelation.Manager => "Was their manager",
        RefereeRelation.Peer => "Worked beside them",
        RefereeRelation.Report => "Worked for them",
        _ => "Was their customer",
    }, r.ToString()))];

    /// <summary>What was typed into a form that is no longer shown, because the application was closed meanwhile.</summary>
    public IEnumerable<(string Label, string? Text)> Written => [("Name", Form.RefereeName), ("E-mail", Form.RefereeEmail)];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        (Form.Id, Form.Site) = (Id, $"{Request.Scheme}://{Request.Host}");
        (await Mediator.Send(Form, ct)).Keep(TempData);
        return Redirect($"/applications/{Id}/evidence");
    }

    protected override async Task<AskReference.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new AskReference.Query(Id), ct);
        return new AskReference.Command { Id = Id };
    }
}
