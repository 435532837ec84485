using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Insights.Retention;

public sealed class RetentionPdfModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? By { get; set; }
    [BindProperty(SupportsGet = true)] public RoleLevel? Level { get; set; }
    [BindProperty(SupportsGet = true)] public string? Only { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? HiredSince { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        PrintResult.Pdf(await mediator.Send(new PrintRetention.Query(new(By, Level, Only, HiredSince)), ct), "Retention");
}
