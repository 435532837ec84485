using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Profiles;

public sealed class NewProfileModel(IMediator mediator) : FormPage<NewProfile.Command>(mediator)
{
    public IReadOnlyList<SelectListItem> Models { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> Levels { get; } = [.. Enum.GetValues<RoleLevel>().Select(l => new SelectListItem(Words.Of(l), l.ToString()))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = await Mediator.Send(Form, ct);
        TempData.Say("Draft started. Nothing is published until you say so.");
        return Redirect($"/profiles/{id}/edit");
    }

    protected override async Task<NewProfile.Command> FillAsync(CancellationToken ct)
    {
        var models = await Mediator.Send(new NewProfile.Query(), ct);
        Models = [new("Nothing: I write it from the start", ""), .. models.Select(m => new SelectListItem($"{m.Name} ({Words.Of(m.Level)}, {m.Competencies} competencies)", m.Key))];
        return new NewProfile.Command();
    }
}
