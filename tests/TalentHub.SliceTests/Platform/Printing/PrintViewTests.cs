using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.SliceTests.Platform.Printing;

[Trait("Category", "AnyEngine")]
public sealed class PrintViewTests(PrinterFixture fixture) : IClassFixture<PrinterFixture>
{
    [Fact]
    public async Task A_print_view_is_one_document_with_its_styles_inside()
    {
        var html = await RenderAsync(Report(rows: 2));

        var page = new HtmlParser().ParseDocument(html);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Candidate dossier: S. <Whitlock> & Co", page.Title);
        Assert.StartsWith("S. <Whitlock> & Co", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("link, script, [style]"));
        Assert.Contains("@page", page.QuerySelector("style")!.TextContent);
        Assert.Contains("Strongest", page.QuerySelector(".lead")!.TextContent);
    }

    [Fact]
    public async Task A_long_table_repeats_its_heads_on_the_next_sheet()
    {
        var html = await RenderAsync(Report(rows: 42));

        var pdf = await fixture.Printer.PrintAsync(
            new PrintJob(html, "Halden Instruments · VP of Sales", "Confidential · printed for the executive sponsor, 21 Nov 2026 09:12",
                "TalentHub · numbers carry their interval; nothing here was decided by a number"), default);

        var secondSheet = await Poppler.TextAsync(pdf, firstPage: 2);
        Assert.Contains("90 % interval", secondSheet);
        Assert.Contains("Halden Instruments · VP of Sales", secondSheet);
    }

    [Fact]
    public async Task A_view_that_does_not_exist_is_named()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RenderAsync(Report(1), "/Features/Nowhere.cshtml"));

        Assert.Contains("/Features/Nowhere.cshtml", failure.Message);
    }

    [Theory]
    [InlineData("Dossier Whitlock", "Dossier Whitlock.pdf")]
    [InlineData("../../etc/pass\"wd\r\nX: y.pdf", "etc pass wd X y.pdf")]
    [InlineData("Åse Øst.PDF", "Åse Øst.pdf")]
    [InlineData(" \" ", "report.pdf")]
    public async Task A_file_name_is_harmless_and_the_report_opens_in_the_browser(string asked, string expected)
    {
        var http = new DefaultHttpContext { RequestServices = Host().Services };
        http.Response.Body = new MemoryStream();

        await PrintResult.Pdf([1, 2, 3], asked).ExecuteResultAsync(new ActionContext { HttpContext = http });

        var disposition = http.Response.Headers.ContentDisposition.ToString();
        Assert.StartsWith("inline", disposition);
        Assert.Contains("filename*=UTF-8''" + Uri.EscapeDataString(expected), disposition);
        Assert.Equal("application/pdf", http.Response.ContentType);
    }

    private static SampleModel Report(int rows) => new(
        "S. <Whitlock> & Co",
        [.. Enumerable.Range(1, rows).Select(n => new SampleRow($"Leads through others {n}", 20, "4.3", "3.9–4.7", 4, "interview, 3 references"))]);

    private static async Task<string> RenderAsync(SampleModel model, string view = SampleReport.ViewPath)
    {
        await using var host = Host();
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PrintView>().RenderAsync(view, model);
    }

    private static WebApplication Host()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = WebProject() });
        builder.Services.AddPrinting(builder.Configuration);
        builder.Services.AddRazorPages()
            .AddApplicationPart(typeof(PrintView).Assembly)
            .ConfigureApplicationPartManager(parts =>
                parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(SampleReport).Assembly)));
        return builder.Build();
    }

    private static string WebProject()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TalentHub.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "src", "TalentHub.Web");
    }
}
