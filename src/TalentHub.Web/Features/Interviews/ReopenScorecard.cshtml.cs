using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Interviews;

public sealed class ReopenScorecardModel(IMediator mediator) : FormPage<ReopenScorecard.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ReopenScorecard.View View { get; private set; } = null!;

    protected override async Task<ReopenScorecard.Command> FillAsync(CancellationToken ct) => (View = await Mediator.Send(new ReopenScorecard.Query(Id), ct)).Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        var application = await Mediator.Send(Form, ct);
        TempData.Say("Reopened. Its author finds it under My interviews, with your reason.");
        return Redirect($"/applications/{application}/debrief");
    }
}
