using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Interviews;

public sealed class AmendScorecardModel(IMediator mediator) : FormPage<AmendScorecard.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public AmendScorecard.View View { get; private set; } = null!;

    /// <summary>After a conflict: what another window saved.</summary>
    public AmendScorecard.Command? Theirs => Differences.Count > 0 ? View.Form : null;

    protected override async Task<AmendScorecard.Command> FillAsync(CancellationToken ct) => (View = await Mediator.Send(new AmendScorecard.Query(Id), ct)).Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Amended. Both versions are kept.");
        return Redirect($"/scorecards/{Id}");
    }
}
