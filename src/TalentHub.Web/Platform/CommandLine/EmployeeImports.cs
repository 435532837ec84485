using System.CommandLine;
using System.Globalization;
using MediatR;
using TalentHub.Web.Features.Employees;

namespace TalentHub.Web.Platform.CommandLine;

/// <summary>Takes in employees from a CSV file: every row, or none and a sentence for each row that is wrong.</summary>
internal static class EmployeeImports
{
    public static Command Build()
    {
        var data = Verbs.DataOption();
        var file = new Argument<string>("file") { Description = "A CSV file with employee_no, hired_on, left_on, hire_channel and any further columns." };
        var asOf = new Option<DateOnly>("--as-of")
        {
            Description = "The last day the file knows about, as 2026-06-30.",
            Required = true,
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
                result.AddError($"“{result.Tokens[0].Value}” is not a date. Please write it as 2026-06-30.");
                return default;
            },
        };
        var employees = new Command("employees", "Import employees and leavers from a CSV file: every row, or none.") { file, asOf, data };
        employees.SetAction((parsed, ct) => Verbs.WithDatabase(parsed, data, ct, async services =>
        {
            await using var stream = File.OpenRead(parsed.GetValue(file)!);
            var text = await SheetText.ReadAsync(stream, ct);
            var progress = new ProgressLine();
            try
            {
                var command = new ImportEmployees.Command { Text = text, AsOf = parsed.GetValue(asOf), Progress = progress.Report };
                var imported = await services.GetRequiredService<IMediator>().Send(command, ct);
                progress.Clear();
                Console.WriteLine(imported.Sentence);
                return 0;
            }
            finally
            {
                progress.Clear();
            }
        }));
        return new Command("import", "Take in data from other systems.") { employees };
    }
}

/// <summary>A bar on a terminal; silent where the output goes to a file.</summary>
internal sealed class ProgressLine
{
    private const int Width = 30;
    private readonly bool shown = !Console.IsOutputRedirected && !Console.IsErrorRedirected;
    private int length;

    public void Report(int done, int of)
    {
        if (!shown) return;
        var full = Width * done / Math.Max(1, of);
        var line = $"[{new string('#', full)}{new string('.', Width - full)}] {done:N0} of {of:N0} rows read{(done == of ? ", saving…" : "")}";
        Console.Error.Write($"\r{line}");
        length = line.Length;
    }

    public void Clear()
    {
        if (length == 0) return;
        Console.Error.Write($"\r{new string(' ', length)}\r");
        length = 0;
    }
}
