using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain;
using TalentHub.Domain.Mail;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Mail;

public sealed class EditTemplateModel(IMediator mediator) : FormPage<EditTemplate.Command>(mediator)
{
    [FromRoute] public string Kind { get; set; } = "";
    public EditTemplate.View View { get; private set; } = null!;

    private LetterKind Which => Enum.TryParse<LetterKind>(Kind, ignoreCase: true, out var kind) ? kind : throw new NotFound("That letter");

    protected override async Task<EditTemplate.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new EditTemplate.Query(Which, Form.Subject, Form.Text), ct);
        return View.Form;
    }

    /// <summary>Shows the typed words with the invented interview; nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        var typed = Form;
        typed.Kind = (await FillAsync(ct)).Kind;
        Form = typed;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Kind = Which;
        await Mediator.Send(Form, ct);
        TempData.Say("Wording saved. Letters written from now on use it.");
        return Redirect("/mail-templates");
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        await Mediator.Send(new EditTemplate.Reset(Which), ct);
        TempData.Say("Back to our wording.");
        return Redirect("/mail-templates");
    }
}
