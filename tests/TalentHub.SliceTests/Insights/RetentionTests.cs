using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Exits;
using TalentHub.SliceTests.Platform.Printing;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Insights;
using TalentHub.Web.Features.Insights.Retention;
using Xunit.Abstractions;

namespace TalentHub.SliceTests.Insights;

[Covers(typeof(TalentHub.Web.Features.Insights.Retention.PrintRetention))]
public sealed class RetentionTests(ITestOutputHelper output) : App
{
    [Fact]
    public async Task The_api_says_what_R_says_of_the_real_file()
    {
        if (RetentionAnswers.Folder() is not { } folder)
        {
            output.WriteLine("Not run: the folder ../shared/data, which holds the reference, is not on this machine.");
            return;
        }
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var imported = await RetentionAnswers.Import(this, await File.ReadAllTextAsync(Path.Combine(folder, "employees.csv")));
        output.WriteLine($"Imported in {watch.Elapsed.TotalSeconds:0.0} s.");
        Assert.Equal("1,129 employees imported, 571 of whom left", imported.Sentence);

        var client = await Client(await Account("Eva Executive", Role.Executive));
        var got = await client.GetStringAsync("/api/insights/retention?by=hireChannel");
        RetentionAnswers.Same(JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected-retention.json"))).RootElement, JsonDocument.Parse(got).RootElement);

        var page = await client.GetStringAsync("/insights/retention");
        Assert.Contains("Half stay longer than 50 months; Own careers site hires leave sooner", page);
        Assert.Contains("p = 0.001", page);
        Assert.Contains("Drawn are the 5 largest of 8 groups", page);
    }

    [Fact]
    public async Task A_small_file_gives_the_answers_worked_out_by_hand()
    {
        await RetentionAnswers.Import(this, RetentionAnswers.Small);

        var report = await Read(new());

        Assert.Equal(RetentionAnswers.AsOf, report.AsOf);
        Assert.Equal(["all", "Agency", "Fair"], report.Groups.Select(g => g.Name));
        var all = report.Groups[0];
        Assert.Equal((10, 5, 300d), (all.N, all.Exits, all.MedianDays));
        Assert.Equal([1, 0.8, 0.5, 0.5], all.Points.Take(4).Select(p => Math.Round(p.Survival!.Value, 12)));
        Assert.Equal((10, null, null, 0d), (all.Points[0].AtRisk, all.Points[0].Lower, all.Points[0].Upper, all.Points[0].Se));
        Assert.Equal((0, null), (all.Points[4].AtRisk, all.Points[4].Survival));
        Assert.Equal(0.115681, report.LogRankByChannel!.ChiSquare!.Value, 5);
        Assert.Equal(1, report.LogRankByChannel.Df);
        Assert.Null(report.LogRank);
    }

    [Theory]
    [InlineData("job_family"), InlineData("jobFamily"), InlineData("Job Family")]
    public async Task Any_column_of_the_import_can_be_compared_by_in_any_spelling(string by)
    {
        await RetentionAnswers.Import(this, RetentionAnswers.Small);

        var report = await Read(new(by));

        Assert.Equal(["all", "Sales", "Sales, inside", "Service", "not stated"], report.Groups.Select(g => g.Name));
        Assert.NotNull(report.LogRank);
        Assert.Null(report.LogRankByChannel);
    }

    [Fact]
    public async Task An_unknown_column_is_answered_with_those_there_are()
    {
        await RetentionAnswers.Import(this, RetentionAnswers.Small);
        var client = await Client(await Account("Hana Hr", Role.Hr));

        var answer = await client.GetAsync("/api/insights/retention?by=shoe_size");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("urn:talenthub:column-unknown", problem.GetProperty("type").GetString());
        Assert.Equal("Hires cannot be compared by “shoe_size”. Choose one of: hireChannel, job_family.", problem.GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.GetAsync("/insights/retention?by=shoe_size")).StatusCode);
        Assert.Equal("only-unreadable", (await Assert.ThrowsAsync<RuleBroken>(() => Read(new(Only: "Sales")))).Code);
    }

