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

    /// <summary>After 3,000 requests the limit still took twice its final time.</summary>
    private const int UntilFastest = 12_000;

    private const int Alone = 400;
    private const int Turns = 5;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public static async Task<Figures> Of(HttpClient client, string address) => (await InTurns((client, address)))[0];

    /// <summary>Beside the limit's page of the same size. They take turns, so what others take of the machine meanwhile falls on both.</summary>
    public static async Task<(Figures Page, Figures Limit)> BesideLimit(HttpClient client, string address, HttpClient limit)
    {
        var figures = await InTurns((client, address), (limit, $"/limit?size={await Ask(client, address)}"));
        return (figures[0], figures[1]);
    }

    /// <summary>Asks until the tiers of compilation have settled; measured sooner, page and limit alike look slow, and the one measured first slowest.</summary>
    public static async Task Settle(HttpClient client, IReadOnlyList<string> addresses)
    {
        for (var i = 0; i < UntilFastest; i++) await Ask(client, addresses[i % addresses.Count]);
    }

    private static async Task<List<Figures>> InTurns(params (HttpClient Client, string Address)[] asked)
    {
        var bytes = new int[asked.Length];
        var times = asked.Select(_ => new double[Alone]).ToArray();
        var done = new double[asked.Length];
        for (var i = 0; i < WarmUp; i++)
            for (var which = 0; which < asked.Length; which++) bytes[which] = await Ask(asked[which].Client, asked[which].Address);
        for (var i = 0; i < Alone; i++)
            for (var which = 0; which < asked.Length; which++)
            {
                var began = Stopwatch.GetTimestamp();
                await Ask(asked[which].Client, asked[which].Address);
                times[which][i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        for (var turn = 0; turn < Turns; turn++)
            for (var which = 0; which < asked.Length; which++) done[which] += await Throughput(asked[which].Client, asked[which].Address);
        foreach (var each in times) Array.Sort(each);
        return [.. asked.Select((_, which) => new Figures(At(times[which], 0.5), At(times[which], 0.95), done[which] / Turns, bytes[which]))];
    }

    /// <summary>The value below which this share of the sorted ones lies.</summary>
    public static double At(IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static async Task<double> Throughput(HttpClient client, string address)
    {
        var done = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (clock.Elapsed < Turn)
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
