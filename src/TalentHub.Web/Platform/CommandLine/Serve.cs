using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain;
using TalentHub.Seed;
using TalentHub.Web.Features.Access;

namespace TalentHub.Web.Platform.CommandLine;

/// <summary>Serves the product: prepares the database, fills a new one with the demo company unless told not to.</summary>
internal static class Serve
{
    private const string Address = "http://127.0.0.1:5080";
    private const string StartedEmpty = "started-empty";

    public static Command Build()
    {
        var data = Verbs.DataOption();
        var empty = new Option<bool>("--empty") { Description = "Start without the demo company; the first visit leads to set-up." };
        var command = new Command("serve", "Serve the product (the default).") { data, empty };
        command.Options.Add(new Option<string?>("--urls") { Description = $"Where to listen; {Address} unless told otherwise." });
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, ct) => Run(parsed.GetValue(data)!, parsed.GetValue(empty), parsed.GetValue<string?>("--urls"), [.. parsed.UnmatchedTokens], ct));
        return command;
    }

    private static async Task<int> Run(string data, bool empty, string? urls, string[] settings, CancellationToken ct)
    {
        var directory = Directory.CreateDirectory(data).FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = Published });
        builder.Configuration.AddEnvironmentVariables("TALENTHUB_");
        builder.WebHost.UseUrls(urls ?? builder.Configuration["urls"] ?? Address);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Services.AddTalentHub(builder.Configuration, directory);
        builder.AddTalentHubWeb();
        builder.Services.AddSingleton<SetupToken>();
        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope()) await Prepare(scope.ServiceProvider, directory, empty, ct);
        app.UseTalentHub();
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
        await app.RunAsync(ct);
        return 0;
    }

    /// <summary>Where style sheets and scripts lie, whatever directory the program is started from; none when it runs out of a build.</summary>
    private static string? Published => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;

    private static async Task Prepare(IServiceProvider services, string directory, bool empty, CancellationToken ct)
    {
        var db = services.GetRequiredService<TalentHubDb>();
        await db.Prepare(Verbs.MigrationLock(db, directory), ct);
        var marks = await db.Marks.Select(m => m.Name).ToListAsync(ct);
        if (marks.Count == 0 && !await db.Users.AnyAsync(ct))
        {
            if (empty)
            {
                db.Marks.Add(new DatabaseMark { Name = StartedEmpty, At = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime });
                await db.SaveChangesAsync(ct);
            }
            else
            {
                Console.WriteLine("Filling a new database with the demo company…");
                await DemoCompany.Fill(services, ct);
                marks.Add(DatabaseMark.Demo);
            }
        }
        if (marks.Contains(DatabaseMark.Demo)) RefuseOpenAddress(services.GetRequiredService<IConfiguration>()["urls"] ?? Address);
        services.GetRequiredService<SetupToken>().Open = !await db.Users.AnyAsync(ct);
    }

    /// <summary>Anyone who reaches a demo server can sign in with one click, so it listens on this machine alone.</summary>
    private static void RefuseOpenAddress(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var host = BindingAddress.Parse(url).Host;
            var local = host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
            Rule.Holds(local, "demo-loopback", $"This database holds the demo company, where anyone may sign in with one click, so it is served on this machine alone and not on {url}. Use http://127.0.0.1:PORT, or start another database with --empty.");
        }
    }

    private static void Announce(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Address;
        var token = app.Services.GetRequiredService<SetupToken>();
        if (token.Open) Console.WriteLine($"Set up this installation at {address}/set-up?token={token.Value}");
        Console.WriteLine($"TalentHub is ready at {address}");
    }
}
