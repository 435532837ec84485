using System.Diagnostics.Metrics;

/// <summary>
/// Loaded by .NET into a server that is measured (<c>DOTNET_STARTUP_HOOKS</c> finds it by this name, outside any namespace): writes down how long the
/// server took over each POST, as ASP.NET Core's own meter tells it. What the client waits beside that, for its own turn of a shared processor, is not in it.
/// </summary>
internal static class StartupHook
{
    /// <summary>The variable that names the file: eight bytes a request, its seconds.</summary>
    public const string File = "TALENTHUB_BENCHMARK_TIMES";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(File) is not { Length: > 0 } path) return;
        var times = new BinaryWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument is { Meter.Name: "Microsoft.AspNetCore.Hosting", Name: "http.server.request.duration" }) listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            foreach (var tag in tags)
                if (tag is { Key: "http.request.method", Value: "POST" })
                    lock (times) times.Write(seconds);
        });
        listener.Start();
    }
}
