using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Openings;

public sealed class NewOpeningModel(IMediator mediator) : FormPage<NewOpening.Command>(mediator)
{
    public NewOpening.Sheet Sheet { get; private set; } = null!;

    public IEnumerable<SelectListItem> Profiles =>
        [new("Choose …", ""), .. Sheet.Profiles.Select(p => new SelectListItem($"{p.Name}, version {p.Number} ({Words.Of(p.Level)})", p.VersionId.ToString()))];

    public IEnumerable<SelectListItem> Leads => [new("Choose …", ""), .. Sheet.Leads.Select(l => new SelectListItem(l.Id == Sheet.Me ? $"{l.Name} (you)" : l.Name, l.Id.ToString()))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = await Mediator.Send(Form, ct);
        TempData.Say("Opening made. The steps below lead to the first interview.");
        return Redirect($"/openings/{id}");
    }

    protected override async Task<NewOpening.Command> FillAsync(CancellationToken ct)
    {
        Sheet = await Mediator.Send(new NewOpening.Query(), ct);
        return new NewOpening.Command { LeadId = Sheet.Leads.Any(l => l.Id == Sheet.Me) && !Sheet.MayWriteProfiles ? Sheet.Me : null };
    }
}
