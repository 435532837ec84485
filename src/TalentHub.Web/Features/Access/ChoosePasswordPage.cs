using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Access;

/// <summary>What the page behind an invitation and the page behind a reset link share.</summary>
public abstract class ChoosePasswordPage(IMediator mediator) : FormPage<ChoosePassword.Command>(mediator)
{
    [FromQuery] public Guid Id { get; set; }
    [FromQuery] public string? Token { get; set; }
    public ChoosePassword.View View { get; private set; } = new(false, "", false);

    protected virtual string Done => "Password set. You are signed in here, and signed out everywhere else.";

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var page = Page();
        if (Token is not null && !View.Valid) page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Mediator.Send(Form, ct);
        TempData.Say(Done);
        return Redirect("/");
    }

    protected override async Task<ChoosePassword.Command> FillAsync(CancellationToken ct)
    {
        if (Token is not null) View = await Mediator.Send(new ChoosePassword.Query(Id, Token), ct);
        return new ChoosePassword.Command { Id = Id, Token = Token };
    }
}
