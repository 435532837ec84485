using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Employees;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Employees;

/// <summary>The page as a browser without JavaScript walks through it.</summary>
[Covers(typeof(TalentHub.Web.Features.Employees.ImportStart))]
public sealed class ImportPageTests : App
{
    private const string People = "employee_no,hired_on,left_on,hire_channel,note\nN1,2024-01-15,,Fair,<script>alert(1)</script>\nN2,2023-01-15,2024-02-01,Agency,\n";

    [Fact]
    public async Task Upload_look_and_import()
    {
        var client = await Client(await Account("Hana Hr", Role.Hr));

        var (status, preview) = await Upload(client, Encoding.UTF8.GetBytes(People));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("2 rows can be read", preview.Body!.TextContent);
        Assert.Contains("<script>alert(1)</script>", preview.QuerySelector("tbody td:last-child")!.TextContent);
        Assert.Equal("hire_channel", ((IHtmlSelectElement)preview.QuerySelector("#Columns_HireChannel")!).Value);
        Assert.Equal(0, await Db(db => db.Employees.CountAsync()));

        var answer = await client.PostAsync("/employees/import?handler=Import", Form(preview));
        Assert.Equal(("/insights/retention", HttpStatusCode.Redirect), (answer.Headers.Location?.ToString(), answer.StatusCode));
        Assert.Equal(2, await Db(db => db.Employees.CountAsync(e => e.Source == EmployeeSource.Imported)));

        var again = await client.PostAsync("/employees/import?handler=Import", Form(preview));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("Row 2: employee N1 is already here.", await Text(again));
        Assert.Equal(2, await Db(db => db.Employees.CountAsync()));
    }

    [Fact]
    public async Task Wrong_rows_are_listed_and_there_is_nothing_to_press_but_check_again()
    {
        var client = await Client(await Account("Hana Hr", Role.Hr));

        var (_, preview) = await Upload(client, "employee_no,hired_on,left_on,hire_channel\nN1,soon,,Fair\nN2,2024-01-01,2023-01-01,Fair\n"u8.ToArray());

        Assert.Equal(2, preview.QuerySelectorAll(".banner.bad li").Length);
        Assert.Null(preview.QuerySelector("button.primary"));
    }

    [Fact]
    public async Task Another_choice_of_columns_can_be_checked()
    {
        var client = await Client(await Account("Hana Hr", Role.Hr));
        var (_, preview) = await Upload(client, "a,b,c,d\nN1,2024-01-01,,Fair\n"u8.ToArray());
        Assert.Equal(4, preview.QuerySelectorAll(".banner.bad li").Length);

        var form = Form(preview, ("Columns.EmployeeNo", "a"), ("Columns.HiredOn", "b"), ("Columns.LeftOn", "c"), ("Columns.HireChannel", "d"));
        var checkedAgain = await client.PostAsync("/employees/import?handler=Check", form);

        Assert.Contains("One row can be read", await Text(checkedAgain));
    }

    [Fact]
    public async Task A_picture_and_a_file_that_is_too_large_are_refused_in_words()
    {
        var client = await Client(await Account("Hana Hr", Role.Hr));

        var (status, page) = await Upload(client, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("This is not text we can read", page.Body!.TextContent);
        (status, page) = await Upload(client, "a\0b"u8.ToArray());
        Assert.Contains("This is not a text file", page.Body!.TextContent);
        (status, page) = await Upload(client, Encoding.ASCII.GetBytes(new string('a', (10 << 20) + 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("The file is larger than 10 MB.", page.Body!.TextContent);
        (status, page) = await Upload(client, []);
        Assert.Contains("Please choose a file that is not empty.", page.Body!.TextContent);
    }

    [Fact]
    public async Task What_came_back_changed_is_refused()
    {
        var client = await Client(await Account("Hana Hr", Role.Hr));
        var (_, preview) = await Upload(client, Encoding.UTF8.GetBytes(People));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync("/employees/import?handler=Import", Form(preview, ("Carried", "H4sIAAAA")))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync("/employees/import?handler=Check", Form(preview, ("Carried", "not base64!")))).StatusCode);
    }

    [Theory]
    [InlineData(Role.Executive), InlineData(Role.Lead), InlineData(Role.Interviewer), InlineData(Role.SalesManager), InlineData(Role.Administrator)]
    public async Task Everyone_but_hr_finds_nothing_there(Role role) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(await Account("Some One", role))).GetAsync("/employees/import")).StatusCode);

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page)> Upload(HttpClient client, byte[] bytes)
    {
        var start = new HtmlParser().ParseDocument(await client.GetStringAsync("/employees/import"));
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var form = new MultipartFormDataContent
        {
            { new StringContent(Token(start)), "__RequestVerificationToken" }, { new StringContent("2026-06-30"), "AsOf" }, { file, "Upload", "people.csv" },
        };
        var answer = await client.PostAsync("/employees/import?handler=Preview", form);
        return (answer.StatusCode, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>What the browser would post: the fields of the page, some of them changed.</summary>
    private static MultipartFormDataContent Form(IHtmlDocument page, params (string Name, string Value)[] changed)
    {
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token(page),
            ["Carried"] = ((IHtmlInputElement)page.QuerySelector("#Carried")!).Value,
            ["AsOf"] = ((IHtmlInputElement)page.QuerySelector("#AsOf")!).Value,
        };
        foreach (var select in page.QuerySelectorAll<IHtmlSelectElement>("select[name^=Columns]")) fields[select.Name!] = select.Value ?? "";
        foreach (var (name, value) in changed) fields[name] = value;
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return form;
    }

    private static string Token(IHtmlDocument page) => page.QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")!.Value;

    private static async Task<string> Text(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).Body!.TextContent;
}
