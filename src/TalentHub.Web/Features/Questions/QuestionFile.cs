using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using TalentHub.Domain;
using TalentHub.Web.Platform.Csv;

namespace TalentHub.Web.Features.Questions;

/// <summary>Question files, written and read.</summary>
internal static class QuestionFile
{
    public const int MostRows = 2000;
    private const int ProbeColumns = 6;

    private static readonly string[] Columns =
        ["level", "competency", "kind", "minutes", "question", "brief", .. Enumerable.Range(1, ProbeColumns).Select(n => $"probe_{n}"), "anchor_1", "anchor_3", "anchor_5", "real", "rehearsed", "state"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>A spreadsheet takes a cell that begins like a formula for one; such a cell gets an apostrophe, and loses it when it comes back.</summary>
    private static readonly CsvWriterOptions Harmless = new() { Injection = CsvInjection.Escape };

    public static string Csv(IEnumerable<QuestionRow> rows)
    {
        using var text = new StringWriter { NewLine = "\r\n" };
        using (var writer = CsvWriter.Create(text, Harmless, leaveOpen: true))
        {
            writer.WriteHeader(Columns);
            foreach (var row in rows)
            {
                string?[] probes = [.. Enumerable.Range(0, ProbeColumns).Select(i => row.Probes?.ElementAtOrDefault(i))];
                writer.WriteRecord([
                    .. new[] { row.Level, row.Competency, row.Kind, $"{row.Minutes}", row.Question, row.Brief }.Concat(probes)
                        .Concat([row.Anchors?.One, row.Anchors?.Three, row.Anchors?.Five, row.Real, row.Rehearsed, row.State]).Select(c => c ?? "")]);
            }
        }
        return text.ToString();
    }

    public static string AsJson(IEnumerable<QuestionRow> rows) => JsonSerializer.Serialize(rows, Json);

    /// <summary>Reads a file of either kind. Lines of the wrong shape are named in the faults; for JSON a "line" is the place in the list.</summary>
    /// <exception cref="RuleBroken"><c>json-unreadable</c>, <c>columns-missing</c>, or what <see cref="CsvTable.Parse"/> refuses.</exception>
    public static (IReadOnlyList<(int Line, QuestionRow Row)> Rows, IReadOnlyList<CsvFault> Faults) Read(string text) =>
        text.TrimStart().StartsWith('[') ? (FromJson(text), []) : FromCsv(CsvTable.Parse(text, MostRows));

    private static List<(int, QuestionRow)> FromJson(string text)
    {
        List<QuestionRow?>? rows;
        try
        {
            rows = JsonSerializer.Deserialize<List<QuestionRow?>>(text, Json);
        }
        catch (JsonException broken)
        {
            throw new RuleBroken("json-unreadable", $"This is not a list of questions in JSON: line {(broken.LineNumber ?? 0) + 1} cannot be read. Export the bank to see the shape.", "File");
        }
        Rule.Holds(rows is { Count: > 0 } && rows.TrueForAll(r => r is not null), "json-unreadable", "This list holds no questions. Export the bank to see the shape.", "File");
        Rule.Holds(rows!.Count <= MostRows, "csv-too-many-rows", $"This file has more than {MostRows:N0} questions. Split it and bring in one part after the other.", "File");
        return [.. rows.Select((r, i) => (i + 1, r!))];
    }

    private static (IReadOnlyList<(int, QuestionRow)>, IReadOnlyList<CsvFault>) FromCsv(CsvTable table)
    {
        var at = table.Headers.Select((h, i) => (Name: h.ToLowerInvariant(), i)).GroupBy(h => h.Name).ToDictionary(g => g.Key, g => g.First().i);
        string[] needed = ["level", "competency", "question", "anchor_1", "anchor_3", "anchor_5"];
        var missing = needed.Where(n => !at.ContainsKey(n)).ToList();
        Rule.Holds(missing.Count == 0, "columns-missing", $"The first line names no column {string.Join(", ", missing)}. Export the bank to see how the columns are called.", "File");
        return ([.. table.Rows.Select(row => (row.Line, Of(row)))], table.Faults);

        QuestionRow Of(Platform.Csv.CsvRow row)
        {
            string? Cell(string name) => at.TryGetValue(name, out var i) && i < row.Cells.Count && row.Cells[i].Length > 0 ? Unescaped(row.Cells[i]) : null;
            int? minutes = Cell("minutes") is not { } said ? null : int.TryParse(said, out var n) ? n : 0;
            return new(Cell("level"), Cell("competency"), Cell("kind"), minutes, Cell("question"), Cell("brief"),
                [.. Enumerable.Range(1, ProbeColumns).Select(n => Cell($"probe_{n}")).OfType<string>()], new(Cell("anchor_1"), Cell("anchor_3"), Cell("anchor_5")), Cell("real"), Cell("rehearsed"), Cell("state"));
        }
    }

    private static string Unescaped(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;
}
