using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace TalentHub.Web.Features.Access;

[AllowAnonymous]
public sealed class ResetModel(IMediator mediator) : ChoosePasswordPage(mediator)
{
    /// <summary>Set once a link was asked for: whether mail is set up here.</summary>
    public bool? Asked { get; private set; }

    public async Task<IActionResult> OnPostAskAsync([FromForm] string? email, CancellationToken ct)
    {
        Asked = await Mediator.Send(new AskForReset.Query(email), ct);
        return Page();
    }
}
