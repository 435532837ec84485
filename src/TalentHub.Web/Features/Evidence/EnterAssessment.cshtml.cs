using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Evidence;

public sealed class EnterAssessmentModel(IMediator mediator) : FormPage<EnterAssessment.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public EnterAssessment.View View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Competencies => [new("Choose one", ""), .. View.Competencies.Select(c => new SelectListItem(c.Weighed ? c.Name : $"{c.Name} (not in the profile)", c.Id.ToString()))];

    /// <summary>What was typed into a form that is no longer shown, because the application was closed meanwhile.</summary>
    public IEnumerable<(string Label, string? Text)> Written => [("Percentile", $"{Form.Percentile}"), ("Vendor", Form.Vendor), ("Test", Form.Test), ("Note", Form.Note)];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Result entered.");
        return Redirect($"/applications/{Id}/evidence");
    }

    protected override async Task<EnterAssessment.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new EnterAssessment.Query(Id), ct);
        return new EnterAssessment.Command { Id = Id };
    }
}
