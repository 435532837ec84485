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
        s.Questions is { } n ? $"{s.Name} ({s.Minutes} min, {(n == 1 ? "1 question" : $"{n} questions")})" : $"{s.Name} (no kit yet)", s.Id.ToString(), false, s.Questions is null));

    /// <summary>What was typed into a form that can no longer be shown, because the search has ended since.</summary>
    public IEnumerable<(string Label, string? Text)> Written =>
        Form.Panel.Count == 0 ? [] : [("Stage", View.Stages.FirstOrDefault(s => s.Id == Form.StageId)?.Name), ("Minutes", $"{Form.Minutes}"), ("Begins (UTC)", $"{Form.StartsAt:yyyy-MM-dd HH:mm}"), ("Place", Form.Place), ("Panel", string.Join(", ", View.Team.Where(m => Form.Panel.Contains(m.AccountId)).Select(m => m.Name)))];

    protected override async Task<PlanInterview.Command> FillAsync(CancellationToken ct) => (View = await Mediator.Send(new PlanInterview.Query(Id), ct)).Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        var interview = await Mediator.Send(Form, ct);
        TempData.Say("Interview planned. It is now on the panel's list.");
        return Redirect($"/interviews/{interview}");
    }
}
