using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TalentHub.SliceTests.Platform.Durability;

/// <summary>The program in a process of its own, to be killed.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private readonly Process process;
    private string lastWords = "";

    private ChildServer(Process process, string address)
    {
        this.process = process;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Client { get; }

    public static ChildServer Start(string data)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var program = Path.Combine(AppContext.BaseDirectory, "TalentHub.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--data", data, "--empty", "--urls", address]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        var server = new ChildServer(process, address);
        process.ErrorDataReceived += (_, line) => server.lastWords = line.Data ?? server.lastWords;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>How long it took until it answered.</summary>
    public async Task<TimeSpan> Ready(TimeSpan most)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < most)
        {
            try
            {
                using var answer = await Client.GetAsync("/css/tokens.css");
                return clock.Elapsed;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
                await Task.Delay(25);
            }
        }
        throw new TimeoutException($"The program did not answer within {most.TotalSeconds} s; it {(process.HasExited ? $"ended with {process.ExitCode}" : "runs")}. Its last words: {lastWords}");
    }

    /// <summary>As a power cut would: no warning, no cleaning up.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) await Kill();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
