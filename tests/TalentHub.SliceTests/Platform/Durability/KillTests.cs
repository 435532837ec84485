using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.SliceTests.Setup;
using Xunit.Abstractions;

namespace TalentHub.SliceTests.Platform.Durability;

/// <summary>
/// L1: what was acknowledged survives kill -9. The suite kills a few times; TALENTHUB_KILLS=200 makes the whole
/// promise (some six minutes).
/// </summary>
[Trait("Category", "AnyEngine")]
public sealed partial class KillTests(ITestOutputHelper output)
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("TALENTHUB_KILLS"), out var n) ? n : 6;

    [Fact]
    public async Task What_was_acknowledged_survives_being_killed_under_load()
    {
        await using var app = new App();
        app.Clock.Set(TimeProvider.System.GetUtcNow());
        var hr = await app.Account("Hana Hr", Role.Hr);
        var cookie = await app.Cookie(hr);
        var acknowledged = new ConcurrentBag<Guid>();
        var random = new Random(4711);
        for (var i = 0; i < Kills; i++)
        {
            await using var child = ChildServer.Start(app.DataDirectory);
            await child.Ready(TimeSpan.FromMinutes(2));
            using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var writers = Enumerable.Range(0, 4).Select(w => Write(child.Client, cookie, $"{i}-{w}", acknowledged, stop.Token)).ToList();
            // Killed somewhere among the writes, not before the first of them.
            var before = acknowledged.Count;
            while (acknowledged.Count < before + 5 && !stop.IsCancellationRequested) await Task.Delay(10);
            await Task.Delay(random.Next(0, 400));
            await child.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }
        output.WriteLine($"{acknowledged.Count} writes acknowledged over {Kills} kills.");
        Assert.True(acknowledged.Count >= 5 * Kills, "Hardly anything was written, so hardly anything was tested.");
        var kept = await app.Db(db => db.Candidates.Select(c => c.Id).ToListAsync());
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal("ok", StartUpTests.Integrity(app.DataDirectory));
    }

    private static async Task Write(HttpClient client, string cookie, string name, ConcurrentBag<Guid> acknowledged, CancellationToken stop)
    {
        try
        {
            var (token, form) = await Form(client, cookie, stop);
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/candidates") { Content = JsonContent.Create(new { name = $"Writer {name} {i}", email = $"w{name}-{i}@example.test" }) };
                request.Headers.Add("Cookie", $"{cookie}; {form}");
                request.Headers.Add("RequestVerificationToken", token);
                using var answer = await client.SendAsync(request, stop);
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                acknowledged.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("candidateId").GetGuid());
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException or IOException)
        {
            // The server was killed under this request: it was not acknowledged.
        }
    }

    private static async Task<(string Token, string Cookie)> Form(HttpClient client, string cookie, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/candidates/new");
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request, stop);
        var set = answer.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("talenthub.form", StringComparison.Ordinal)).Split(';')[0];
        return (TokenField().Match(await answer.Content.ReadAsStringAsync(stop)).Groups[1].Value, set);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
