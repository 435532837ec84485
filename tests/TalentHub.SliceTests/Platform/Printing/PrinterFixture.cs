using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.SliceTests.Platform.Printing;

/// <summary>One warm printer for all tests of a class, as in the running program.</summary>
public sealed class PrinterFixture : IAsyncLifetime
{
    public ChromiumPrinter Printer { get; } = Create(new PrintingOptions());

    public static ChromiumPrinter Create(PrintingOptions options)
    {
        options.Chromium ??= Environment.GetEnvironmentVariable("TALENTHUB_CHROMIUM");
        return new ChromiumPrinter(Options.Create(options), TimeProvider.System, NullLogger<ChromiumPrinter>.Instance);
    }

    public static PrintJob Job(string body, string headerLeft = "Halden Instruments") => new(
        $"<!doctype html><html lang=\"en\"><head><title>Report</title></head><body>{body}</body></html>",
        headerLeft, "Confidential", "TalentHub");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Printer.DisposeAsync();
}
