using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;

namespace TalentHub.Benchmarks.Pages;

/// <summary>Fifty rows by index, and text to bring the page to the size of the one it is held against.</summary>
public sealed class LimitModel(SqliteDb db) : PageModel
{
    private const int BytesARow = 220;

    public sealed record Row(Guid Id, string Name, string? Email, string? Headline, DateTime AddedAt);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string Padding { get; private set; } = "";

    public async Task OnGetAsync(int size, CancellationToken ct)
    {
        Rows = await db.Candidates.AsNoTracking().OrderBy(c => c.SortName).ThenBy(c => c.Id).Take(50).Select(c => new Row(c.Id, c.Name, c.Email, c.Headline, c.AddedAt)).ToListAsync(ct);
        Padding = new string('x', Math.Max(0, size - Rows.Count * BytesARow));
    }
}
