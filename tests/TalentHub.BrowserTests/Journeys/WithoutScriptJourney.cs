using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>U3: the core journeys with JavaScript switched off; scoring is in <see cref="ScoringJourney"/>.</summary>
[Collection(nameof(Demo))]
public sealed class WithoutScriptJourney(Site site)
{
    [Fact]
    public async Task HR_records_a_week_and_a_milestone()
    {
        var page = await site.VisitAs("Hannah Reyes", Look.NoScript);
        await page.GotoAsync("/ramp");
        await page.Locator("main a[href^='/ramp/']", new() { HasText = "Theo Brandt" }).First.ClickAsync();
        var plan = page.Url;
        await page.Locator("main a[href*='/check-in/']").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("week");
        foreach (var field in await page.Locator("input[name$='.Value']").AllAsync()) await field.FillAsync("8");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("week \\d+") }).ClickAsync();
        Assert.StartsWith(plan, page.Url, StringComparison.Ordinal);

        var open = page.Locator("#milestones li", new() { Has = page.Locator("summary") }).First;
        var name = await open.Locator("b").First.InnerTextAsync();
        await open.Locator("summary").ClickAsync();
        await open.GetByRole(AriaRole.Button, new() { Name = "Mark as reached" }).ClickAsync();
        var marked = page.Locator("#milestones li", new() { HasText = name });
        await Assertions.Expect(marked).ToContainTextAsync("reached");
        // Undone again by the button beside it.
        await marked.GetByRole(AriaRole.Button, new() { Name = $"Take back: {name}" }).ClickAsync();
        await Assertions.Expect(page.Locator("#milestones li", new() { HasText = name }).Locator("summary")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_hiring_manager_adds_a_candidate_moves_them_on_and_ends_the_application()
    {
        var page = await site.VisitAs("Claire Beaumont", Look.NoScript);
        await page.GotoAsync("/candidates/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Nora Scriptless");
        await page.GetByLabel("E-mail").First.FillAsync("nora.scriptless@example.test");
        await page.GetByLabel("Opening", new() { Exact = true }).SelectOptionAsync(await page.Locator("#Form_OpeningId option", new() { HasText = "spare parts" }).First.GetAttributeAsync("value") ?? "");
        // Nothing is chosen for them: how somebody was found is asked, and what was typed is still there.
        await page.GetByRole(AriaRole.Button, new() { Name = "Add candidate" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Please choose how you found this person.");
        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Nora Scriptless");
        await page.GetByLabel("How did you find them?").SelectOptionAsync("Trade show");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add candidate" }).ClickAsync();
        await page.GotoAsync("/candidates?q=scriptless");
        await page.Locator("main a", new() { HasText = "Nora Scriptless" }).First.ClickAsync();
        await page.Locator("main a[href^='/applications/']").First.ClickAsync();

        var next = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Move to") });
        var stage = Regex.Match(await next.InnerTextAsync(), "“(.+)”").Groups[1].Value;
        await next.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"Moved to “{stage}”");

        // What ends something asks once, without a dialog as well: unticked, the browser does not send it.
        var withdraw = page.GetByRole(AriaRole.Button, new() { Name = "Withdraw the application" });
        await withdraw.ClickAsync();
        await Assertions.Expect(withdraw).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("Withdraw Nora Scriptless") }).CheckAsync();
        await withdraw.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("this application is closed");
    }

    [Fact]
    public async Task A_hiring_manager_opens_a_debrief_and_decides()
    {
        var page = await site.VisitAs("Jonas Lindqvist", Look.NoScript);
        await page.GotoAsync("/candidates?q=declan");
        await page.Locator("main a", new() { HasText = "Declan Moore" }).First.ClickAsync();
        await page.Locator("main a[href^='/applications/']").First.ClickAsync();
        await page.Locator("main a[href$='/debrief']").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the debrief" }).ClickAsync();
        await page.Locator("main a[href$='/decide']").First.ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("closes") }).CheckAsync();
        await page.GetByLabel("Reasons").FillAsync("Elena showed the same with a longer cycle behind her.");
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("decision on Declan Moore") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the decision" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Elena showed the same");
        Assert.DoesNotContain("/decide", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_a_script_could_do_is_not_offered_and_what_it_would_do_is()
    {
        var without = await site.VisitAs("Tom Ashworth", Look.NoScript);
        await without.GotoAsync("/candidates");
        await Assertions.Expect(without.Locator("[data-filter-button]")).ToBeVisibleAsync();
        await Assertions.Expect(without.Locator("[data-theme-choice]").First).ToBeHiddenAsync();
        var with = await site.VisitAs("Tom Ashworth");
        await with.GotoAsync("/candidates");
        await Assertions.Expect(with.Locator("[data-filter-button]")).ToBeHiddenAsync();
        await Assertions.Expect(with.Locator("[data-theme-choice]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task HR_writes_down_both_sides_reasons_and_the_exit_interview()
    {
        var page = await site.VisitAs("Tom Ashworth", Look.NoScript);
        var name = await SomebodyLeaves(page, 3);
        var sides = page.Locator("main form", new() { HasText = "The leaver’s side" });
        var main = sides.GetByLabel("Main reason");
        await main.Nth(0).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await main.Nth(1).SelectOptionAsync(new SelectOptionValue { Index = 9 });
        var told = new List<string> { await main.Nth(0).Locator("option:checked").InnerTextAsync(), await main.Nth(1).Locator("option:checked").InnerTextAsync() };
        await sides.GetByLabel("In their words").First.FillAsync("Too far from the customers I know.");
        await sides.GetByRole(AriaRole.Button, new() { Name = "Save both sides" }).ClickAsync();
        await Assertions.Expect(page.Locator("main .banner").First).ToContainTextAsync("They tell two stories");
        for (var side = 0; side < 2; side++) Assert.Equal(told[side], await main.Nth(side).Locator("option:checked").InnerTextAsync());

        await page.Locator("main a[href$='/interview']").First.ClickAsync();
        await page.Locator("main textarea").First.FillAsync("The territory was promised whole and given in halves.");
        await page.GetByRole(AriaRole.Radio, new() { Name = "2", Exact = true }).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the exit interview" }).ClickAsync();
        // HR typed it, so HR is not thanked for leaving.
        await Assertions.Expect(page.Locator(".toast")).ToHaveTextAsync(new Regex("The exit interview is saved"));
        await Assertions.Expect(page.Locator("main textarea").First).ToHaveValueAsync("The territory was promised whole and given in halves.");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "2", Exact = true }).First).ToBeCheckedAsync();
        await page.GotoAsync("/exits");
        await Assertions.Expect(page.Locator("main table").First).ToContainTextAsync(name);
    }

    [Fact]
    public async Task HR_records_an_exit_and_takes_it_back()
    {
        var page = await site.VisitAs("Tom Ashworth", Look.NoScript);
        var name = await SomebodyLeaves(page, 2);

        // An exit recorded by mistake is taken back, once that is meant.
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new($"Take back the exit of {Regex.Escape(name)}") }).CheckAsync();
        await page.Locator("form[action*='TakeBack'] button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/exits$"));
        await Assertions.Expect(page.Locator("main table")).Not.ToContainTextAsync(name);
    }

    /// <summary>Records that the person at this place of the list leaves today; their name.</summary>
    private static async Task<string> SomebodyLeaves(IPage page, int place)
    {
        await page.GotoAsync("/exits/new");
        var person = page.GetByLabel("Person");
        await person.SelectOptionAsync(new SelectOptionValue { Index = place });
        var name = Regex.Match(await person.Locator("option:checked").InnerTextAsync(), "^[^,(·]+").Value.Trim();
        await page.GetByLabel("How it ends").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Last day at work").FillAsync(TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the exit" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(name);
        return name;
    }
}
