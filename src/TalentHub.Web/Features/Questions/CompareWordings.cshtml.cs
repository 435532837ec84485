using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Questions;

public sealed class CompareWordingsModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public int? From { get; set; }
    [BindProperty(SupportsGet = true)] public int? To { get; set; }

    public CompareWordings.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new CompareWordings.Query(Id, From, To), ct);
}
