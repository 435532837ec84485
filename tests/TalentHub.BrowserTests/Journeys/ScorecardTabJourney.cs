using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>What a scorecard keeps in its tab and nowhere else, the time, the keys, and the reason for what was not observed.</summary>
[Collection(nameof(Demo))]
public sealed partial class ScorecardTabJourney(Site site)
{
    private const string Kept = "Object.keys(sessionStorage).filter(k => k.startsWith('kept:draft')).length";

    [Fact]
    public async Task Typed_offline_reloaded_in_the_tab_and_back_online_it_is_saved_and_nothing_is_left_behind()
    {
        const string words = "Typed in the cellar, where there is no line.";
        var page = await OpenKit("Kim Larsen");
        await page.EvaluateAsync("localStorage.setItem('draft:/api/interviews/1/scorecard', 'from an earlier version')");
        var address = page.Url;
        var evidence = page.Locator("article.question textarea").First;
        await page.Context.SetOfflineAsync(true);
        await evidence.FillAsync(words);
        await Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("kept in this tab");
        await Assert.ThrowsAnyAsync<PlaywrightException>(() => page.ReloadAsync());
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(address);
        await Assertions.Expect(evidence).ToHaveValueAsync(words);
        await Assertions.Expect(page.Locator("[data-save-state]")).ToHaveTextAsync(SavedAt());
        Assert.Equal(0, await page.EvaluateAsync<int>(Kept));
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
        var elsewhere = await site.VisitAs("Kim Larsen");
        await elsewhere.GotoAsync(address);
        await Assertions.Expect(elsewhere.Locator("article.question textarea").First).ToHaveValueAsync(words);
    }

    [Fact]
    public async Task After_a_refused_save_the_next_holds_all_that_stands_on_the_page()
    {
        var page = await OpenKit("Kim Larsen");
        var (sent, refuse) = (new List<int>(), false);
        await page.RouteAsync("**/api/interviews/*/scorecard", async route =>
        {
            sent.Add(Regex.Count(route.Request.PostData ?? "", "KitQuestionId"));
            if (refuse) await route.FulfillAsync(new() { Status = 409, ContentType = "application/problem+json", Body = "{}" });
            else await route.ContinueAsync();
        });
        var (evidence, state) = (page.Locator("article.question textarea").First, page.Locator("[data-save-state]").First);
        var all = await page.Locator("article.question").CountAsync();
        async Task Type(string words, string then)
        {
            await evidence.FillAsync(words);
            await Assertions.Expect(state).ToHaveAttributeAsync("data-state", "saving");
            await Assertions.Expect(state).ToHaveAttributeAsync("data-state", then);
        }
        await Type("First.", "saved");
        await Type("Second.", "saved");
        refuse = true;
        await Type("Third.", "failed");
        refuse = false;
        await Type("Fourth.", "saved");
        Assert.Equal([all, 1, 1, all], sent);
    }

    [Fact]
    public async Task Another_tab_has_no_part_in_it_and_signing_out_takes_it_away()
    {
        const string words = "Words of this tab alone.";
        var page = await OpenKit("Farah Nasser");
        await page.Context.RouteAsync("**/api/interviews/*/scorecard", route => route.AbortAsync());
        await page.Locator("article.question textarea").Nth(1).FillAsync(words);
        await Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("kept in this tab");
        Assert.Equal(1, await page.EvaluateAsync<int>(Kept));
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        Assert.Equal(0, await other.EvaluateAsync<int>(Kept));
        await Assertions.Expect(other.Locator("article.question textarea").Nth(1)).Not.ToHaveValueAsync(words);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("article.question textarea").Nth(1)).ToHaveValueAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/scorecard", StringComparison.Ordinal));
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(sessionStorage).filter(k => k.startsWith('kept:')).length"));
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_in_the_same_tab_finds_nothing_of_it()
    {
        var page = await OpenKit("Farah Nasser");
        await page.Context.RouteAsync("**/api/interviews/*/scorecard", route => route.AbortAsync());
        await page.Locator("article.question textarea").Nth(1).FillAsync("Not for the next at this desk.");
        await Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("kept in this tab");
        // The session ends without anybody signing out.
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        Assert.Equal(1, await page.EvaluateAsync<int>(Kept));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Kim Larsen") }).First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        Assert.Equal(0, await page.EvaluateAsync<int>(Kept));
    }

