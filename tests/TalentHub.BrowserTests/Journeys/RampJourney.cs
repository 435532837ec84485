using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>HR: "Who needs attention this week?"</summary>
[Collection(nameof(Demo))]
public sealed partial class RampJourney(Site site)
{
    [Fact]
    public async Task HR_finds_who_needs_attention_records_a_week_and_prints_the_scorecard()
    {
        var page = await site.VisitAs("Hannah Reyes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ramp", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Attention());

        await page.Locator("main a[href^='/ramp/']", new() { HasText = "Theo Brandt" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Theo Brandt");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("of 90");
        await Assertions.Expect(page.Locator("main figure svg[role=img]").First).ToBeVisibleAsync();

        await page.Locator("main a[href*='/check-in/']").First.ClickAsync();
        foreach (var field in await page.Locator("input[name$='.Value']").AllAsync()) await field.FillAsync("7");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("week \\d+") }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Theo Brandt");

        var pdf = await page.APIRequest.GetAsync(await page.Locator("a[href$='/scorecard.pdf']").First.GetAttributeAsync("href") ?? "");
        Assert.True(pdf.Ok);
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
    }

    [Fact]
    public async Task A_new_hire_sees_their_own_ramp_and_nobody_elses()
    {
        var page = await site.VisitAs("Ines Caron");
        await page.GotoAsync("/ramp");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(new Regex("Ines Caron|Your"));
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Theo Brandt");
        foreach (var closed in new[] { "/candidates", "/exits", "/insights/retention", "/audit", "/people", "/openings" })
            Assert.Equal(404, (await page.GotoAsync(closed))!.Status);
    }

    [GeneratedRegex("at risk|attention", RegexOptions.IgnoreCase)]
    private static partial Regex Attention();
}
