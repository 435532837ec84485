using System.Text;
using System.Text.Unicode;
using CsvHelper;
using TalentHub.Domain;

namespace TalentHub.Web.Platform.Csv;

/// <summary>A row of a file, and the line it starts on (1 is the first line of the file).</summary>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A row that could not be read, and why.</summary>
public sealed record CsvFault(int Line, string Sentence);

/// <summary>A comma-separated file as people send it: comma, semicolon or tab; UTF-8 or Latin-1; quoted or not.</summary>
public sealed record CsvTable(IReadOnlyList<string> Headers, IReadOnlyList<CsvRow> Rows, IReadOnlyList<CsvFault> Faults)
{
    /// <summary>The largest file taken, in bytes.</summary>
    public const int MaxBytes = 10 << 20;

    /// <summary>Reads the whole file. Rows of the wrong shape are left out and named in <see cref="Faults"/>.</summary>
    /// <param name="maxRows">More rows than this are refused.</param>
    /// <exception cref="RuleBroken"><c>csv-empty</c>, <c>csv-too-large</c>, <c>csv-not-text</c>, <c>csv-no-rows</c> or <c>csv-too-many-rows</c>.</exception>
    public static CsvTable Read(Stream stream, int maxRows) => Parse(Text(stream), maxRows);

    /// <summary>The file as text, whatever its name says; refuses what is not text.</summary>
    /// <exception cref="RuleBroken"><c>csv-empty</c>, <c>csv-too-large</c> or <c>csv-not-text</c>.</exception>
    public static string Text(Stream stream)
    {
        using var memory = new MemoryStream();
        var chunk = new byte[81_920];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            memory.Write(chunk, 0, read);
            Rule.Holds(memory.Length <= MaxBytes, "csv-too-large", "This file is larger than 10 MB. Split it, or leave out the columns that are not needed.", "File");
        }
        ReadOnlySpan<byte> bytes = memory.ToArray();
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var text = (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
        Rule.Holds(!string.IsNullOrWhiteSpace(text), "csv-empty", "This file is empty.", "File");
        Rule.Holds(IsText(text), "csv-not-text", "This is not a text file. In your spreadsheet choose “Save as” and the type “CSV UTF-8”, then try again.", "File");
        return text;
    }

    /// <summary>Reads text already in hand.</summary>
    /// <exception cref="RuleBroken"><c>csv-no-rows</c> or <c>csv-too-many-rows</c>.</exception>
    public static CsvTable Parse(string text, int maxRows)
    {
        List<CsvRow> rows = [];
        List<CsvFault> faults = [];
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            DetectSeparatorHint = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = bad => faults.Add(new((int)bad.LineNumber, Say(bad.Reason))),
        });
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i).Trim();
            if (cells.All(c => c.Length == 0)) continue;
            Rule.Holds(rows.Count < maxRows, "csv-too-many-rows", $"This file has more than {maxRows:N0} rows. Split it and bring in one part after the other.", "File");
            rows.Add(new((int)reader.LineNumber, cells));
        }
        var headers = reader.Headers.Select(h => h.Trim()).ToList();
        Rule.Holds(rows.Count + faults.Count > 0, "csv-no-rows", "This file has a first line and nothing below it.", "File");
        return new(headers, rows, faults);
    }

    /// <summary>Text has no control characters but tabs and line ends, and does not begin as a document of another kind.</summary>
    private static bool IsText(string text)
    {
        foreach (var c in text)
            if (c < ' ' && c is not ('\t' or '\r' or '\n')) return false;
        var start = text.AsSpan().TrimStart();
        return !start.StartsWith("%PDF") && !start.StartsWith("{\\rtf") && !start.StartsWith("<");
    }

    private static string Say(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => "This row does not have as many columns as the first line.",
        CsvMalformedReason.UnterminatedQuote => "A quotation mark is opened here and never closed.",
        _ => "A quotation mark stands where none may. Inside a quoted text, write it twice.",
    };
}
