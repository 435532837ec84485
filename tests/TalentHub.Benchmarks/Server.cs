using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TalentHub.Benchmarks;

/// <summary>A server in a process of its own, and a client that is signed in where there is something to sign in to.</summary>
internal sealed partial class Server : IAsyncDisposable
{
    private readonly Process process;
    private readonly string times;

    private Server(Process process, string address, string times)
    {
        this.process = process;
        this.times = times;
        Address = address;
        Client = new HttpClient(new LoopbackCookies()) { BaseAddress = new Uri(address) };
    }

    public string Address { get; }
    public HttpClient Client { get; }

    /// <summary>Starts a .NET program and waits until it answers.</summary>
    public static async Task<Server> Start(string program, string probe, Func<string, string[]> arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [program, .. arguments(address)]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(program)! };
        start.Environment["ASPNETCORE_CONTENTROOT"] = Path.GetDirectoryName(program);
        var times = Path.GetTempFileName();
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.File] = times;
        var server = new Server(Process.Start(start)!, address, times);
        _ = server.process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var limit = Stopwatch.StartNew();
        while (limit.Elapsed < TimeSpan.FromMinutes(3))
        {
            try
            {
                using var answer = await server.Client.GetAsync(probe);
                if ((int)answer.StatusCode < 500) return server;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
                await Task.Delay(100);
            }
        }
        throw new TimeoutException($"{program} did not answer within three minutes.");
    }

    /// <summary>Signs in as the demo person whose button says this, for instance “as Hannah Reyes”.</summary>
    public Task SignIn(string words) => SignIn(Client, words);

    /// <summary>The same for another client.</summary>
    public static async Task SignIn(HttpClient client, string words)
    {
        var page = await client.GetStringAsync("/sign-in");
        var token = TokenOf(page);
        var form = Form().Matches(page).First(f => WebUtility.HtmlDecode(f.Value).Contains(words, StringComparison.Ordinal)).Value;
        var fields = Hidden().Matches(form).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        foreach (Match button in Button().Matches(form)) fields[button.Groups[1].Value] = button.Groups[2].Value;
        fields["__RequestVerificationToken"] = token;
        var action = WebUtility.HtmlDecode(Action().Match(form).Groups[1].Value);
        using var answer = await client.PostAsync(action.Length > 0 ? action : "/sign-in?handler=Demo", new FormUrlEncodedContent(fields));
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.Found)) throw new InvalidOperationException($"Signing in answered {(int)answer.StatusCode}.");
    }

    /// <summary>How many POSTs it has answered.</summary>
    public int Posts => (int)(new FileInfo(times).Length / sizeof(double));

    /// <summary>Milliseconds the server itself took over each POST after so many, shortest first.</summary>
    public async Task<List<double>> TimesAfter(int posts)
    {
        await using var file = new FileStream(times, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = (long)posts * sizeof(double);
        var bytes = new byte[file.Length - file.Position];
        await file.ReadExactlyAsync(bytes);
        return [.. MemoryMarshal.Cast<byte, double>(bytes).ToArray().Select(seconds => seconds * 1000).Order()];
    }

    /// <summary>The anti-forgery token of a page's form.</summary>
    public static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        File.Delete(times);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<form[^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<button[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Button();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();
}
