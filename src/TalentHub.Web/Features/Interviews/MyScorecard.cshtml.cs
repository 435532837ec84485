using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Interviews;

public sealed class MyScorecardModel(IMediator mediator) : FormPage<SaveDraft.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public MyScorecard.View View { get; private set; } = null!;

    /// <summary>After a conflict: what another window saved.</summary>
    public SaveDraft.Command? Theirs => Differences.Count > 0 ? View.Form : null;

    protected override async Task<SaveDraft.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new MyScorecard.Query(Id), ct);
        return View.Form;
    }

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return View.SubmittedAt is null ? Page() : Redirect($"/scorecards/{View.ScorecardId}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Draft saved. Nobody but you can read it.");
        return Redirect($"/interviews/{Id}/scorecard");
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken ct)
    {
        Form.Id = Id;
        var card = await Mediator.Send(SubmitScorecard.Command.From(Form), ct);
        TempData.Say("Scorecard submitted.");
        return Redirect($"/scorecards/{card}");
    }
}
