using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Access;

[AllowAnonymous]
public sealed class SignInModel(IMediator mediator) : FormPage<SignIn.Command>(mediator)
{
    [FromQuery] public string? ReturnUrl { get; set; }
    public SignIn.View View { get; private set; } = new(false, []);

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return View.NeedsSetUp ? Redirect("/set-up") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Rule.Holds(await Mediator.Send(Form, ct), "wrong-credentials", "That e-mail and password do not belong together, or the account cannot be used just now. Check both and try again in a minute.");
        return Onward();
    }

    public async Task<IActionResult> OnPostDemoAsync([FromForm] Guid accountId, CancellationToken ct)
    {
        await Mediator.Send(new SignInAsDemo.Command(accountId), ct);
        return Onward();
    }

    protected override async Task<SignIn.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new SignIn.Query(), ct);
        return new SignIn.Command();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
