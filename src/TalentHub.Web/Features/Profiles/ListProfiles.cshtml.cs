using MediatR;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Profiles;

public sealed class ListProfilesModel(IMediator mediator) : AppPage(mediator)
{
    public ListProfiles.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ListProfiles.Query(), ct);
}
