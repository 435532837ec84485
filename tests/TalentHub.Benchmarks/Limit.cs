using Microsoft.EntityFrameworkCore;
using TalentHub.Data;

namespace TalentHub.Benchmarks;

/// <summary>
/// The limit: a bare Razor page on Kestrel that reads 50 rows by index through EF from the same file and writes HTML of the
/// same size. No sign-in, no layout, no pipeline.
/// </summary>
internal static class Limit
{
    public static async Task<int> Serve(string data, string urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        builder.Services.AddDbContext<SqliteDb>(o => Engines.UseSqlite(o, Path.Combine(data, "talenthub.db")));
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync();
        return 0;
    }
}
