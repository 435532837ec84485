using System.Globalization;

namespace TalentHub.Web.Features.Employees;

/// <summary>A row that can become an employee.</summary>
internal sealed record EmployeeDraft(string Number, string Name, DateOnly HiredOn, DateOnly? LeftOn, string HireChannel, Dictionary<string, string> Attributes);

/// <summary>Reads every row and says of each what is wrong, so that a person can mend the file in one go.</summary>
internal sealed class EmployeeRows(EmployeeSheet sheet, ColumnMap columns, DateOnly asOf, IReadOnlySet<string> taken)
{
    private const int LongestNumber = 40, LongestName = 120, LongestChannel = 80, LongestValue = 200;
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "dd.MM.yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];

    private readonly Dictionary<string, int> at = sheet.Headers.Select((h, i) => (h, i)).ToDictionary(p => p.h, p => p.i);
    private readonly List<string> further = columns.Further(sheet.Headers);
    private readonly Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sentences, each naming its row.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The rows that can be imported, in the order of the file.</summary>
    public List<EmployeeDraft> Drafts { get; } = [];

    /// <param name="done">Told how many rows are read, now and then.</param>
    public EmployeeRows Check(Action<int, int>? done = null)
    {
        Problems.AddRange(columns.Problems(sheet.Headers));
        if (Problems.Count > 0) return this;
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            Check(sheet.Rows[i]);
            if ((i + 1) % 50 == 0 || i + 1 == sheet.Rows.Count) done?.Invoke(i + 1, sheet.Rows.Count);
        }
        return this;
    }

    private void Check(SheetRow row)
    {
        var before = Problems.Count;
        if (row.Cells.Count != sheet.Headers.Count)
        {
            Say(row, $"it has {row.Cells.Count:N0} cells where the heading has {sheet.Headers.Count:N0}. A cell with a comma in it needs quotation marks.");
            return;
        }
        var number = Text(row, columns.EmployeeNo!, LongestNumber, required: true);
        var hired = Date(row, columns.HiredOn!, required: true);
        var left = Date(row, columns.LeftOn!, required: false);
        var channel = Text(row, columns.HireChannel!, LongestChannel, required: true);
        var name = string.IsNullOrEmpty(columns.Name) ? "" : Text(row, columns.Name, LongestName, required: false);
        if (number.Length > 0) CheckNumber(row, number);
        if (hired > asOf) Say(row, $"hired on {hired:yyyy-MM-dd}, which is after {asOf:yyyy-MM-dd}, the day the file was drawn.");
        if (left > asOf) Say(row, $"left on {left:yyyy-MM-dd}, which is after {asOf:yyyy-MM-dd}, the day the file was drawn.");
        if (left < hired) Say(row, $"left on {left:yyyy-MM-dd}, before being hired on {hired:yyyy-MM-dd}.");
        var attributes = further.Select(h => (Key: h, Value: Text(row, h, LongestValue, required: false))).Where(a => a.Value.Length > 0).ToDictionary(a => a.Key, a => a.Value);
        if (Problems.Count == before) Drafts.Add(new(number, name.Length > 0 ? name : number, hired!.Value, left, channel, attributes));
    }

    private void CheckNumber(SheetRow row, string number)
    {
        if (taken.Contains(number)) Say(row, $"employee {number} is already here.");
        else if (!seen.TryAdd(number, row.Number)) Say(row, $"employee {number} stands in row {seen[number]:N0} already.");
    }

    private string Text(SheetRow row, string column, int longest, bool required)
    {
        var text = row.Cells[at[column]];
        if (required && text.Length == 0) Say(row, $"{column} is empty.");
        if (text.Length > longest) Say(row, $"{column} has {text.Length:N0} characters; {longest} is the most.");
        return text;
    }

    private DateOnly? Date(SheetRow row, string column, bool required)
    {
        var text = Text(row, column, LongestValue, required);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        if (DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return DateOnly.FromDateTime(moment);
        Say(row, $"{column} “{(text.Length > 40 ? text[..40] + "…" : text)}” is not a date. Please write it as 2026-06-30.");
        return null;
    }

    private void Say(SheetRow row, string what) => Problems.Add($"Row {row.Number:N0}: {what}");
}
