using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TalentHub.Web.Features.Access;

[AllowAnonymous]
public sealed class SignOutModel(IMediator mediator) : PageModel
{
    public RedirectResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await mediator.Send(new SignOut.Command(), ct);
        return Redirect("/sign-in");
    }
}
