using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Access;

[AllowAnonymous]
public sealed class SetUpModel(IMediator mediator) : FormPage<SetUp.Command>(mediator)
{
    [FromQuery] public string? Token { get; set; }

    /// <summary>Whether the address holds the token of the console.</summary>
    public bool Fits { get; private set; }

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var page = Page();
        if (!Fits) page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Mediator.Send(Form, ct);
        TempData.Say("Set up. You are signed in as the first administrator.");
        return Redirect("/");
    }

    protected override async Task<SetUp.Command> FillAsync(CancellationToken ct)
    {
        var token = Form.Token ?? Token;
        Fits = await Mediator.Send(new SetUp.Query(token), ct);
        return new SetUp.Command { Token = token };
    }
}
