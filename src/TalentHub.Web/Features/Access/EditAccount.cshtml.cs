using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Access;

public sealed class EditAccountModel(IMediator mediator) : FormPage<EditAccount.Command>(mediator)
{
    public EditAccount.View View { get; private set; } = null!;

    public IEnumerable<SelectListItem> ZoneItems => ZoneChoices.All(View.Zone, Form.Zone);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Mediator.Send(Form, ct);
        TempData.Say("Saved.");
        return Redirect("/account");
    }

    protected override async Task<EditAccount.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new EditAccount.Query(), ct);
        return new EditAccount.Command { Name = View.Name, Zone = View.Zone ?? Zones.Utc };
    }
}
