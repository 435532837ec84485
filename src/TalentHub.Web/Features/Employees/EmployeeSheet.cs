using CsvHelper;
using TalentHub.Domain;

namespace TalentHub.Web.Features.Employees;

/// <summary>One row of the file; the number is the one a spreadsheet shows, the heading being row 1.</summary>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>A CSV file as headings and rows of text; commas, semicolons, tabs and bars are recognised.</summary>
internal sealed record EmployeeSheet(IReadOnlyList<string> Headers, IReadOnlyList<SheetRow> Rows)
{
    public const int MostColumns = 60;
    public const int MostRows = 20_000;
    public const int LongestHeader = 80;

    // Rows are counted as a spreadsheet counts them, so the heading and empty lines must come through.
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        PoolStrings = true,
    };

    /// <exception cref="RuleBroken">The file as a whole cannot be read; nothing can be said of its rows.</exception>
    public static EmployeeSheet Read(string text)
    {
        Rule.Holds(!string.IsNullOrWhiteSpace(text), "file-empty", "The file is empty.", "Upload");
        try
        {
            return Parse(text);
        }
        catch (CsvFormatException broken)
        {
            throw new RuleBroken("file-broken", $"Row {broken.RecordNumber:N0}: a quotation mark is out of place, so the columns cannot be told apart.", "Upload");
        }
    }

    private static EmployeeSheet Parse(string text)
    {
        using var reader = CsvReader.FromText(text, Options);
        List<string>? headers = null;
        var rows = new List<SheetRow>();
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim()).ToList();
            if (cells.TrueForAll(c => c.Length == 0)) continue;
            if (headers is null) headers = Heading(cells);
            else rows.Add(new((int)reader.RowNumber, cells));
            Rule.Holds(rows.Count <= MostRows, "too-many-rows", $"The file has more than {MostRows:N0} rows. Please split it and import the parts one after the other.", "Upload");
        }
        Rule.Holds(headers is not null && rows.Count > 0, "file-empty", "The file has a heading but no rows.", "Upload");
        return new(headers!, rows);
    }

    private static List<string> Heading(List<string> cells)
    {
        Rule.Holds(cells.Count <= MostColumns, "too-many-columns", $"The file has {cells.Count:N0} columns; {MostColumns} is the most we take. Please leave out those nobody will ask about.", "Upload");
        var headers = cells.Select((c, i) => c.Length > 0 ? c : $"Column {i + 1}").ToList();
        var twice = headers.GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;
        Rule.Holds(twice is null, "header-twice", $"Two columns are called “{twice}”. Please rename one of them.", "Upload");
        Rule.Holds(headers.TrueForAll(h => h.Length <= LongestHeader), "header-long", $"A column heading has more than {LongestHeader} characters. Is the first row really the heading?", "Upload");
        return headers;
    }
}
