using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using MediatR;
using TalentHub.Web.Features.Insights.Retention;

namespace TalentHub.Web.Platform.CommandLine;

/// <summary>Says on the console what the insight pages say; with --json exactly what the API says.</summary>
internal static class InsightsVerb
{
    // Written to a console or a file, never into a page, so that ordinary letters stay readable.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build()
    {
        var data = Verbs.DataOption();
        var by = new Option<string>("--by") { Description = "The column to compare by: hireChannel, team, level or any further column of an import.", DefaultValueFactory = _ => "hireChannel" };
        var only = new Option<string?>("--only") { Description = "Only hires with this value of a column, as job_family=Sales." };
        var json = new Option<bool>("--json") { Description = "Write JSON and nothing else." };
        var retention = new Command("retention", "How long people stay: Kaplan-Meier curves and the log-rank test.") { by, only, json, data };
        retention.SetAction((parsed, ct) => Verbs.WithDatabase(parsed, data, ct, async services =>
        {
            var filter = new RetentionFilter(parsed.GetValue(by), Only: parsed.GetValue(only));
            var report = await services.GetRequiredService<IMediator>().Send(new ReadRetention.Query(filter), ct);
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(report, Json));
            else Write(report);
            return 0;
        }));
        return new Command("insights", "Read what the hires have taught us.") { retention };
    }

    private static void Write(ReadRetention.Report report)
    {
        var width = Math.Max(5, report.Groups.Max(g => g.Name.Length));
        Console.WriteLine($"Share still here with 95 % limits, known up to {report.AsOf:yyyy-MM-dd}");
        Console.WriteLine($"{"Group".PadRight(width)} {"n",6} {"exits",6} {"median days",24} {string.Concat(ReadRetention.Days.Select(d => $"{$"day {d}",20}"))}");
        foreach (var group in report.Groups)
        {
            var median = group.MedianDays is null ? "not reached" : $"{group.MedianDays:0} ({group.MedianLower?.ToString("0") ?? "?"} to {group.MedianUpper?.ToString("0") ?? "?"})";
            Console.WriteLine($"{group.Name.PadRight(width)} {group.N,6:N0} {group.Exits,6:N0} {median,24} {string.Concat(group.Points.Select(p => $"{Point(p),20}"))}");
        }
        var test = report.LogRankByChannel ?? report.LogRank!;
        Console.WriteLine(test.P is { } p ? $"Log-rank test: chi-square {test.ChiSquare:0.00}, df {test.Df}, p {p:0.0000}" : "There are not two groups with exits to compare.");
    }

    private static string Point(ReadRetention.Point point) => point.Survival is null ? "–"
        : point.AtRisk < 10 ? $"{point.Survival:0.0%} (too few)"
        : point.Lower is null ? $"{point.Survival:0.0%}" : $"{point.Survival:0%} ({point.Lower:0%} to {point.Upper:0%})";
}
