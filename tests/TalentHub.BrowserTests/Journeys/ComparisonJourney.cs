using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>The executive: "Whom do I take to the board, the insider or an outsider?"</summary>
[Collection(nameof(Demo))]
public sealed class ComparisonJourney(Site site)
{
    [Fact]
    public async Task The_executive_compares_reads_evidence_and_prints_the_board()
    {
        var page = await site.VisitAs("Ruth Ekström");
        await page.GotoAsync("/openings");
        await page.Locator("main a[href^='/openings/']", new() { HasText = "VP of Sales" }).First.ClickAsync();
        await page.Locator("main a[href$='/compare']").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Dario Marchetti");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("internal");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("not a clear lead");
        await Assertions.Expect(page.Locator("main figure svg[role=img]").First).ToBeVisibleAsync();

        // Evidence on click: words that stand behind a cell.
        var cell = page.Locator("main details:has(summary)").First;
        await cell.Locator("summary").First.ClickAsync();
        await Assertions.Expect(cell).ToHaveAttributeAsync("open", "");

        var pdf = await page.APIRequest.GetAsync(await page.Locator("a[href*='/comparison.pdf']").First.GetAttributeAsync("href") ?? "");
        Assert.True(pdf.Ok);
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
    }

    [Fact]
    public async Task The_insider_finds_no_trace()
    {
        var chief = await site.VisitAs("Ruth Ekström");
        await chief.GotoAsync("/openings");
        var opening = await chief.Locator("main a[href^='/openings/']", new() { HasText = "VP of Sales" }).First.GetAttributeAsync("href");

        var insider = await site.VisitAs("Dario Marchetti");
        foreach (var address in (await Crawl.Pages(insider)).Values.Where(a => !Crawl.IsFile(a)))
        {
            await insider.GotoAsync(address);
            Assert.DoesNotContain(opening!, await insider.ContentAsync());
        }
        Assert.Equal(404, (await insider.GotoAsync(opening!))!.Status);
        Assert.Equal(404, (await insider.GotoAsync($"{opening}/compare"))!.Status);
    }
}
