using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Competencies;

public sealed class ShowCompetencyModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public ShowCompetency.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ShowCompetency.Query(Id), ct);
}