    [Fact]
    public async Task A_column_with_a_value_for_everyone_is_no_group()
    {
        var rows = string.Concat(Enumerable.Range(1, 61).Select(i => $"N{i},2024-01-01,,Fair,person{i}@example.test\n"));
        await RetentionAnswers.Import(this, $"employee_no,hired_on,left_on,hire_channel,mail\n{rows}");

        Assert.Equal("column-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => Read(new("mail")))).Code);
    }

    [Fact]
    public async Task Hires_can_be_narrowed_and_an_earlier_day_be_asked_for()
    {
        await RetentionAnswers.Import(this, RetentionAnswers.Small);

        Assert.Equal(5, (await Read(new(Only: "job_family=Sales"))).Groups[0].N);
        Assert.Equal(0, (await Read(new(HiredSince: RetentionAnswers.AsOf))).Groups[0].N);
        var early = await Read(new(AsOf: RetentionAnswers.AsOf.AddDays(-850)));
        Assert.Equal((10, 2), (early.Groups[0].N, early.Groups[0].Exits));
    }

    [Fact]
    public async Task Someone_hired_here_is_watched_until_today_and_an_imported_one_until_the_file_was_drawn()
    {
        await RetentionAnswers.Import(this, RetentionAnswers.Small);
        await Save(db => { db.Employees.Add(new Employee("E-1", "Nia", Today.AddDays(-30), "Fair", EmployeeSource.Entered)); return Task.CompletedTask; });

        var report = await Read(new());

        Assert.Equal((Today, 11), (report.AsOf, report.Groups[0].N));
        Assert.Equal(10, report.Groups[0].Points[0].AtRisk);
    }

    [Theory]
    [InlineData(Role.Hr, true), InlineData(Role.Executive, true)]
    [InlineData(Role.Lead, false), InlineData(Role.Interviewer, false), InlineData(Role.SalesManager, false), InlineData(Role.NewHire, false), InlineData(Role.Administrator, false)]
    public async Task Only_hr_and_executives_read_retention(Role role, bool reads)
    {
        await RetentionAnswers.Import(this, RetentionAnswers.Small);
        var client = await Client(await Account("Some One", role));

        foreach (var address in new[] { "/insights", "/insights/retention", "/api/insights/retention" })
            Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
        if (!reads) Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/insights/retention.pdf")).StatusCode);
    }

    [Fact]
    public async Task An_executive_sees_no_names_no_import_and_no_small_counts()
    {
        await RetentionAnswers.Import(this, RetentionAnswers.Small);
        await LeaveWithReason("Petra Personal");
        var executive = await (await Client(await Account("Eva Executive", Role.Executive))).GetStringAsync("/insights/retention");
        var hr = await (await Client(await Account("Hana Hr", Role.Hr))).GetStringAsync("/insights/retention");

        Assert.DoesNotContain("Petra", executive);
        Assert.DoesNotContain("/employees/import", executive);
        Assert.Contains("under 5", executive);
        Assert.DoesNotContain("under 5", hr);
        Assert.Contains("a rare one could point at a person", executive);
        Assert.DoesNotContain("could point at a person", hr);
        Assert.Contains("/employees/import", hr);
    }

    [Fact]
    public async Task The_page_sends_the_same_commands_for_ten_people_as_for_hundreds()
    {
        var executive = await Account("Eva Executive", Role.Executive);
        await RetentionAnswers.Import(this, RetentionAnswers.Small);
        var few = await Sql.During(() => Send(executive, new ShowRetention.Query(new())));
        await RetentionAnswers.Import(this, "employee_no,hired_on,left_on,hire_channel\n" + string.Concat(Enumerable.Range(1, 300).Select(i => $"M{i},2024-01-01,,Fair\n")));
        var many = await Sql.During(() => Send(executive, new ShowRetention.Query(new())));

        Assert.Equal(few, many);
    }

    [Fact]
    public async Task Without_anyone_the_page_says_where_to_start()
    {
        var client = await Client(await Account("Hana Hr", Role.Hr));

        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/insights/retention"));

        Assert.Equal("Nobody is recorded yet", page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal("/employees/import", page.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Equal(0, (await Read(new())).Groups[0].N);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/insights/retention.pdf")).StatusCode);
        Assert.Equal(new(0, 0, true), await Send(Domain.Access.Viewer.Console, new ListInsights.Query()));
    }

    [Fact]
    public async Task The_report_says_the_finding_and_the_numbers()
    {
        await RetentionAnswers.Import(this, RetentionAnswers.Small);
        var client = await Client(await Account("Eva Executive", Role.Executive));

        var answer = await client.GetAsync("/insights/retention.pdf?by=hireChannel");
        var text = await Poppler.TextAsync(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("no clear difference between channels", text.ReplaceLineEndings(" "));
        Assert.Contains("Agency", text);
        Assert.Contains("Log-rank test of 2 groups", text.ReplaceLineEndings(" "));
    }

    private Task<ReadRetention.Report> Read(RetentionFilter filter) => Send(Domain.Access.Viewer.Console, new ReadRetention.Query(filter));

    private Task LeaveWithReason(string name) => Save(db =>
    {
        var employee = new Employee("E-77", name, Today.AddDays(-400), "Fair", EmployeeSource.Entered);
        var exit = new Exit(employee, ExitDirection.TheyLeft, Today.AddDays(-10), Guid.Empty, Now);
        exit.Explain(ExitSide.Leaver, ["pay-below-market"], null, ["pay-below-market"]);
        exit.Judge(true, null, null);
        db.AddRange(employee, exit);
        return Task.CompletedTask;
    });
}
