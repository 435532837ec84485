using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Openings;

public sealed class ListOpeningsModel(IMediator mediator) : AppPage(mediator)
{
    [BindProperty(SupportsGet = true)] public OpeningStatus? Status { get; set; }
    [BindProperty(SupportsGet = true)] public RoleLevel? Level { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ListOpenings.View View { get; private set; } = null!;
    public bool Filtered => Status is not null || Level is not null || After is not null;
    public string? Next => View.Next is { } next ? Address(next) : null;
    public string? Prev => After is null ? null : Address(null);

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ListOpenings.Query(Status, Level, After), ct);

    internal static string Tone(OpeningStatus status) => status switch { OpeningStatus.Open => "good", OpeningStatus.Draft => "warn", _ => "neutral" };

    private string Address(string? after) => "/openings" + QueryString.Create(new Dictionary<string, string?>
    {
        ["status"] = Status?.ToString(),
        ["level"] = Level?.ToString(),
        ["after"] = after,
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
