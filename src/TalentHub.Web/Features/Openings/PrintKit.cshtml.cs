using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Openings;

public sealed class PrintKitModel(IMediator mediator) : AppPage(mediator)
{
    private PrintKit.Paper paper = null!;

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid StageId { get; set; }

    public override async Task LoadAsync(CancellationToken ct) => paper = await Mediator.Send(new PrintKit.Query(Id, StageId), ct);

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return PrintResult.Pdf(paper.Pdf, paper.Name);
    }
}
