using System.Diagnostics;

namespace TalentHub.Benchmarks;

/// <summary>What one address did.</summary>
/// <param name="P50">Milliseconds at one user, median.</param>
/// <param name="P95">Milliseconds at one user, 95th percentile.</param>
/// <param name="PerSecond">Requests a second at eight users.</param>
/// <param name="Bytes">Size of the answer, uncompressed.</param>
internal sealed record Figures(double P50, double P95, double PerSecond, int Bytes);

/// <summary>Asks one address many times: first alone, then by eight at once.</summary>
internal static class Measure
{
    private const int WarmUp = 60;
    private const int Settling = 3000;
    private const int Alone = 400;
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(5);

    public static async Task<Figures> Of(HttpClient client, string address)
    {
        var bytes = 0;
        for (var i = 0; i < WarmUp; i++) bytes = await Ask(client, address);
        var times = new double[Alone];
        for (var i = 0; i < Alone; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await Ask(client, address);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        Array.Sort(times);
        return new Figures(At(times, 0.5), At(times, 0.95), await Throughput(client, address), bytes);
    }

    /// <summary>Asks until the tiers of compilation have settled; measured sooner, page and limit alike look slow, and the one measured first slowest.</summary>
    public static async Task Settle(HttpClient client, IReadOnlyList<string> addresses, int requests = Settling)
    {
        for (var i = 0; i < requests; i++) await Ask(client, addresses[i % addresses.Count]);
    }

    /// <summary>The value below which this share of the sorted ones lies.</summary>
    public static double At(IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static async Task<double> Throughput(HttpClient client, string address)
    {
        var done = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (clock.Elapsed < Together)
            {
                await Ask(client, address);
                Interlocked.Increment(ref done);
            }
        }));
        return done / clock.Elapsed.TotalSeconds;
    }

    private static async Task<int> Ask(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }
}
