using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Profiles;

public sealed class ShowProfileModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true, Name = "version")] public int? Number { get; set; }

    public ShowProfile.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ShowProfile.Query(Id, Number), ct);

    public async Task<IActionResult> OnPostPublishAsync(int token, CancellationToken ct)
    {
        var number = await Mediator.Send(new PublishProfile.Command(Id, token), ct);
        TempData.Say($"Version {number} is published. New openings start from it.");
        return Redirect($"/profiles/{Id}");
    }

    public async Task<IActionResult> OnPostNextAsync(CancellationToken ct)
    {
        var number = await Mediator.Send(new StartNextVersion.Command(Id), ct);
        TempData.Say($"Version {number} started as a copy. The published one stays in force.");
        return Redirect($"/profiles/{Id}/edit");
    }

    /// <summary>What publishing does, said before it is done.</summary>
    public string PublishMeans => View.Published is { } present
        ? $"New openings will start from version {View.Draft!.Number}. Version {present.Number} becomes history{Staying(present.Openings)}. From then on neither can be changed."
        : $"New openings can start from version {View.Draft!.Number}. From then on it cannot be changed; you start the next version instead.";

    private static string Staying(int openings) => openings switch
    {
        0 => "",
        1 => " and stays in force for the one opening made on it",
        _ => $" and stays in force for the {openings} openings made on it",
    };
}
