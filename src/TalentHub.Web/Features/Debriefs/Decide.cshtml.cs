using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Debriefs;

public sealed class DecideModel(IMediator mediator) : FormPage<Decide.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public DecideForm.View View { get; private set; } = null!;

    public static IEnumerable<SelectListItem> Choices(IEnumerable<DecideForm.Choice> choices) =>
        [new("Choose…", ""), .. choices.Select(c => new SelectListItem(c.Name, c.Id.ToString()))];

    /// <summary>What was typed into a form that can no longer be shown, because somebody else decided first.</summary>
    public IEnumerable<(string Label, string? Text)> Written => Form.Outcome is null ? [] :
    [
        ("Outcome", Words.Of(Form.Outcome.Value)),
        ("Reasons", Form.Reasons),
        .. Form.On.Select(r => (View.Grounds.Competencies.FirstOrDefault(c => c.Id == r.CompetencyId)?.Name ?? "A competency", r.Words)),
        ("Next step", Form.NextStep),
        ("How you would keep them", Form.KeepPlan),
        .. Form.Dissents.Select(d => ("Dissent, " + View.Panel.FirstOrDefault(m => m.Id == d.AccountId)?.Name, d.Words)),
        .. Form.Outcome == DecisionOutcome.Hire ? Placed : [],
    ];

    private IEnumerable<(string Label, string? Text)> Placed =>
    [
        ("First day", $"{Form.StartsOn:yyyy-MM-dd}"),
        ("Job title", Form.JobTitle),
        ("Team", Form.Team),
        ("Manager", View.Managers.FirstOrDefault(m => m.Id == Form.ManagerId)?.Name),
        ("Ramp template", View.Templates.FirstOrDefault(t => t.Id == Form.TemplateId)?.Name),
        ("Employee number", Form.EmployeeNumber),
    ];

    protected override async Task<Decide.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new DecideForm.Query(Id), ct);
        return View.Blank();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say(Form.Outcome == DecisionOutcome.Hire ? "Decision recorded. The ramp plan is ready for the first day. You can take it back within the hour." : "Decision recorded. You can take it back within the hour.");
        return Redirect($"/applications/{Id}/debrief");
    }
}
