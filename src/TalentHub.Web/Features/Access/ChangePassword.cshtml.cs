using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Access;

public sealed class ChangePasswordModel(IMediator mediator) : FormPage<ChangePassword.Command>(mediator)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Mediator.Send(Form, ct);
        TempData.Say("Password changed. Every other session has ended.");
        return Redirect("/account");
    }

    protected override Task<ChangePassword.Command> FillAsync(CancellationToken ct) => Task.FromResult(new ChangePassword.Command());
}
