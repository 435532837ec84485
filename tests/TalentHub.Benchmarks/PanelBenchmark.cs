using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Interviews;

namespace TalentHub.Benchmarks;

/// <summary>
/// F4 under a full panel: twelve interviewers whose scorecards save themselves at once, beside the limit's write of one rating in the same file; and F1 for
/// the debrief of eight raters and forty questions.
/// </summary>
internal static class PanelBenchmark
{
    private const int Seconds = 15;

    /// <summary>Ours and the limit's writes take turns so often in that time: what others take of the machine meanwhile falls on both.</summary>
    private const int Turns = 5;

    /// <summary>How often somebody who writes without a break is saved: the page waits for a pause in typing of at most two seconds.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private const string SmallPage = "/limit?size=30000";

    /// <summary>Milliseconds of the limit's page, median, where the promises were written down: says how fast a machine this is.</summary>
    private const double PromisedOn = 0.29;

    private sealed record Load(string Said, int Interviewers, TimeSpan Between);

    private static readonly Load[] Loads =
    [
        new("1 interviewer, one save after the other", 1, TimeSpan.Zero),
        new("12 interviewers, each saved every second", 12, Pace),
        new("12 interviewers, one save after the other", 12, TimeSpan.Zero),
    ];

    public static async Task<int> Run(string[] options)
    {
        var write = options.SkipWhile(o => o != "--write").Skip(1).FirstOrDefault();
        var data = Directory.CreateTempSubdirectory("talenthub-panel-").FullName;
        var file = Path.Combine(data, "talenthub.db");
        try
        {
            string report;
            await using (var app = await Server.Start(Path.Combine(AppContext.BaseDirectory, "TalentHub.Web.dll"), "/sign-in", urls => ["serve", "--data", data, "--urls", urls]))
            await using (var limit = await Server.Start(typeof(PanelBenchmark).Assembly.Location, "/limit?size=0", urls => ["limit", data, urls]))
            {
                var company = await PanelCompany.Add(file);
                report = $"{await Saves(app, limit, company, file)}\n{await Debriefs(app, limit, company)}";
            }
            Console.WriteLine(report);
            if (write is not null) await Repository.Write(write, "panel", report);
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> Saves(Server app, Server limit, PanelCompany company, string file)
    {
        var cards = await Task.WhenAll(company.Seats.Select(s => Card.Open(app.Address, s.Name, s.Interview)));
        await Saved(cards, TimeSpan.Zero, TimeSpan.FromSeconds(8), c => c.Save());
        await using var db = new SqliteDb((DbContextOptions<SqliteDb>)Engines.UseSqlite(new DbContextOptionsBuilder<SqliteDb>(), file).Options);
        var bare = (await db.Ratings.GroupBy(r => r.ScorecardId).OrderBy(g => g.Key).Take(cards.Length).Select(g => g.Min(r => r.Id)).ToListAsync()).ConvertAll(id => new Bare(limit.Client, id));
        await Saved(bare, TimeSpan.Zero, TimeSpan.FromSeconds(8), b => b.Save());

        var report = new StringBuilder($"| Saving one rating | saved in {Seconds} s | lost | server p50 ms | server p95 | limit p50 | limit p95 | p50 over the limit | p95 over the limit | client p50 |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var load in Loads)
        {
            var (before, bareBefore) = (app.Posts, limit.Posts);
            var seen = new List<double>();
            for (var turn = 0; turn < Turns; turn++)
            {
                seen.AddRange(await Saved(cards[..load.Interviewers], load.Between, TimeSpan.FromSeconds(Seconds) / Turns, c => c.Save()));
                await Saved(bare[..load.Interviewers], load.Between, TimeSpan.FromSeconds(Seconds) / Turns, b => b.Save());
            }
            seen.Sort();
            var (ours, least) = (await app.TimesAfter(before), await limit.TimesAfter(bareBefore));
            var ids = cards.Select(c => c.Id).ToList();
            var kept = await db.Scorecards.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Sequence }).ToDictionaryAsync(s => s.Id, s => s.Sequence);
            report.AppendLine(CultureInfo.InvariantCulture, $"| {load.Said} | {ours.Count:N0} | {cards.Count(c => kept[c.Id] != c.Sequence)} | {Measure.At(ours, 0.5):0.0} | {Measure.At(ours, 0.95):0.0} | {Measure.At(least, 0.5):0.0} | {Measure.At(least, 0.95):0.0} | {Measure.At(ours, 0.5) - Measure.At(least, 0.5):0.0} | {Measure.At(ours, 0.95) - Measure.At(least, 0.95):0.0} | {Measure.At(seen, 0.5):0.0} |");
        }
        foreach (var card in cards) card.Dispose();
        await Measure.Settle(limit.Client, [SmallPage]);
        var small = await Measure.Of(limit.Client, SmallPage);
        report.AppendLine(CultureInfo.InvariantCulture, $"\nThe limit's page took {small.P50:0.00} ms in this run (p50); the machine on which the promise was written down took {PromisedOn:0.00}.");
        return report.ToString();
    }

    private static async Task<List<double>> Saved<T>(IReadOnlyList<T> writers, TimeSpan between, TimeSpan time, Func<T, Task> save)
    {
        var clock = Stopwatch.StartNew();
        var parts = await Task.WhenAll(writers.Select((writer, i) => Task.Run(async () =>
        {
            var times = new List<double>();
            // Nobody types in step with the others.
            await Task.Delay(between * ((double)i / writers.Count));
            while (clock.Elapsed < time)
            {
                var began = Stopwatch.GetTimestamp();
                await save(writer);
                var took = Stopwatch.GetElapsedTime(began);
                times.Add(took.TotalMilliseconds);
                if (between > took) await Task.Delay(between - took);
            }
            return times;
        })));
        return [.. parts.SelectMany(p => p)];
    }

    private static async Task<string> Debriefs(Server app, Server limit, PanelCompany company)
    {
        await app.SignIn("as Hannah Reyes");
        var report = new StringBuilder("| Debrief of 8 raters and 40 questions, on one page | p50 ms | p95 ms | p95 / limit | requests/s at 8 | share of limit | size |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var (said, application) in new[] { ("as it opens", company.Debrief), ("with four tests, two references, a proposal and eight votes", company.Meeting) })
        {
            var address = $"/applications/{application}/debrief";
            await Measure.Settle(app.Client, [address]);
            var (page, bare) = await Measure.BesideLimit(app.Client, address, limit.Client);
            report.AppendLine(CultureInfo.InvariantCulture, $"| {said} | {page.P50:0.0} | {page.P95:0.0} | {page.P95 / bare.P95:0.0} | {page.PerSecond:0} | {page.PerSecond / bare.PerSecond:0.00} | {page.Bytes / 1024} KB |");
        }
        return report.ToString();
    }

    /// <summary>An interviewer's open scorecard, as the page saves it: first the whole form, then with the one answer that changed.</summary>
    private sealed class Card(HttpClient client, string address, Guid id, int version, long sequence, List<KeyValuePair<string, string>> form) : IDisposable
    {
        private const string Changing = "Answers[0].";
        private bool held;

        public Guid Id => id;
        public long Sequence => sequence;

        public static async Task<Card> Open(string address, string name, Guid interview)
        {
            var client = new HttpClient(new LoopbackCookies(DecompressionMethods.All)) { BaseAddress = new Uri(address) };
            await Server.SignIn(client, $"as {name}");
            var token = Server.TokenOf(await client.GetStringAsync($"/interviews/{interview}/scorecard"));
            var view = JsonDocument.Parse(await client.GetStringAsync($"/api/interviews/{interview}/scorecard")).RootElement;
            var form = new List<KeyValuePair<string, string>> { new("__RequestVerificationToken", token), new("Summary", ""), new("GeneralEvidence", "") };
            form.AddRange(Enumerable.Repeat(new KeyValuePair<string, string>("RedFlags", ""), RedFlagLines.Most));
            foreach (var (question, i) in view.GetProperty("questions").EnumerateArray().Select((q, i) => (q.GetProperty("id").GetGuid(), i)))
            {
                form.Add(new($"Answers[{i}].KitQuestionId", $"{question}"));
                form.Add(new($"Answers[{i}].Rating", "3"));
                form.Add(new($"Answers[{i}].Evidence", "Went back to the customer with the three questions, wrote down what they said, and changed the offer before the next meeting."));
            }
            return new Card(client, $"/api/interviews/{interview}/scorecard", view.GetProperty("scorecardId").GetGuid(), view.GetProperty("form").GetProperty("version").GetInt32(), view.GetProperty("form").GetProperty("sequence").GetInt64(), form);
        }

        public async Task Save()
        {
            sequence++;
            form.RemoveAll(f => f.Key is "Version" or "Sequence" or $"{Changing}Rating");
            form.AddRange([new("Version", $"{version}"), new("Sequence", $"{sequence}"), new($"{Changing}Rating", $"{1 + (sequence % 5)}")]);
            var news = held ? form.Where(f => !f.Key.StartsWith("Answers[", StringComparison.Ordinal) || f.Key.StartsWith(Changing, StringComparison.Ordinal)) : form;
            using var answer = await client.PostAsync(address, new FormUrlEncodedContent(news));
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"A save answered {(int)answer.StatusCode}: {text}");
            var saved = JsonDocument.Parse(text).RootElement;
            if (!saved.GetProperty("taken").GetBoolean()) throw new InvalidOperationException("A save was not taken.");
            version = saved.GetProperty("version").GetInt32();
            held = true;
        }

        public void Dispose() => client.Dispose();
    }

    /// <summary>One rating, set by nothing but a command.</summary>
    private sealed class Bare(HttpClient client, Guid rating)
    {
        private int score;

        public async Task Save()
        {
            score = (score % 5) + 1;
            using var answer = await client.PostAsync($"/limit/ratings/{rating}", new FormUrlEncodedContent([new("score", $"{score}"), new("evidence", "Went back to the customer with the three questions.")]));
            if (await answer.Content.ReadAsStringAsync() != "1") throw new InvalidOperationException($"The limit's write answered {(int)answer.StatusCode}.");
        }
    }
}
