using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Debriefs;

public sealed class ComparisonModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] List<Guid> with, CancellationToken ct)
    {
        var printed = await mediator.Send(new Comparison.Print(id, with), ct);
        return PrintResult.Pdf(printed.Pdf, printed.FileName);
    }
}
