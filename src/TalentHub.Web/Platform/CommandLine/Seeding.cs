using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Seed;

namespace TalentHub.Web.Platform.CommandLine;

/// <summary>Fills a new database: with the demo company, or with many candidates for measuring.</summary>
internal static class Seeding
{
    public static Command Build() => new("seed", "Fill a new database with made-up people.") { Demo(), Large() };

    private static Command Demo()
    {
        var data = Verbs.DataOption();
        var demo = new Command("demo", "The demo company, as a first start would make it.") { data };
        demo.SetAction((parsed, ct) => Verbs.WithDatabase(parsed, data, ct, async services =>
        {
            await RefuseUsed(services, ct);
            Console.WriteLine("Filling the database with the demo company…");
            await DemoCompany.Fill(services, ct);
            Console.WriteLine("The demo company is in. Serve it on this machine to sign in with one click.");
            return 0;
        }));
        return demo;
    }

    private static Command Large()
    {
        var data = Verbs.DataOption();
        var candidates = new Option<int>("--candidates") { Description = "How many candidates.", DefaultValueFactory = _ => 100_000 };
        candidates.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > LargeCompany.Most) result.AddError($"--candidates takes a number from 1 to {LargeCompany.Most:N0}.");
        });
        var large = new Command("large", "The demo company and many candidates, for measuring. These candidates are not in the audit trail.") { data, candidates };
        large.SetAction((parsed, ct) => Verbs.WithDatabase(parsed, data, ct, async services =>
        {
            await RefuseUsed(services, ct);
            var total = parsed.GetValue(candidates);
            await LargeCompany.Fill(services, total, Progress(total), ct);
            Console.WriteLine($"The demo company and {total:N0} more candidates are in.");
            return 0;
        }));
        return large;
    }

    private static async Task RefuseUsed(IServiceProvider services, CancellationToken ct) =>
        Rule.Holds(!await services.GetRequiredService<TalentHubDb>().Users.AnyAsync(ct), "database-in-use",
            "This database already has accounts, so made-up people would mix with real ones. Name another directory with --data.");

    /// <summary>A bar for whoever watches; a log gets none.</summary>
    private static Action<int>? Progress(int total)
    {
        if (Console.IsErrorRedirected) return null;
        const int width = 40;
        return done =>
        {
            var full = (int)((long)done * width / total);
            Console.Error.Write($"\r[{new string('#', full)}{new string('.', width - full)}] {done:N0} of {total:N0}");
            if (done >= total) Console.Error.WriteLine();
        };
    }
}
