using System.Globalization;
using TalentHub.Domain;
using TalentHub.Domain.Evidence;
using TalentHub.Web.Platform.Csv;

namespace TalentHub.Web.Features.Evidence;

/// <summary>A row of a vendor's file, as far as it can be read without the database.</summary>
/// <param name="Opening">Title or identity; empty where the file does not say.</param>
internal sealed record AssessmentRow(int Line, string Email, string Opening, string Competency, AssessmentScore Score);

/// <summary>A vendor's file read row by row: the columns it must have, and what is wrong with each line.</summary>
internal static class AssessmentSheet
{
    public const int MostRows = 2000;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy/MM/dd", "dd.MM.yyyy", "d.M.yyyy"];

    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["email"] = ["email", "mail", "emailaddress", "candidateemail", "candidate"],
        ["opening"] = ["opening", "openingid", "position", "vacancy"],
        ["competency"] = ["competency", "competencyname", "scale"],
        ["percentile"] = ["percentile", "pct", "percentilerank"],
        ["vendor"] = ["vendor", "provider", "supplier"],
        ["test"] = ["test", "testname", "assessment", "instrument"],
        ["date"] = ["date", "takenon", "testdate", "completed"],
        ["note"] = ["note", "notes", "comment", "normgroup"],
    };

    /// <summary>Reads the rows that can be read; the others are named.</summary>
    /// <exception cref="RuleBroken"><c>columns-missing</c>, or what <see cref="CsvTable"/> refuses.</exception>
    public static (List<AssessmentRow> Rows, List<CsvFault> Faults) Read(string text)
    {
        var table = CsvTable.Parse(text, MostRows);
        var plain = table.Headers.Select(h => string.Concat(h.ToLowerInvariant().Where(char.IsLetter))).ToList();
        var at = Names.ToDictionary(n => n.Key, n => plain.FindIndex(h => n.Value.Contains(h)));
        var missing = at.Where(a => a.Value < 0 && a.Key is not ("opening" or "note")).Select(a => a.Key).ToList();
        Rule.Holds(missing.Count == 0, "columns-missing", $"The file has no column called {string.Join(", ", missing)}. Name the columns in its first line.", "File");
        var (rows, faults) = (new List<AssessmentRow>(), table.Faults.ToList());
        foreach (var row in table.Rows)
        {
            string Cell(string name) => at[name] is >= 0 and var i && i < row.Cells.Count ? row.Cells[i] : "";
            try
            {
                rows.Add(new(row.Line, Needed(Cell("email"), "an e-mail address").ToLowerInvariant(), Cell("opening"), Needed(Cell("competency"), "a competency"),
                    new(Percentile(Cell("percentile")), Words(Cell("vendor")), Words(Cell("test")), Day(Cell("date")), Words(Cell("note")))));
            }
            catch (RuleBroken broken)
            {
                // One row's broken rule must not hide the next row's: each becomes a line of the report.
                faults.Add(new(row.Line, broken.Message));
            }
        }
        return (rows, faults);
    }

    private static string Needed(string cell, string what)
    {
        Rule.Holds(cell.Length > 0, "cell-empty", $"This line does not name {what}.");
        return cell;
    }

    private static int Percentile(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 100
        ? value
        : throw new RuleBroken("percentile-range", $"“{cell}” is no percentile. It is a whole number from 0 to 100.");

    private static DateOnly Day(string cell) => DateOnly.TryParseExact(cell, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new RuleBroken("date-unread", $"“{cell}” is no date we can read for certain. Write it as 2026-11-30 or 30.11.2026.");

    /// <summary>A cell a spreadsheet would run is refused: a result that came from a vendor holds none.</summary>
    private static string Words(string cell)
    {
        Rule.Holds(cell is not ['=' or '+' or '-' or '@', ..], "cell-formula", $"“{cell}” begins like a formula. Take the first sign away.");
        return cell;
    }
}
