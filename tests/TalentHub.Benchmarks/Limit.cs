using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;

namespace TalentHub.Benchmarks;

/// <summary>
/// The limit: a bare Razor page on Kestrel that reads 50 rows by index through EF from the same file and writes HTML of the
/// same size. No sign-in, no layout, no pipeline. Its write is one rating of that file, set by one command.
/// </summary>
internal static class Limit
{
    public static async Task<int> Serve(string data, string urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        // As the library comes: its own pool, nothing of ours. Commits reach the disk all the same, and the file says it has a write-ahead log.
        builder.Services.AddDbContext<SqliteDb>(o => o.UseSqlite($"Data Source={Path.Combine(data, "talenthub.db")}"));
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapRazorPages();
        app.MapPost("/limit/ratings/{id:guid}", async (Guid id, HttpRequest request, SqliteDb db) =>
        {
            var form = await request.ReadFormAsync();
            var (score, evidence) = (int.Parse(form["score"]!, CultureInfo.InvariantCulture), form["evidence"].ToString());
            return await db.Ratings.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Score, score).SetProperty(r => r.Evidence, evidence));
        });
        await app.RunAsync();
        return 0;
    }
}
