using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.RampTemplates;

public sealed class ShowRampTemplateModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public ShowRampTemplate.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ShowRampTemplate.Query(Id), ct);
}
