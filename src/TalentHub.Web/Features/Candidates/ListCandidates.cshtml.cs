using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Candidates;

public sealed class ListCandidatesModel(IMediator mediator) : AppPage(mediator)
{
    [FromQuery] public string? Q { get; set; }
    [FromQuery] public Guid? Opening { get; set; }
    [FromQuery] public Guid? Stage { get; set; }
    [FromQuery] public ApplicationState? State { get; set; }
    [FromQuery] public HireChannel? Channel { get; set; }
    [FromQuery] public ListCandidates.Order Sort { get; set; }
    [FromQuery] public string? After { get; set; }
    [FromQuery] public string? Before { get; set; }

    public ListCandidates.Page Found { get; private set; } = new([], null, null);
    public OpeningChoices.Choices Choices { get; private set; } = new([], false, false);

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Q) || Opening is not null || Stage is not null || State is not null || Channel is not null;
    public string? Next => Found.Next is { } cursor ? Address("after", cursor) : null;
    public string? Previous => Found.Previous is { } cursor ? Address("before", cursor) : null;

    public override async Task LoadAsync(CancellationToken ct)
    {
        Found = await Mediator.Send(new ListCandidates.Query(Q, Opening, Stage, State, Channel, Sort, After, Before), ct);
        Choices = await Mediator.Send(new OpeningChoices.Query(ToAddTo: false, Opening), ct);
    }

    private string Address(string direction, string cursor)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("q", Q), ("opening", Opening?.ToString()), ("stage", Stage?.ToString()), ("state", State?.ToString()), ("channel", Channel?.ToString()), ("sort", Sort == ListCandidates.Order.Name ? null : Sort.ToString()) })
            if (!string.IsNullOrWhiteSpace(value)) query.Add(name, value);
        query.Add(direction, cursor);
        return "/candidates" + query.ToQueryString();
    }
}
