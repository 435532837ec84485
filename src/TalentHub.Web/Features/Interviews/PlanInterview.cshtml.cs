using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Interviews;

public sealed class PlanInterviewModel(IMediator mediator) : FormPage<PlanInterview.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public PlanInterview.View View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Stages => View.Stages.Select(s => new SelectListItem(
        s.Questions is { } n ? $"{s.Name} ({s.Minutes} min, {(n == 1 ? "1 question" : $"{n} questions")}{(s.PanelSize switch { 0 => "", 1 => ", 1 interviewer", var size => $", {size} interviewers" })})" : $"{s.Name} (no kit yet)", s.Id.ToString(), false, s.Questions is null));

    /// <summary>What was typed into a form that can no longer be shown, because the search has ended since.</summary>
    public IEnumerable<(string Label, string? Text)> Written =>
        Form.Panel.Count == 0 ? [] : [("Stage", View.Stages.FirstOrDefault(s => s.Id == Form.StageId)?.Name), ("Minutes", $"{Form.Minutes}"), ("Begins", $"{Form.StartsAt:yyyy-MM-dd HH:mm} {Form.Zone}"), ("Place", Form.Place), ("Panel", string.Join(", ", View.Team.Where(m => Form.Panel.Contains(m.AccountId)).Select(m => m.Name)))];

    public IEnumerable<SelectListItem> ZoneItems => ZoneChoices.All(View.Form.Zone, Form.Zone);

    /// <summary>Somebody is taken at that time: the form asks whether it is meant.</summary>
    public bool Clashes => Form.DespiteClash || IsRefused(nameof(Form.DespiteClash));

    protected override async Task<PlanInterview.Command> FillAsync(CancellationToken ct) =>
        (View = await Mediator.Send(new PlanInterview.Query(Id, Form.StageId, Form.StartsAt, Form.Minutes, Form.Zone), ct)).Form;

    /// <summary>Shows the team's load at the time in the form; nothing is planned.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken ct)
    {
        var typed = Form;
        await FillAsync(ct);
        Form = typed;
        return Page();
    }

    /// <summary>Ticks those of the stage's people who are free at the time in the form and have the lightest week; nothing is planned.</summary>
    public async Task<IActionResult> OnPostProposeAsync(CancellationToken ct)
    {
        var typed = Form;
        var proposed = (await FillAsync(ct)).Panel;
        Form = typed;
        // At a stage for which nobody is named there is nothing to propose, and what was ticked stays.
        if (proposed.Count > 0) Form.Panel = proposed;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        var interview = await Mediator.Send(Form, ct);
        TempData.Say($"Interview planned. It is on the panel's list, and they are being told by mail{(Form.InviteCandidate ? ", as is the candidate" : "")}.");
        return Redirect($"/interviews/{interview}");
    }
}
