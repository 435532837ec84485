using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace TalentHub.Web.Platform.Printing;

/// <summary>
/// Prints through one warm Chromium, started by the first report and replaced when it dies. Two reports print at
/// once, a bounded number waits, and nobody waits for longer than the timeout.
/// </summary>
public sealed class ChromiumPrinter(IOptions<PrintingOptions> settings, TimeProvider clock, ILogger<ChromiumPrinter> logger)
    : IPrinter, IAsyncDisposable
{
    private readonly PrintingOptions _options = settings.Value;
    private readonly SemaphoreSlim _turns = new(settings.Value.PagesAtOnce);
    private readonly SemaphoreSlim _starting = new(1);
    private WarmBrowser? _browser;
    private int _waiting;

    public async Task<byte[]> PrintAsync(PrintJob job, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(_options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            await TakeTurnAsync(either.Token);
            try
            {
                return await PrintOrRestartAsync(job, either.Token);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException late) when (deadline.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new PrinterUnavailable(
                $"The report was not ready after {_options.Timeout.TotalSeconds:0} seconds and was stopped. " +
                "Please try again later; nothing was lost.", late);
        }
        catch (PlaywrightException failure)
        {
            throw new PrinterUnavailable("The report could not be printed. Nothing was lost; please try again later.", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _turns.Dispose();
        _starting.Dispose();
    }

    private async Task TakeTurnAsync(CancellationToken ct)
    {
        if (await _turns.WaitAsync(TimeSpan.Zero, ct))
            return;
        try
        {
            if (Interlocked.Increment(ref _waiting) > _options.MostWaiting)
                throw new PrinterBusy();
            await _turns.WaitAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task<byte[]> PrintOrRestartAsync(PrintJob job, CancellationToken ct)
    {
        var browser = await LivingBrowserAsync(ct);
        try
        {
            return await browser.PrintAsync(job, ct);
        }
        catch (PlaywrightException failure) when (!browser.IsAlive)
        {
            logger.LogWarning(failure, "The print browser died while printing; the report is printed once more");
            return await (await LivingBrowserAsync(ct)).PrintAsync(job, ct);
        }
    }

    private async Task<WarmBrowser> LivingBrowserAsync(CancellationToken ct)
    {
        if (_browser is { IsAlive: true } warm)
            return warm;
        await _starting.WaitAsync(ct);
        try
        {
            if (_browser is { IsAlive: true } startedMeanwhile)
                return startedMeanwhile;
            if (_browser is { } dead)
            {
                logger.LogWarning("The print browser has died; starting another");
                _browser = null;
                await dead.DisposeAsync();
            }

            // Not cancellable: a start that is given up half-way would leave a browser nobody owns.
            return _browser = await WarmBrowser.StartAsync(_options, logger);
        }
        finally
        {
            _starting.Release();
        }
    }
}
