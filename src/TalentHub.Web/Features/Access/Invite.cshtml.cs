using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace TalentHub.Web.Features.Access;

[AllowAnonymous]
public sealed class InviteModel(IMediator mediator) : ChoosePasswordPage(mediator)
{
    public override Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Token ??= "";
        return base.OnGetAsync(ct);
    }
}
