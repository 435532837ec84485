using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Access;

public sealed class PeopleModel(IMediator mediator) : FormPage<InviteAccount.Command>(mediator)
{
    [FromQuery] public string? Q { get; set; }
    [FromQuery] public string? AfterName { get; set; }
    [FromQuery] public Guid? AfterId { get; set; }
    public People.View View { get; private set; } = new([], null);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var link = await Mediator.Send(Form, ct);
        ShownLink.Keep(TempData, link);
        return Redirect($"/people/{link.AccountId}");
    }

    protected override async Task<InviteAccount.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new People.Query(Q, AfterName, AfterId), ct);
        return new InviteAccount.Command();
    }
}
