using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Openings;

public sealed class AnswerPreparationModel(IMediator mediator) : FormPage<AnswerPreparation.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public AnswerPreparation.Sheet Sheet { get; private set; } = null!;
    public int Answered => Sheet.Form.Answers.Count(a => !string.IsNullOrWhiteSpace(a.Text));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Answers saved.");
        return Redirect($"/openings/{Id}");
    }

    protected override async Task<AnswerPreparation.Command> FillAsync(CancellationToken ct)
    {
        Sheet = await Mediator.Send(new AnswerPreparation.Query(Id), ct);
        foreach (var answer in Form.Answers) answer.Question = Sheet.Questions.FirstOrDefault(q => q.Key == answer.Key)?.Text;
        return Sheet.Form;
    }
}
