using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Questions;

public sealed class EditQuestionModel(IMediator mediator) : FormPage<EditQuestion.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public EditQuestion.Sheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("New wording saved. It waits for approval.");
        return Redirect($"/questions/{Id}");
    }

    protected override async Task<EditQuestion.Command> FillAsync(CancellationToken ct) => (Sheet = await Mediator.Send(new EditQuestion.Query(Id), ct)).Form;
}
