using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Employees;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Employees;

namespace TalentHub.SliceTests.Employees;

public sealed class ImportEmployeesTests : World
{
    private const string Heading = "employee_no,hired_on,left_on,hire_channel,job_family";
    private static readonly DateOnly AsOf = new(2026, 6, 30);

    [Fact]
    public async Task Every_row_becomes_an_employee_with_its_further_columns_and_an_audit_row()
    {
        var imported = await Import($"{Heading}\r\nN1,2024-01-15,,\"Recruiter approach, passive\",Sales\r\n\r\nN2,2023-02-01,2025-05-31,=cmd|' /C calc'!A0,\r\n");

        Assert.Equal("2 employees imported, 1 of whom left", imported.Sentence);
        var stored = await Db(db => db.Employees.Where(e => e.Source == EmployeeSource.Imported).OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(["N1", "N2"], stored.Select(e => e.Name));
        Assert.Equal(("Recruiter approach, passive", (DateOnly?)AsOf, "Sales"), (stored[0].HireChannel, stored[0].ObservedUntil, stored[0].Attributes["job_family"]));
        Assert.Equal(("=cmd|' /C calc'!A0", (DateOnly?)new DateOnly(2025, 5, 31)), (stored[1].HireChannel, stored[1].LeftOn));
        Assert.Empty(stored[1].Attributes);
        Assert.Equal(2, await Db(db => db.AuditRows.CountAsync(r => r.Action == nameof(ImportEmployees) && r.EntityType == nameof(Employee) && r.ActorId == Hr)));
    }

    [Theory]
    [InlineData("N1,2024-13-45,,Fair,", "Row 2: hired_on “2024-13-45” is not a date. Please write it as 2026-06-30.")]
    [InlineData("N1,2024-01-15,2023-01-01,Fair,", "Row 2: left on 2023-01-01, before being hired on 2024-01-15.")]
    [InlineData("N1,2026-07-01,,Fair,", "Row 2: hired on 2026-07-01, which is after 2026-06-30, the day the file was drawn.")]
    [InlineData("N1,2024-01-15,2026-07-01,Fair,", "Row 2: left on 2026-07-01, which is after 2026-06-30, the day the file was drawn.")]
    [InlineData(",2024-01-15,,Fair,", "Row 2: employee_no is empty.")]
    [InlineData("N1,,,Fair,", "Row 2: hired_on is empty.")]
    [InlineData("N1,2024-01-15,,,", "Row 2: hire_channel is empty.")]
    [InlineData("N1,2024-01-15,,Fair,Sales,more", "Row 2: it has 6 cells where the heading has 5. A cell with a comma in it needs quotation marks.")]
    [InlineData("E-200,2024-01-15,,Fair,", "Row 2: employee E-200 is already here.")]
    [InlineData("N1,2024-01-15,,Fair,\nn1,2024-01-15,,Fair,", "Row 3: employee n1 stands in row 2 already.")]
    public async Task A_wrong_row_is_named_and_nothing_is_imported(string rows, string sentence)
    {
        var before = await Db(db => db.AuditRows.CountAsync());

        var refused = await Assert.ThrowsAsync<ValidationException>(() => Import($"{Heading}\n{rows}\nN9,2024-01-15,,Fair,\n"));

        Assert.Equal(sentence, Assert.Single(refused.Errors).ErrorMessage);
        Assert.Equal(2, await Db(db => db.Employees.CountAsync()));
        Assert.Equal(before, await Db(db => db.AuditRows.CountAsync()));
    }

    [Fact]
    public async Task A_hundred_wrong_rows_are_said_fifty_at_a_time()
    {
        var refused = await Assert.ThrowsAsync<ValidationException>(() => Import($"{Heading}\n{string.Concat(Enumerable.Range(1, 100).Select(i => $"N{i},soon,,Fair,\n"))}"));

        Assert.Equal(51, refused.Errors.Count());
        Assert.Equal("And 50 more. Nothing was imported.", refused.Errors.Last().ErrorMessage);
    }

    [Theory]
    [InlineData("", "file-empty"), InlineData(Heading, "file-empty")]
    [InlineData("a,a\n1,2", "header-twice")]
    [InlineData("a,b\n\"1,2", "file-broken")]
    public async Task A_file_that_cannot_be_read_is_refused_as_a_whole(string text, string code)
    {
        if (text.Length == 0) Assert.Equal("Please choose a file.", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => Import(text))).Errors).ErrorMessage);
        else Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(() => Import(text))).Code);
    }

    [Fact]
    public async Task Too_many_columns_and_too_many_rows_are_refused()
    {
        var wide = string.Join(',', Enumerable.Range(1, EmployeeColumns + 1).Select(i => $"c{i}"));
        Assert.Equal("too-many-columns", (await Assert.ThrowsAsync<RuleBroken>(() => Import($"{wide}\n{wide}"))).Code);
        Assert.Equal("too-many-rows", (await Assert.ThrowsAsync<RuleBroken>(() => Import($"{Heading}\n{string.Concat(Enumerable.Range(1, 20_001).Select(i => $"N{i},2024-01-15,,Fair,\n"))}"))).Code);
    }

    private const int EmployeeColumns = 60;

    [Fact]
    public async Task A_file_drawn_tomorrow_is_refused()
    {
        var tomorrow = Today.AddDays(1);
        Assert.Equal("as-of-future", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new ImportEmployees.Command { Text = $"{Heading}\nN1,2024-01-15,,Fair,", AsOf = tomorrow }))).Code);
    }

    [Fact]
    public async Task Imported_twice_the_second_time_changes_nothing()
    {
        var text = $"{Heading}\nN1,2024-01-15,,Fair,Sales\n";
        await Import(text);
        var audit = await Db(db => db.AuditRows.CountAsync());

        var refused = await Assert.ThrowsAsync<ValidationException>(() => Import(text));

        Assert.Equal("Row 2: employee N1 is already here.", Assert.Single(refused.Errors).ErrorMessage);
        Assert.Equal(audit, await Db(db => db.AuditRows.CountAsync()));
    }

    [Fact]
    public async Task Other_headings_are_recognised_or_asked_for()
    {
        var guessed = await Preview("Personnel number;Start date;Exit date;Source;Full name;Region\nN1;01.02.2024;;Fair;Nia Stone;North\n", new());
        Assert.Equal(("Personnel number", "Start date", "Exit date", "Source", "Full name"), (guessed.Columns.EmployeeNo, guessed.Columns.HiredOn, guessed.Columns.LeftOn, guessed.Columns.HireChannel, guessed.Columns.Name));
        Assert.Equal(["Region"], guessed.Further);
        Assert.Empty(guessed.Problems);

        const string strange = "a,b,c,d\nN1,2024-02-01,,Fair\n";
        Assert.StartsWith("Please say which column holds the employee number. The file has: a, b, c, d.", (await Preview(strange, new())).Problems[0]);
        Assert.Empty((await Preview(strange, new() { EmployeeNo = "a", HiredOn = "b", LeftOn = "c", HireChannel = "d" })).Problems);
        Assert.Equal("“c” is chosen twice: for the last day at work and the hire channel.", Assert.Single((await Preview(strange, new() { EmployeeNo = "a", HiredOn = "b", LeftOn = "c", HireChannel = "c" })).Problems));
    }

    [Fact]
    public async Task Only_hr_imports()
    {
        foreach (var account in new[] { Administrator, Lead, InterviewerA, SalesManager, NewHire, Executive })
            await Assert.ThrowsAsync<NotFound>(() => Send(account, new ImportEmployees.Command { Text = $"{Heading}\nN1,2024-01-15,,Fair,", AsOf = AsOf }));
    }

    private Task<ImportEmployees.Imported> Import(string text) => Send(Hr, new ImportEmployees.Command { Text = text, AsOf = AsOf });

    private Task<ImportEmployees.Preview> Preview(string text, ColumnMap columns) => Send(Hr, new ImportEmployees.Query(text, AsOf, columns));
}
