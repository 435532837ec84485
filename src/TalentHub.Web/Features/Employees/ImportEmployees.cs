using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Employees;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Employees;

/// <summary>Takes in employees and leavers from another system: every row of the file, or none.</summary>
public static class ImportEmployees
{
    private const int MostSaid = 50;
    private const int SampleSize = 8;

    /// <summary>Reads the file as the import would, and changes nothing.</summary>
    [Requires(Right.ImportEmployees)]
    public sealed record Query(string Text, DateOnly? AsOf, ColumnMap Columns) : IQuery<Preview>;

    /// <param name="Columns">As chosen, or as guessed from the headings.</param>
    /// <param name="Further">Columns kept under their own heading.</param>
    /// <param name="Problems">At most fifty sentences, then how many more.</param>
    public sealed record Preview(
        IReadOnlyList<string> Headers, ColumnMap Columns, IReadOnlyList<string> Further, IReadOnlyList<IReadOnlyList<string>> Sample, int Rows, int Left, IReadOnlyList<string> Problems);

    [Requires(Right.ImportEmployees)]
    public sealed class Command : ICommand<Imported>
    {
        /// <summary>The file's text.</summary>
        public string? Text { get; set; }

        /// <summary>The last day the file knows about: whoever has not left by then was still here then.</summary>
        public DateOnly? AsOf { get; set; }

        public ColumnMap Columns { get; set; } = new();

        /// <summary>Told how many rows are read, of how many.</summary>
        [BindNever, JsonIgnore] public Action<int, int>? Progress { get; set; }
    }

    public sealed record Imported(int Count, int Left)
    {
        public string Sentence => $"{Count:N0} {(Count == 1 ? "employee" : "employees")} imported, {Left:N0} of whom left";
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Text).NotEmpty().WithMessage("Please choose a file.");
            RuleFor(c => c.AsOf).NotNull().WithMessage("Please say on which day the file was drawn.");
        }
    }

    internal sealed class Previewer(TalentHubDb db, TimeProvider clock) : IRequestHandler<Query, Preview>
    {
        public async Task<Preview> Handle(Query query, CancellationToken ct)
        {
            var sheet = EmployeeSheet.Read(query.Text);
            var columns = query.Columns.Or(sheet.Headers);
            var today = Today(clock);
            var rows = new EmployeeRows(sheet, columns, query.AsOf ?? today, await Numbers(db, ct)).Check();
            var future = query.AsOf > today ? [FutureSentence] : Array.Empty<string>();
            var sample = sheet.Rows.Take(SampleSize).Select(r => r.Cells).ToList();
            return new(sheet.Headers, columns, columns.Further(sheet.Headers), sample, sheet.Rows.Count, rows.Drafts.Count(d => d.LeftOn is not null), Shortened([.. future, .. rows.Problems]));
        }
    }

    internal sealed class Importer(TalentHubDb db, TimeProvider clock) : IRequestHandler<Command, Imported>
    {
        public async Task<Imported> Handle(Command command, CancellationToken ct)
        {
            var asOf = command.AsOf!.Value;
            Rule.Holds(asOf <= Today(clock), "as-of-future", FutureSentence, nameof(Command.AsOf));
            var sheet = EmployeeSheet.Read(command.Text!);
            var rows = new EmployeeRows(sheet, command.Columns.Or(sheet.Headers), asOf, await Numbers(db, ct)).Check(command.Progress);
            if (rows.Problems.Count > 0) throw new ValidationException(Shortened(rows.Problems).Select(p => new ValidationFailure("", p)));
            db.Employees.AddRange(rows.Drafts.Select(d => Employee(d, asOf)));
            return new(rows.Drafts.Count, rows.Drafts.Count(d => d.LeftOn is not null));
        }

        private static Employee Employee(EmployeeDraft draft, DateOnly asOf)
        {
            var employee = new Employee(draft.Number, draft.Name, draft.HiredOn, draft.HireChannel, EmployeeSource.Imported);
            if (draft.LeftOn is { } left) employee.Leave(left);
            employee.Observe(asOf, draft.Attributes);
            return employee;
        }
    }

    private const string FutureSentence = "The day the file was drawn lies in the future.";

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>All numbers in use: one command however long the file is.</summary>
    private static async Task<HashSet<string>> Numbers(TalentHubDb db, CancellationToken ct) =>
        new(await db.Employees.Select(e => e.Number).ToListAsync(ct), StringComparer.OrdinalIgnoreCase);

    private static List<string> Shortened(IReadOnlyCollection<string> problems) => problems.Count <= MostSaid
        ? [.. problems]
        : [.. problems.Take(MostSaid), $"And {problems.Count - MostSaid:N0} more. Nothing was imported."];
}
