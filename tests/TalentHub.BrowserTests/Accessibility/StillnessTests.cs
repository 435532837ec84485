using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Accessibility;

/// <summary>F5: what is first drawn has its text and stays where it is.</summary>
[Collection(nameof(Demo))]
public sealed class StillnessTests(Site site)
{
    /// <summary>What moved that nobody asked to move, as the browser saw it.</summary>
    private const string Moved = """
        () => new Promise(done => {
            const moved = [];
            const add = entry => { if (!entry.hadRecentInput) moved.push(...entry.sources.map(s => s.node?.outerHTML?.slice(0, 120) ?? 'something'), entry.value.toString()); };
            const watcher = new PerformanceObserver(list => list.getEntries().forEach(add));
            watcher.observe({ type: 'layout-shift', buffered: true });
            const settled = () => setTimeout(() => {
                watcher.takeRecords().forEach(add);
                done(moved);
            }, 300);
            // A busy machine may draw for the first time long after the page was loaded.
            new PerformanceObserver(list => { if (list.getEntriesByName('first-contentful-paint').length) settled(); }).observe({ type: 'paint', buffered: true });
        })
        """;

    [Theory]
    [InlineData("Hannah Reyes", "/", "/candidates", "/openings", "/ramp", "/exits", "/insights/retention")]
    [InlineData("Kim Larsen", "/", "/interviews")]
    [InlineData("Ruth Ekström", "/", "/openings")]
    [InlineData(null, "/sign-in")]
    public async Task Nothing_moves_once_it_is_drawn(string? name, params string[] addresses)
    {
        foreach (var look in new[] { Look.Desk, Look.Phone })
        {
            var page = name is null ? await site.Visit(look) : await site.VisitAs(name, look);
            foreach (var address in addresses)
            {
                await page.GotoAsync(address);
                var moved = await page.EvaluateAsync<string[]>(Moved);
                Assert.True(moved.Length == 0, $"{address} {look.Name}: {string.Join('\n', moved)}");
            }
            await page.Context.CloseAsync();
        }
    }

    /// <summary>
    /// On a slow line a page arrives piece by piece; it is drawn when it is whole, so that no row that comes late moves those above it.
    /// </summary>
    [Theory]
    [InlineData("/openings")]
    [InlineData("/")]
    public async Task A_page_that_arrives_in_pieces_is_drawn_whole(string address)
    {
        var page = await site.VisitAs("Ruth Ekström");
        await using var line = new SlowLine(new Uri(site.Address));
        // The dialog is the last thing of the page; what the parser has not read yet is not there.
        await page.AddInitScriptAsync("""
            new MutationObserver((_, watcher) => {
                if (!document.getElementById('confirm-dialog')) return;
                window.wholeAt = performance.now();
                watcher.disconnect();
            }).observe(document, { childList: true, subtree: true });
            """);
        // The second time its style sheets are here, and nothing but the page itself holds the drawing up.
        await page.GotoAsync(line.Address + address);
        await page.GotoAsync(line.Address + address);
        var moved = await page.EvaluateAsync<string[]>(Moved);
        Assert.True(moved.Length == 0, string.Join('\n', moved));
        var (drawn, whole) = (await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"), await page.EvaluateAsync<double>("window.wholeAt"));
        Assert.True(whole > 300, $"It arrived within {whole} ms: the line was not slow.");
        Assert.True(drawn >= whole, $"Drawn after {drawn} ms, when the last of it came after {whole}.");
    }

    /// <summary>No typeface is fetched, so no text waits for one.</summary>
    [Fact]
    public async Task Text_is_drawn_with_what_the_machine_has()
    {
        var page = await site.VisitAs("Hannah Reyes");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.fonts.size"));
    }

    [Fact]
    public async Task The_check_finds_a_planted_shift()
    {
        var page = await site.Visit();
        await page.GotoAsync("/sign-in");
        await page.EvaluateAsync("document.body.insertAdjacentHTML('afterbegin', '<p>one<br>two<br>three<br>four<br>five<br>six<br>seven</p>')");
        Assert.NotEmpty(await page.EvaluateAsync<string[]>(Moved));
    }
}
