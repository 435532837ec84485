using MediatR;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Insights;

public sealed class IndexModel(IMediator mediator) : AppPage(mediator)
{
    public ListInsights.Overview Overview { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => Overview = await Mediator.Send(new ListInsights.Query(), ct);
}
