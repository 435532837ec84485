using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;

namespace TalentHub.Benchmarks;

/// <summary>L2: one writer for ten seconds, then eight, on one SQLite file, through the whole program; what each was told was saved is looked for afterwards.</summary>
internal static class WriterBenchmark
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    private sealed record Run(int Writers, List<Guid> Saved, List<double> Milliseconds, List<string> Errors);

    public static async Task<int> Start(string[] options)
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
            if (write is not null) await Repository.Write(write, "writers", report);
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
        return (client, Server.TokenOf(await client.GetStringAsync("/candidates/new")));
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
            report.AppendLine(CultureInfo.InvariantCulture, $"| {run.Writers} | {run.Saved.Count:N0} | {run.Errors.Count} | {run.Saved.Count(id => !kept.Contains(id))} | {Measure.At(run.Milliseconds, 0.5):0.0} | {Measure.At(run.Milliseconds, 0.99):0.0} | {Measure.At(run.Milliseconds, 1):0.0} |");
        }
        foreach (var error in runs.SelectMany(r => r.Errors).Take(3)) Console.Error.WriteLine(error);
        return report.ToString();
    }
}
