using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace TalentHub.Web.Features.Design;

/// <summary>Every component in every state, for whoever builds a page. Exists in development only.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    public OpeningForm Form { get; } = new() { Title = "Territory rep, North East", Places = 2, Start = new DateOnly(2026, 12, 1), Remote = true };

    public IReadOnlyList<SelectListItem> Profiles { get; } =
        [new("Field rep 2026", "1"), new("Inside rep, small business", "2"), new("VP of Sales", "3")];

    public IActionResult OnGet([FromServices] IWebHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) return NotFound();
        ModelState.AddModelError("Form.Reason", "Say why this opening exists; the panel reads it first.");
        return Page();
    }

    public sealed record OpeningForm
    {
        public string Title { get; init; } = "";
        public int Places { get; init; }
        public DateOnly Start { get; init; }
        public string? Reason { get; init; }
        public string? Profile { get; init; }
        public string? Source { get; init; }
        public bool Remote { get; init; }
    }
}
