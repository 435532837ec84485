using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalentHub.Data;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Exits;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Architecture;
using TalentHub.SliceTests.Evidence;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.SliceTests.Platform.Security;

/// <summary>
/// T1: each route as each account of the test company, held against the committed table rights-matrix.md, which people review.
/// A new route, or a right that moved, fails here; TALENTHUB_WRITE_MATRIX=1 writes the table anew.
/// </summary>
[Trait("Category", "AnyEngine")]
public sealed class RightsMatrixTests : World
{
    private const string Table = "tests/TalentHub.SliceTests/Platform/Security/rights-matrix.md";

    [Fact]
    public async Task Every_route_answers_each_account_as_the_table_says()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "Named two lost deals.");
        await Save(RecordAnExit);
        await this.Result(AmaraApplication);
        await this.Reference(AmaraApplication);
        var file = Path.Combine(House.Root, Table);
        var actual = await Matrix();
        if (Environment.GetEnvironmentVariable("TALENTHUB_WRITE_MATRIX") == "1") await File.WriteAllTextAsync(file, actual);
        Assert.Equal(await File.ReadAllTextAsync(file), actual);
    }

    protected override void Adjust(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IPrinter, PlainPrinter>());

    /// <summary>Someone of the sales manager's team who left.</summary>
    private Task RecordAnExit(TalentHubDb db)
    {
        var leaver = new Employee("E-300", "Lena Leaver", Today.AddDays(-400), "Agency", EmployeeSource.Entered);
        leaver.Place("Territory rep", RoleLevel.Rep, "North East", SalesManager);
        db.Add(leaver);
        db.Add(new Exit(leaver, ExitDirection.TheyLeft, Today.AddDays(-10), Hr, Now));
        return Task.CompletedTask;
    }

    private async Task<string> Matrix()
    {
        (string Name, Guid Id)[] accounts =
        [
            ("Administrator", Administrator), ("HR", Hr), ("Lead", Lead), ("Other lead", OtherLead), ("Interviewer", InterviewerA), ("Sales manager", SalesManager),
            ("Other manager", OtherManager), ("New hire", NewHire), ("Executive", Executive), ("Insider, all roles", Insider),
        ];
        var table = new StringBuilder();
        table.Append("# Who reaches which address\n\nWritten by RightsMatrixTests from the real program: of the addresses a route makes in the test company, how many answer each account with a page.\n\n");
        table.Append($"| Route | Addresses | {string.Join(" | ", accounts.Select(a => a.Name))} |\n| --- | ---: |{string.Concat(Enumerable.Repeat(" ---: |", accounts.Length))}\n");
        var clients = new List<HttpClient>();
        foreach (var (_, id) in accounts) clients.Add(await Client(id));
        foreach (var route in await Routes.Readable(this))
        {
            table.Append($"| {route.Route} | {route.Addresses.Count} |");
            foreach (var client in clients)
            {
                var open = 0;
                foreach (var address in route.Addresses)
                {
                    using var answer = await client.GetAsync(address);
                    Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
                    if (answer.IsSuccessStatusCode) open++;
                }
                table.Append(open == 0 ? " – |" : $" {open} |");
            }
            table.Append('\n');
        }
        return table.ToString();
    }
}
