using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Access;

public sealed class EditAccountModel(IMediator mediator) : FormPage<EditAccount.Command>(mediator)
{
    public EditAccount.View View { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Mediator.Send(Form, ct);
        TempData.Say("Name changed.");
        return Redirect("/account");
    }

    protected override async Task<EditAccount.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new EditAccount.Query(), ct);
        return new EditAccount.Command { Name = View.Name };
    }
}