    [Fact]
    public async Task The_time_starts_and_pauses_with_one_press_and_stands_against_the_kit()
    {
        var page = await OpenKit("Kim Larsen", clock: true);
        var line = page.Locator("[data-pace-line]");
        await Assertions.Expect(line).ToHaveTextAsync(new Regex(@"^\d+ min planned for \d questions$"));
        await page.Locator("article.question input[type=radio]").First.FocusAsync();
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(line).ToHaveTextAsync(new Regex(@"^0 of \d+ min · question 1 should end by \d\d:\d\d$"));
        await page.Clock.FastForwardAsync("12:00");
        await Assertions.Expect(line).ToHaveTextAsync(new Regex(@"^12 of \d+ min · question 1 was planned to end at \d\d:\d\d$"));
        await page.Locator("article.question").Nth(1).Locator("input[type=radio]").First.FocusAsync();
        await Assertions.Expect(line).ToHaveTextAsync(new Regex("question 2 should end by"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause the time" }).ClickAsync();
        await page.Clock.FastForwardAsync("10:00");
        await page.ReloadAsync();
        await Assertions.Expect(line).ToHaveTextAsync(new Regex(@"^12 of \d+ min · paused$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Go on" })).ToBeVisibleAsync();
        var without = await OpenKit("Kim Larsen", Look.NoScript);
        await Assertions.Expect(without.Locator(".pace")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task N_goes_to_the_reasons_and_Ctrl_Enter_hands_in_from_anywhere()
    {
        var page = await OpenKit("Kim Larsen");
        var third = page.Locator("article.question").Nth(2);
        await third.Locator("input[type=radio]").First.FocusAsync();
        await Assertions.Expect(third.Locator(".why-not")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(third.Locator(".why-not")).ToBeVisibleAsync();
        await Assertions.Expect(third.Locator("[data-chip]")).ToHaveTextAsync("needs a reason");
        await page.Keyboard.PressAsync(" ");
        await Assertions.Expect(third.Locator("[data-reason][value=RanOutOfTime]")).ToBeCheckedAsync();
        await Assertions.Expect(third.Locator("[data-chip]")).ToHaveTextAsync("not observed");
        await Assertions.Expect(page.Locator("[data-save-state]")).ToHaveTextAsync(SavedAt());
        await page.ReloadAsync();
        await Assertions.Expect(third.Locator("[data-reason][value=RanOutOfTime]")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("article.question").First).ToHaveAttributeAsync("data-focused", "");
        await page.Locator("#summary").FocusAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("you can submit once it has begun");
        await Assertions.Expect(page.Locator("main .banner").First).ToContainTextAsync("This interview begins on");
    }

    [Fact]
    public async Task Without_JavaScript_the_reason_appears_with_its_choice_and_is_saved()
    {
        var page = await OpenKit("Farah Nasser", Look.NoScript);
        var first = page.Locator("article.question").First;
        await Assertions.Expect(first.Locator(".why-not")).ToBeHiddenAsync();
        await first.Locator("input[type=radio][value=none]").CheckAsync(new() { Force = true });
        await first.GetByLabel("Technical trouble").CheckAsync(new() { Force = true });
        await page.GetByLabel("Red flag 1").FillAsync("Moved the appointment twice.");
        await Assertions.Expect(page.GetByLabel("Red flag 2")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Red flag 3")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await Assertions.Expect(first.GetByLabel("Technical trouble")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Red flag 1")).ToHaveValueAsync("Moved the appointment twice.");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("draft, not submitted");
    }

    [Fact]
    public async Task The_same_mark_four_times_is_named_once_and_put_aside()
    {
        var page = await OpenKit("Kim Larsen", last: true);
        foreach (var question in (await page.Locator("article.question").AllAsync()).Take(4)) await question.Locator("input[type=radio][value='4']").CheckAsync(new() { Force = true });
        var nudge = page.Locator(".nudge.while-rating");
        await Assertions.Expect(nudge).ToContainTextAsync("Every rating so far is a 4.");
        await nudge.GetByRole(AriaRole.Button, new() { Name = "Put aside" }).ClickAsync();
        await Assertions.Expect(nudge).ToBeHiddenAsync();
        await page.Locator("#summary").FillAsync("One more save.");
        await page.Locator("#general").FocusAsync();
        await Assertions.Expect(page.Locator("[data-save-state]")).ToHaveTextAsync(SavedAt());
        await Assertions.Expect(nudge).ToBeHiddenAsync();
    }

    /// <summary>An interview still to come: its kit is open, a draft can be written, and no other test waits for it.</summary>
    private async Task<IPage> OpenKit(string who, Look? look = null, bool clock = false, bool last = false)
    {
        var page = await site.VisitAs(who, look);
        if (clock) await page.Clock.InstallAsync();
        await page.GotoAsync("/interviews");
        var kits = page.Locator("section", new() { HasText = "Upcoming" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^Open kit") });
        await (last ? kits.Last : kits.First).ClickAsync();
        await page.WaitForURLAsync("**/scorecard");
        return page;
    }

    [GeneratedRegex("^Saved ")]
    private static partial Regex SavedAt();
}
