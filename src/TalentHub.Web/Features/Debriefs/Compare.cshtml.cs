using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Debriefs;

public sealed class CompareModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    /// <summary>Applications to compare.</summary>
    [FromQuery] public List<Guid> With { get; set; } = [];

    public Compare.Board Board { get; private set; } = null!;

    public string PrintAddress => $"/openings/{Id}/comparison.pdf?{string.Join('&', Board.Columns.Select(c => $"with={c.Who.ApplicationId}"))}";

    public override async Task LoadAsync(CancellationToken ct) => Board = await Mediator.Send(new Compare.Query(Id, With), ct);
}
