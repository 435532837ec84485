using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Questions;

public sealed class NewQuestionModel(IMediator mediator) : FormPage<NewQuestion.Command>(mediator)
{
    public IReadOnlyList<SelectListItem> Competencies { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = await Mediator.Send(Form, ct);
        TempData.Say("Question added. It waits for approval.");
        return Redirect($"/questions/{id}");
    }

    protected override async Task<NewQuestion.Command> FillAsync(CancellationToken ct)
    {
        var choices = await Mediator.Send(new NewQuestion.Query(), ct);
        Competencies = [new("Choose …", ""), .. choices.Select(c => new SelectListItem($"{c.Name} ({Words.Of(c.Level)})", c.Id.ToString()))];
        return new NewQuestion.Command();
    }
}
