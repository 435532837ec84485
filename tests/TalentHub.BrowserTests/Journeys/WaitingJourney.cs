using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>U4: what takes longer says so and can be stopped; what ends something asks first, naming it.</summary>
[Collection(nameof(Demo))]
public sealed class WaitingJourney(Site site)
{
    [Fact]
    public async Task A_form_that_takes_long_says_so_and_can_be_stopped_with_everything_still_typed()
    {
        var page = await site.VisitAs("Hannah Reyes");
        await page.GotoAsync("/candidates/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Pia Patient");
        await page.RouteAsync("**/candidates/new", Never);
        var said = await ClickAndCancel(page, "main form .btn.primary");
        Assert.StartsWith("Still working on it", said[0]);
        Assert.StartsWith("Stopped", said[1]);
        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Pia Patient");
        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
    }

    [Fact]
    public async Task A_report_says_at_once_that_it_is_being_prepared_and_can_be_stopped()
    {
        var page = await site.VisitAs("Hannah Reyes");
        await page.GotoAsync("/insights/retention");
        await page.RouteAsync(new Regex("\\.pdf"), Never);
        var said = await ClickAndCancel(page, "main a[href*='.pdf']");
        Assert.StartsWith("Preparing the PDF", said[0]);
        Assert.StartsWith("Stopped", said[1]);
        Assert.EndsWith("/insights/retention", page.Url, StringComparison.Ordinal);
        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
    }

    /// <summary>An answer nobody lives to see.</summary>
    private static async Task Never(IRoute route)
    {
        await Task.Delay(TimeSpan.FromSeconds(20));
        await route.AbortAsync();
    }

    /// <summary>What the page says once it is clicked, and once Cancel is. Asked inside the page, since Playwright itself waits for what is under way.</summary>
    private static Task<string[]> ClickAndCancel(IPage page, string what) => page.EvaluateAsync<string[]>("""
        async what => {
          const bar = () => document.querySelector('.toast');
          document.querySelector(what).click();
          for (let i = 0; i < 100 && !bar(); i++) await new Promise(done => setTimeout(done, 50));
          const said = [bar()?.innerText ?? ''];
          bar()?.querySelector('button').click();
          return [...said, bar()?.innerText ?? ''];
        }
        """, what);

    [Fact]
    public async Task Disabling_an_account_asks_first_and_names_the_person()
    {
        var page = await site.VisitAs("Ingrid Solheim");
        await page.GotoAsync("/people");
        await page.Locator("main a[href^='/people/']", new() { HasText = "Yuki Tanabe" }).First.ClickAsync();
        var disable = page.Locator("form[action*='Disable'] button");
        await disable.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Yuki Tanabe");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
        await Assertions.Expect(disable).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_browser_on_this_machine_keeps_our_cookies_although_they_are_for_safe_connections(string host)
    {
        var page = await site.Visit();
        var address = new UriBuilder(site.Address) { Host = host }.Uri.ToString();
        await page.GotoAsync($"{address}sign-in");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Hannah Reyes") }).First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in"));
        var cookies = await page.Context.CookiesAsync();
        Assert.Contains(cookies, c => c.Name == "talenthub");
        Assert.All(cookies, c => Assert.True(c is { Secure: true, HttpOnly: true }, c.Name));
    }
}
