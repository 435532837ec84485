using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Interviews;

public sealed class MyScorecardModel(IMediator mediator) : FormPage<SaveDraft.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public MyScorecard.View View { get; private set; } = null!;

    /// <summary>The author has been asked to look again, and did.</summary>
    [BindProperty] public bool Considered { get; set; }

    /// <summary>What to look at again before it is handed in.</summary>
    public IReadOnlyList<SecondLook> SecondLooks { get; private set; } = [];

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
        var submission = SubmitScorecard.Command.From(Form);
        if (!Considered && ScorecardCheck.Of(submission.Content()) is { Count: > 0 } looks && await LooksAgain(looks, ct)) return Page();
        var card = await Mediator.Send(submission, ct);
        TempData.Say("Scorecard submitted.");
        return Redirect($"/scorecards/{card}");
    }

    /// <summary>Asks once, unless there is nothing to hand in any more. What was typed stays in the form; pressing Submit again hands it in, changed or not.</summary>
    private async Task<bool> LooksAgain(IReadOnlyList<SecondLook> looks, CancellationToken ct)
    {
        var typed = Form;
        await FillAsync(ct);
        Form = typed;
        if (!View.Open || !View.Begun) return false;
        SecondLooks = looks;
        return true;
    }
}
