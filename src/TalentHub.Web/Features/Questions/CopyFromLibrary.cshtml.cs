using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Questions;

public sealed class CopyFromLibraryModel(IMediator mediator) : AppPage(mediator)
{
    [BindProperty(SupportsGet = true)] public RoleLevel Level { get; set; }

    /// <summary>What was ticked.</summary>
    public IReadOnlyCollection<string> Keys { get; private set; } = [];

    public CopyFromLibrary.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new CopyFromLibrary.Query(Level), ct);

    public async Task<IActionResult> OnPostAsync(List<string> keys, CancellationToken ct)
    {
        Keys = keys;
        var count = await Mediator.Send(new CopyFromLibrary.Command(keys), ct);
        TempData.Say(count == 1 ? "One question copied. It waits to be read." : $"{count} questions copied. They wait to be read.");
        return Redirect($"/questions?level={Level}&state=Waiting");
    }
}
