using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Search;

public sealed class IndexModel(IMediator mediator) : AppPage(mediator)
{
    [FromQuery] public string? Q { get; set; }

    /// <summary>Given by the search dialog, which wants the hits without the page around them.</summary>
    [FromQuery(Name = "partial")] public string? Fragment { get; set; }

    public IReadOnlyList<Find.Group> Groups { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct) => Groups = await Mediator.Send(new Find.Query(Q), ct);

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Fragment is null ? Page() : Partial("_Hits", this);
    }
}
