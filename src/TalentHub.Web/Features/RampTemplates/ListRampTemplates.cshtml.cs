using MediatR;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.RampTemplates;

public sealed class ListRampTemplatesModel(IMediator mediator) : AppPage(mediator)
{
    public IReadOnlyList<ListRampTemplates.Row> Rows { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct) => Rows = await Mediator.Send(new ListRampTemplates.Query(), ct);
}
