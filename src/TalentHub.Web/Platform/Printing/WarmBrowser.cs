using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TalentHub.Web.Platform.Printing;

/// <summary>
/// One running browser and its idle pages. A page is kept and blanked after each print, because opening a new one
/// costs three times the print itself.
/// </summary>
internal sealed class WarmBrowser : IAsyncDisposable
{
    private const string BlankSheet = "<!doctype html>";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string[] Quiet =
    [
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--disable-gpu",
        // A frame or a refresh opens a connection before its request can be aborted, so no address resolves at all.
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;
    private readonly ILogger _logger;
    private readonly ConcurrentBag<IPage> _idle = [];
    private volatile bool _stuck;

    private WarmBrowser(IPlaywright driver, IBrowser browser, ILogger logger) =>
        (_driver, _browser, _logger) = (driver, browser, logger);

    internal bool IsAlive => _browser.IsConnected && !_stuck;

    internal static async Task<WarmBrowser> StartAsync(PrintingOptions options, ILogger logger)
    {
        var chromium = options.FindChromium();
        var driver = await Playwright.CreateAsync();
        try
        {
            var browser = await driver.Chromium.LaunchAsync(new()
            {
                ExecutablePath = chromium,
                ChromiumSandbox = !options.NoSandbox,
                Args = options.NoSandbox ? [.. Quiet, "--no-sandbox"] : Quiet,
            });
            return new WarmBrowser(driver, browser, logger);
        }
        catch
        {
            driver.Dispose();
            throw;
        }
    }

    internal async Task<byte[]> PrintAsync(PrintJob job, CancellationToken ct)
    {
        var page = _idle.TryTake(out var kept) ? kept : await NewPageAsync().WaitAsync(ct);
        var blanked = false;
        try
        {
            await page.SetContentAsync(job.Html).WaitAsync(ct);
            var pdf = await page.PdfAsync(Sheet(job)).WaitAsync(ct);
            await page.SetContentAsync(BlankSheet).WaitAsync(ct);
            blanked = true;
            return pdf;
        }
        finally
        {
            if (blanked)
                _idle.Add(page);
            else
                await DropAsync(page);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _browser.CloseAsync().WaitAsync(Patience);
        }
        catch (Exception gone) when (gone is PlaywrightException or TimeoutException)
        {
            _logger.LogDebug(gone, "The print browser had gone before it was closed");
        }

        _driver.Dispose();
    }

    private async Task<IPage> NewPageAsync()
    {
        var context = await _browser.NewContextAsync(new()
        {
            JavaScriptEnabled = false,
            Offline = true,
            AcceptDownloads = false,
            ServiceWorkers = ServiceWorkerPolicy.Block,
        });
        await context.RouteAsync("**/*", route => route.AbortAsync());
        return await context.NewPageAsync();
    }

    private static PagePdfOptions Sheet(PrintJob job) => new()
    {
        Format = "A4",
        Tagged = true,
        Outline = true,
        PrintBackground = true,
        DisplayHeaderFooter = true,
        HeaderTemplate = RunningTexts.Header(job),
        FooterTemplate = RunningTexts.Footer(job),
        Margin = new()
        {
            Top = RunningTexts.Top,
            Right = RunningTexts.Side,
            Bottom = RunningTexts.Bottom,
            Left = RunningTexts.Side,
        },
    };

    // A page that failed may still hold someone's report, so it never goes back to the pool.
    private async Task DropAsync(IPage page)
    {
        if (!_browser.IsConnected)
            return;
        try
        {
            await page.Context.CloseAsync().WaitAsync(Patience);
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            _stuck = true;
            _logger.LogWarning(failure, "A print page could not be closed; the browser will be replaced");
        }
    }
}
