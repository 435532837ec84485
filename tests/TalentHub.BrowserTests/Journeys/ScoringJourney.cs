using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>A hiring manager's interviewer: "I have four minutes before the next interview."</summary>
[Collection(nameof(Demo))]
public sealed partial class ScoringJourney(Site site)
{
    [Fact]
    public async Task From_home_to_a_submitted_scorecard_with_the_keyboard_and_autosave()
    {
        // Autosave: what was typed is on the server within two seconds of a pause, so a browser killed in the next word loses nothing before it.
        const string written = "Named the step before the last,\nand who had to agree.";
        var doomed = await site.Launch();
        var page = await OpenDue("Kim Larsen", Look.Desk, browser: doomed);
        Assert.True(await page.Locator("article.question").CountAsync() >= 3);
        await Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync("strong yes ·");
        var address = page.Url;
        var sent = new ConcurrentQueue<string?>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/api/interviews/", StringComparison.Ordinal)) sent.Enqueue(request.PostData);
        };
        await page.Locator("article.question textarea").First.ClickAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.TypeAsync(written);
        // By the page's own clock, so that a slow machine does not decide: sent within two seconds of the last letter, and kept once the page says so.
        await page.EvaluateAsync("() => { window.typedAt = performance.now() }");
        await Assertions.Expect(page.Locator("[data-save-state]").First).ToHaveAttributeAsync("data-state", "saved");
        var sentAfter = await page.EvaluateAsync<double>("() => performance.getEntriesByType('resource').filter(r => r.name.includes('/api/interviews/')).at(-1).startTime - window.typedAt");
        Assert.True(sentAfter < 2000, $"Sent {sentAfter} ms after the last letter.");
        // With the line ends a form sends by itself: what the script saves and what the button saves must not differ by them.
        Assert.Contains("last%2C%0D%0Aand", sent.Last(), StringComparison.Ordinal);
        // The first save holds everything the page was filled with, the next the one answer that changed.
        Assert.Equal(await page.Locator("article.question").CountAsync(), Answers(sent.Last()));
        await page.Keyboard.TypeAsync(" More");
        await Assertions.Expect(page.Locator("[data-save-state]").First).ToHaveAttributeAsync("data-state", "saving");
        await Assertions.Expect(page.Locator("[data-save-state]").First).ToHaveAttributeAsync("data-state", "saved");
        Assert.Equal(1, Answers(sent.Last()));
        Assert.Contains("agree.+More", sent.Last(), StringComparison.Ordinal);
        await page.Keyboard.TypeAsync(" And th");
        await Kill(doomed);

        page = await site.VisitAs("Kim Larsen");
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("article.question textarea").First).ToHaveValueAsync(new Regex($"^{Regex.Escape(written)}"));

        // Keyboard: a digit rates the question in focus.
        await page.Locator("article.question input[type=radio][value='3']").First.FocusAsync();
        await page.Keyboard.PressAsync("4");
        await Assertions.Expect(page.Locator("article.question input[type=radio][value='4']").First).ToBeCheckedAsync();

        await Rate(page);
        await Submit(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Locked());
    }

    private static int Answers(string? sent) => Regex.Count(sent ?? "", "KitQuestionId");

    [Fact]
    public async Task Without_JavaScript_a_scorecard_is_saved_refused_and_submitted()
    {
        var page = await OpenDue("Kim Larsen", Look.NoScript, newest: true);
        await page.Locator("article.question textarea").First.FillAsync("Facts first, written without any script.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await Assertions.Expect(page.Locator("article.question textarea").First).ToHaveValueAsync("Facts first, written without any script.");

        // Submitting too early says which questions are open and keeps what was typed.
        await Submit(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("no rating yet");
        await Assertions.Expect(page.Locator("article.question textarea").First).ToHaveValueAsync("Facts first, written without any script.");

        // High ratings with a no are asked about once; what was written stays, and the second press hands it in.
        await Rate(page, recommendation: "No");
        await Submit(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("have a second look");
        await Assertions.Expect(page.Locator("article.question textarea").First).ToHaveValueAsync("Facts first, written without any script.");
        await Submit(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Locked());
    }

    /// <summary>As a crash would: every process of the browser ends at once, and no page is told.</summary>
    private static async Task Kill(IBrowser browser)
    {
        var session = await browser.NewBrowserCDPSessionAsync();
        var info = await session.SendAsync("SystemInfo.getProcessInfo");
        var id = info!.Value.GetProperty("processInfo").EnumerateArray().Single(p => p.GetProperty("type").GetString() == "browser").GetProperty("id").GetInt32();
        var gone = new TaskCompletionSource();
        browser.Disconnected += (_, _) => gone.TrySetResult();
        using (var process = Process.GetProcessById(id)) process.Kill(entireProcessTree: true);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private async Task<IPage> OpenDue(string who, Look look, bool newest = false, IBrowser? browser = null)
    {
        var page = await site.VisitAs(who, look, browser);
        await page.GotoAsync("/interviews");
        var due = page.Locator("section", new() { HasText = "Scorecards due" }).GetByRole(AriaRole.Link, new() { NameRegex = Scores() });
        await (newest ? due.Last : due.First).ClickAsync();
        await page.WaitForURLAsync("**/scorecard");
        return page;
    }

    /// <summary>Rates every question, by mouse: the first with a 5, the others with a 4.</summary>
    private static async Task Rate(IPage page, string recommendation = "Yes")
    {
        var rating = 5;
        foreach (var question in await page.Locator("article.question").AllAsync())
        {
            await question.Locator($"input[type=radio][value='{rating}']").CheckAsync(new() { Force = true });
            rating = 4;
            var evidence = question.Locator("textarea");
            if ((await evidence.InputValueAsync()).Length == 0) await evidence.FillAsync("Gave an example with names, dates and what came of it.");
        }
        await page.Locator($"input[name=Recommendation][value={recommendation}]").CheckAsync(new() { Force = true });
    }

    private static Task Submit(IPage page) => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Submit") }).First.ClickAsync();

    [GeneratedRegex("locked|submitted", RegexOptions.IgnoreCase)]
    private static partial Regex Locked();

    [GeneratedRegex("score|finish|write", RegexOptions.IgnoreCase)]
    private static partial Regex Scores();
}
