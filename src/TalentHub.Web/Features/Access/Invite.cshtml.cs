using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace TalentHub.Web.Features.Access;

[AllowAnonymous]
public sealed class InviteModel(IMediator mediator) : ChoosePasswordPage(mediator)
{
    protected override string Done => "Password set, and you are in. Welcome.";

    public override Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Token ??= "";
        return base.OnGetAsync(ct);
    }
}
