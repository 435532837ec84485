using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Exits;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Exits;

public sealed class NewExitModel(IMediator mediator) : FormPage<NewExit.Command>(mediator)
{
    [FromQuery] public string? Find { get; set; }
    [FromQuery] public Guid? Employee { get; set; }
    public NewExit.Sheet Sheet { get; private set; } = null!;
    public IEnumerable<SelectListItem> PeopleToChoose => Sheet.People.Prepend(new("Choose a person", ""));
    public IEnumerable<SelectListItem> Directions { get; } = [new("Choose one", ""), .. Enum.GetValues<ExitDirection>().Select(d => new SelectListItem(Words.Of(d), $"{d}"))];

    protected override async Task<NewExit.Command> FillAsync(CancellationToken ct) => (Sheet = await Mediator.Send(new NewExit.Query(Find, Employee), ct)).Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = await Mediator.Send(Form, ct);
        TempData.Say("Exit recorded.");
        return Redirect($"/exits/{id}");
    }
}
