using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Competencies;

public sealed class ListCompetenciesModel(IMediator mediator) : AppPage(mediator)
{
    [BindProperty(SupportsGet = true)] public RoleLevel? Level { get; set; }

    public ListCompetencies.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ListCompetencies.Query(Level), ct);
}
