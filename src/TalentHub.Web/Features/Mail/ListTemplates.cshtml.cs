using MediatR;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Mail;

public sealed class ListTemplatesModel(IMediator mediator) : AppPage(mediator)
{
    public IReadOnlyList<EditTemplate.Row> Rows { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct) => Rows = await Mediator.Send(new EditTemplate.List(), ct);
}
