using MediatR;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Home;

public sealed class IndexModel(IMediator mediator) : AppPage(mediator)
{
    public Today.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new Today.Query(), ct);
}
