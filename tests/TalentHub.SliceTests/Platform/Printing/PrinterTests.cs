using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TalentHub.Web.Platform.Printing;
using static TalentHub.SliceTests.Platform.Printing.PrinterFixture;

namespace TalentHub.SliceTests.Platform.Printing;

[Trait("Category", "AnyEngine")]
public sealed class PrinterTests(PrinterFixture fixture) : IClassFixture<PrinterFixture>
{
    private const string TwoSheets = "<h1>First</h1><p>One.</p><h2 style=\"break-before:page\">Second</h2><p>Two.</p>";

    [Fact]
    public async Task A_report_is_tagged_A4_with_outline_and_counted_pages()
    {
        var pdf = await fixture.Printer.PrintAsync(Job(TwoSheets), default);

        var info = await Poppler.InfoAsync(pdf);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Pages:\s+2\b", info);
        Assert.Contains("(A4)", info);
        Assert.Contains("Page 2 of 2", await Poppler.TextAsync(pdf, firstPage: 2));
        var structure = await Poppler.StructureAsync(pdf);
        Assert.Contains("H1", structure);
        Assert.Contains("H2", structure);
        Assert.Contains("/Outlines", System.Text.Encoding.Latin1.GetString(pdf));
    }

    [Fact]
    public async Task A_name_in_the_header_is_text_and_never_markup()
    {
        var pdf = await fixture.Printer.PrintAsync(Job(TwoSheets, "Smith & Sons <i>VP</i> &amp; \"more\""), default);

        Assert.Contains("Smith & Sons <i>VP</i> &amp; \"more\"", await Poppler.TextAsync(pdf));
    }

    [Fact]
    public async Task A_script_in_the_content_does_not_run()
    {
        var pdf = await fixture.Printer.PrintAsync(
            Job("<p id=\"p\">As written</p><script>document.getElementById('p').textContent = 'Changed'</script>"), default);

        var text = await Poppler.TextAsync(pdf);
        Assert.Contains("As written", text);
        Assert.DoesNotContain("Changed", text);
    }

    [Theory]
    [InlineData("<img src=\"{0}a.png\">")]
    [InlineData("<iframe src=\"{0}b\"></iframe>")]
    [InlineData("<link rel=\"stylesheet\" href=\"{0}c.css\">")]
    [InlineData("<link rel=\"preconnect\" href=\"{0}\">")]
    [InlineData("<style>@font-face {{ font-family: F; src: url({0}d.woff2) }} p {{ font-family: F }}</style>")]
    public async Task Nothing_outside_the_report_is_fetched_or_even_connected_to(string markup)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var body = string.Format(CultureInfo.InvariantCulture, markup, $"http://{listener.LocalEndpoint}/");

        await fixture.Printer.PrintAsync(Job("<p>Text</p>" + body), default);

        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task A_report_that_wants_to_go_elsewhere_goes_nowhere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        // It may be printed or refused, by who is first: the page being made or the page leaving.
        var refused = await Record.ExceptionAsync(() => fixture.Printer.PrintAsync(Job($"<p>Text</p><meta http-equiv=\"refresh\" content=\"0;url=http://{listener.LocalEndpoint}/e\">"), default));

        Assert.True(refused is null or PrinterUnavailable, $"{refused}");
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Nothing_of_one_report_is_left_for_the_next()
    {
        await fixture.Printer.PrintAsync(Job("<p>Whitlock</p>", "Whitlock"), default);
        var next = await fixture.Printer.PrintAsync(Job("<p>Okafor</p>", "Okafor"), default);

        Assert.DoesNotContain("Whitlock", await Poppler.TextAsync(next));
    }

    [Fact]
    public async Task A_full_queue_answers_at_once_with_a_sentence()
    {
        await using var printer = Create(new PrintingOptions { PagesAtOnce = 1, MostWaiting = 0 });
        var first = printer.PrintAsync(Job(TwoSheets), default);

        var refusal = await Assert.ThrowsAsync<PrinterBusy>(() => printer.PrintAsync(Job(TwoSheets), default));

        Assert.Contains("try again", refusal.Message);
        await first;
    }

    [Fact]
    public async Task A_report_that_takes_too_long_is_stopped_with_a_sentence()
    {
        await using var printer = Create(new PrintingOptions { Timeout = TimeSpan.FromMilliseconds(1) });

        var failure = await Assert.ThrowsAsync<PrinterUnavailable>(() => printer.PrintAsync(Job(TwoSheets), default));

        Assert.Contains("was stopped", failure.Message);
    }

    [Fact]
    public async Task Without_a_browser_the_failure_says_so()
    {
        await using var printer = Create(new PrintingOptions { Chromium = "/no/such/browser" });

        await Assert.ThrowsAsync<PrinterUnavailable>(() => printer.PrintAsync(Job(TwoSheets), default));
    }
}
