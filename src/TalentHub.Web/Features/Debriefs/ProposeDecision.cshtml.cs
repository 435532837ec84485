using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Debriefs;

public sealed class ProposeDecisionModel(IMediator mediator) : FormPage<ProposeDecision.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ProposeDecision.View View { get; private set; } = null!;

    /// <summary>What was typed into a form that can no longer be shown.</summary>
    public IEnumerable<(string Label, string? Text)> Written => Form.Outcome is null ? [] :
    [
        ("Outcome", Words.Of(Form.Outcome.Value)),
        ("Reasons", Form.Reasons),
        .. Form.On.Select(r => (View.Grounds.Competencies.FirstOrDefault(c => c.Id == r.CompetencyId)?.Name ?? "A competency", r.Words)),
        ("Next step", Form.NextStep),
    ];

    protected override async Task<ProposeDecision.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new ProposeDecision.Query(Id), ct);
        return View.Blank();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Proposed. The panel can vote on it now.");
        return Redirect($"/applications/{Id}/debrief#proposal");
    }
}
