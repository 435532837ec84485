using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Debriefs;

public sealed class DebriefPaperModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var printed = await mediator.Send(new DebriefPaper.Print(id), ct);
        return PrintResult.Pdf(printed.Pdf, printed.FileName);
    }
}
