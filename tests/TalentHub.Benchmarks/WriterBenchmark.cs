using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;

namespace TalentHub.Benchmarks;

/// <summary>L2: one writer for ten seconds, then eight, on one SQLite file, through the whole program; what each was told was saved is looked for afterwards.</summary>
internal static partial class WriterBenchmark
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    private sealed record Run(int Writers, List<Guid> Saved, List<double> Milliseconds, List<string> Errors);

    public static async Task<int> Measure(string[] options)
    {
        var write = options.SkipWhile(o => o != "--write").Skip(1).FirstOrDefault();
        var data = Directory.CreateTempSubdirectory("talenthub-writers-").FullName;
        try
        {
            var runs = new List<Run>();
            await using (var server = await Server.Start(Path.Combine(AppContext.BaseDirectory, "TalentHub.Web.dll"), "/sign-in", urls => ["serve", "--data", data, "--urls", urls]))
            {
                await Together(server, 4, TimeSpan.FromSeconds(3), "warm");
                foreach (var writers in new[] { 1, 8 }) runs.Add(await Together(server, writers, Time, $"r{writers}"));
            }
            var report = await Report(runs, Path.Combine(data, "talenthub.db"));
            Console.WriteLine(report);
            if (write is not null) await Replace(write, report);
            return runs.Any(r => r.Errors.Count > 0) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<Run> Together(Server server, int writers, TimeSpan time, string name)
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => SignedIn(server.Address)));
        var clock = Stopwatch.StartNew();
        var parts = await Task.WhenAll(clients.Select((c, w) => Task.Run(() => Write(c, $"{name}-{w}", () => clock.Elapsed < time))));
        foreach (var (client, _) in clients) client.Dispose();
        return new(writers, [.. parts.SelectMany(p => p.Saved)], [.. parts.SelectMany(p => p.Milliseconds).Order()], [.. parts.SelectMany(p => p.Errors)]);
    }

    private static async Task<(HttpClient Client, string Token)> SignedIn(string address)
    {
        var client = new HttpClient(new LoopbackCookies()) { BaseAddress = new Uri(address) };
        await Server.SignIn(client, "as Hannah Reyes");
        return (client, Token().Match(await client.GetStringAsync("/candidates/new")).Groups[1].Value);
    }

    private static async Task<Run> Write((HttpClient Client, string Token) writer, string name, Func<bool> goOn)
    {
        var run = new Run(1, [], [], []);
        for (var i = 0; goOn(); i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/candidates") { Content = JsonContent.Create(new { name = $"Writer {name} {i}", email = $"{name}-{i}@example.test" }) };
            request.Headers.Add("RequestVerificationToken", writer.Token);
            var began = Stopwatch.GetTimestamp();
            using var answer = await writer.Client.SendAsync(request);
            run.Milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (answer.StatusCode == HttpStatusCode.Created) run.Saved.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("candidateId").GetGuid());
            else run.Errors.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        return run;
    }

    private static async Task<string> Report(List<Run> runs, string file)
    {
        await using var db = new SqliteDb((DbContextOptions<SqliteDb>)Engines.UseSqlite(new DbContextOptionsBuilder<SqliteDb>(), file).Options);
        var kept = (await db.Candidates.Select(c => c.Id).ToListAsync()).ToHashSet();
        var report = new StringBuilder("| Writers at once | saved in 10 s | errors | lost | p50 ms | p99 ms | slowest ms |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var run in runs)
        {
            double At(double share) => run.Milliseconds[(int)Math.Min(run.Milliseconds.Count - 1, run.Milliseconds.Count * share)];
            report.AppendLine(CultureInfo.InvariantCulture, $"| {run.Writers} | {run.Saved.Count:N0} | {run.Errors.Count} | {run.Saved.Count(id => !kept.Contains(id))} | {At(0.5):0.0} | {At(0.99):0.0} | {At(1):0.0} |");
        }
        foreach (var error in runs.SelectMany(r => r.Errors).Take(3)) Console.Error.WriteLine(error);
        return report.ToString();
    }

    private static async Task Replace(string file, string table)
    {
        var at = Repository.Find(file);
        await File.WriteAllTextAsync(at, Marked().Replace(await File.ReadAllTextAsync(at), $"<!-- writers -->\n{table.TrimEnd()}\n<!-- /writers -->"));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<!-- writers -->.*<!-- /writers -->", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
