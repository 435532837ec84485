using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TalentHub.Benchmarks;

/// <summary>F1, F2, F5: list, search and detail pages at 100,000 and 1,000 candidates against the limit, and the weight of the first page.</summary>
internal static partial class PageBenchmark
{
    private static readonly (string What, string Address)[] Pages =
    [
        ("Candidate list", "/candidates"),
        ("Candidate list, by newest", "/candidates?sort=newest"),
        ("Search by name", "/candidates?q=anderson"),
        ("Search, common word", "/candidates?q=sales"),
        ("Search as you type", "/search?q=ande"),
        ("Search as you type, common word", "/search?q=sales"),
        ("Opening list", "/openings"),
        ("Home", "/"),
    ];

    public static async Task<int> Run(string[] options)
    {
        string Option(string name) => options.SkipWhile(o => o != name).Skip(1).FirstOrDefault() ?? "";
        var (large, small, write, only) = (Path.GetFullPath(Option("--large")), Path.GetFullPath(Option("--small")), Option("--write"), Option("--only"));
        var report = new StringBuilder();
        var atSmall = new Dictionary<string, Figures>();
        await using (var app = await App(small))
            foreach (var (what, address) in await Settled(app, only))
                atSmall[what] = await Measure.Of(app.Client, address);

        report.AppendLine("| Page, 100,000 candidates | p50 ms | p95 ms | p95 / limit | requests/s at 8 | share of limit | p50 / p50 at 1,000 |");
        report.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        await using (var app = await App(large))
        await using (var limit = await Server.Start(typeof(PageBenchmark).Assembly.Location, "/limit?size=0", urls => ["limit", large, urls]))
        {
            await Measure.Settle(limit.Client, ["/limit?size=30000"]);
            foreach (var (what, address) in await Settled(app, only))
            {
                var (page, bare) = await Measure.BesideLimit(app.Client, address, limit.Client);
                var line = string.Create(CultureInfo.InvariantCulture, $"| {what} | {page.P50:0.00} | {page.P95:0.00} | {page.P95 / bare.P95:0.0} | {page.PerSecond:0} | {page.PerSecond / bare.PerSecond:0.00} | {page.P50 / atSmall[what].P50:0.00} |");
                report.AppendLine(line);
                Console.WriteLine(line + string.Create(CultureInfo.InvariantCulture, $"  (limit {bare.P50:0.00} / {bare.P95:0.00} ms, {bare.PerSecond:0}/s, {page.Bytes:N0} bytes)"));
            }
            report.AppendLine().AppendLine(await Weight(app));
        }
        Console.WriteLine(report);
        if (write.Length > 0) await Repository.Write(write, "figures", report.ToString());
        return 0;
    }

    private static Task<Server> App(string data) => Server.Start(
        Path.Combine(AppContext.BaseDirectory, "TalentHub.Web.dll"), "/sign-in", urls => ["serve", "--data", data, "--urls", urls]);

    private static async Task<List<(string What, string Address)>> Settled(Server app, string only)
    {
        await app.SignIn("as Hannah Reyes");
        var list = await app.Client.GetStringAsync("/candidates");
        var pages = Pages.Append(("Candidate detail", Detail().Match(list).Value)).Where(p => p.Item1.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        await Measure.Settle(app.Client, [.. pages.Select(p => p.Item2)]);
        return pages;
    }

    /// <summary>F5: everything the first page needs, compressed as a browser asks for it.</summary>
    private static async Task<string> Weight(Server app)
    {
        using var client = new HttpClient { BaseAddress = app.Client.BaseAddress };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var plain = await app.Client.GetStringAsync("/sign-in");
        var total = (await client.GetByteArrayAsync("/sign-in")).Length;
        foreach (Match file in File().Matches(plain)) total += (await client.GetByteArrayAsync(file.Groups[1].Value)).Length;
        return string.Create(CultureInfo.InvariantCulture, $"First page (/sign-in), everything over the wire: {total / 1024.0:0.0} KB.");
    }

    [GeneratedRegex("/candidates/[0-9a-f-]{36}")]
    private static partial Regex Detail();

    [GeneratedRegex("(?:href|src)=\"(/(?:css|js)/[^\"]+|/icon.svg)\"")]
    private static partial Regex File();
}
