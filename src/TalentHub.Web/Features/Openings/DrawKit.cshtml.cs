using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Openings;

public sealed class DrawKitModel(IMediator mediator) : FormPage<DrawKit.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid StageId { get; set; }
    [BindProperty(SupportsGet = true)] public bool Propose { get; set; }

    public DrawKit.Sheet Sheet { get; private set; } = null!;

    public int Minutes => Form.Questions.Where(q => q.Place is not null).Sum(q => Sheet.Choices.FirstOrDefault(c => c.Id == q.QuestionId)?.Minutes ?? 0);

    public int? Place(Guid question) => Form.Questions.FirstOrDefault(q => q.QuestionId == question)?.Place;

    /// <summary>Competencies with questions to choose from, of which none has a number as the form stands.</summary>
    public IReadOnlyList<string> LeftOut => [.. Sheet.Covers.Where(c => Sheet.Choices.Any(x => x.CompetencyId == c.Id) && !Sheet.Choices.Any(x => x.CompetencyId == c.Id && Place(x.Id) is not null)).Select(c => c.Name)];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        (Form.Id, Form.StageId) = (Id, StageId);
        var number = await Mediator.Send(Form, ct);
        TempData.Say($"Kit {number} is what interviews planned from now on use.");
        return Redirect($"/openings/{Id}/stages/{StageId}/kit");
    }

    protected override async Task<DrawKit.Command> FillAsync(CancellationToken ct)
    {
        Sheet = await Mediator.Send(new DrawKit.Query(Id, StageId, Propose), ct);
        (Form.Id, Form.StageId) = (Id, StageId);
        foreach (var line in Form.Questions) line.Text = Sheet.Choices.FirstOrDefault(c => c.Id == line.QuestionId)?.Text;
        return Sheet.Form;
    }
}
