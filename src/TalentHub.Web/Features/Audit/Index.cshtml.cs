using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Data.Auditing;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Audit;

public sealed class IndexModel(IMediator mediator) : AppPage(mediator)
{
    [FromQuery] public string? Kind { get; set; }
    [FromQuery] public Guid? Actor { get; set; }
    [FromQuery] public long? Before { get; set; }
    public ReadTrail.View View { get; private set; } = null!;
    public AuditCheck? Check { get; private set; }

    public string? Older => View.Older is { } seq ? $"/audit?kind={Uri.EscapeDataString(Kind ?? "")}&actor={Actor}&before={seq}" : null;

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ReadTrail.Query(Kind, Actor, Before), ct);

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Check = await Mediator.Send(new VerifyTrail.Query(), ct);
        return Page();
    }
}
