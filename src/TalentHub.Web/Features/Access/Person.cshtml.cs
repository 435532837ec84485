using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Access;

public sealed class PersonModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public Person.View View { get; private set; } = null!;

    /// <summary>A fresh link, shown this once: its full address, and whether it was mailed too.</summary>
    public (string Address, bool Mailed)? Link { get; private set; }

    public override async Task LoadAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new Person.Query(Id), ct);
        if (ShownLink.Take(TempData) is { } link) Link = ($"{Request.Scheme}://{Request.Host}{link.Path}", link.Mailed);
    }

    public async Task<IActionResult> OnPostRolesAsync([FromForm] List<Role> roles, CancellationToken ct)
    {
        await Mediator.Send(new ChangeRoles.Command(Id, roles), ct);
        return Done("Roles changed. They act on the next click.");
    }

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken ct)
    {
        await Mediator.Send(new DisableAccount.Command(Id), ct);
        return Done("Account disabled. Every session has ended.");
    }

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken ct)
    {
        await Mediator.Send(new EnableAccount.Command(Id), ct);
        return Done("Account enabled.");
    }

    /// <summary>The employee that was typed, for when it could not be found.</summary>
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnPostEmployeeAsync([FromForm] string? employee, CancellationToken ct)
    {
        Typed = employee;
        return Done($"This account belongs to {await Mediator.Send(new LinkEmployee.Command(Id, employee), ct)} now.");
    }

    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken ct)
    {
        await Mediator.Send(new UnlinkEmployee.Command(Id), ct);
        return Done("This account belongs to no employee now.");
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct)
    {
        ShownLink.Keep(TempData, await Mediator.Send(new MakeLink.Command(Id), ct));
        return Redirect($"/people/{Id}");
    }

    private RedirectResult Done(string sentence)
    {
        TempData.Say(sentence);
        return Redirect($"/people/{Id}");
    }
}
