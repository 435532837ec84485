using System.Net;
using System.Net.Sockets;

namespace TalentHub.BrowserTests.Setup;

/// <summary>Passes on what a browser asks of the program, and the answers a few hundred bytes at a time.</summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Uri target;
    private readonly Task serving;

    public SlowLine(Uri target)
    {
        this.target = target;
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        serving = Serve();
    }

    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await serving;
        end.Dispose();
    }

    private async Task Serve()
    {
        var calls = new List<Task>();
        try
        {
            while (true) calls.Add(Pass(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(calls);
        }
    }

    private async Task Pass(TcpClient browser)
    {
        using (browser)
        using (var program = new TcpClient { NoDelay = true })
        {
            browser.NoDelay = true;
            await program.ConnectAsync(target.Host, target.Port, CancellationToken.None);
            var (near, far) = (browser.GetStream(), program.GetStream());
            await Task.WhenAny(Copy(near, far, TimeSpan.Zero), Copy(far, near, TimeSpan.FromMilliseconds(50)));
        }
    }

    private async Task Copy(NetworkStream from, NetworkStream to, TimeSpan pause)
    {
        var piece = new byte[400];
        try
        {
            for (int read; (read = await from.ReadAsync(piece, end.Token)) > 0;)
            {
                await to.WriteAsync(piece.AsMemory(0, read), end.Token);
                await Task.Delay(pause, end.Token);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two hung up, or the test is over: there is nobody left to pass anything to.
        }
    }
}
