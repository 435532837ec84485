using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Accessibility;
using TalentHub.BrowserTests.Setup;
using TalentHub.Data;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>A referee answers on a phone without JavaScript, from the link somebody copied.</summary>
[Collection(nameof(Demo))]
public sealed class ReferenceJourney(Site site)
{
    [Fact]
    public async Task A_referee_answers_on_a_phone_without_JavaScript_and_the_answers_arrive_once()
    {
        var application = await Application("Samir Haddad");
        var desk = await site.VisitAs("Hannah Reyes", Look.NoScript);
        var link = await Ask(desk, application, "Grace Okoro", "grace.okoro@former.example");

        foreach (var look in new[] { Look.PhoneDark, Look.Desk })
        {
            var looked = await site.Visit(look);
            await looked.GotoAsync(link);
            Assert.Empty(await AxeTests.Problems(looked, $"reference {look.Name}"));
            Assert.True(await looked.EvaluateAsync<int>("document.documentElement.scrollWidth") <= look.Width + 1, "The page scrolls sideways.");
            await looked.Context.CloseAsync();
        }

        var phone = await site.Visit(Look.Phone with { Script = false });
        await phone.GotoAsync(link);
        await Assertions.Expect(phone.Locator("h1")).ToContainTextAsync("Samir Haddad");
        await phone.GetByLabel("From when to when did you work together?").FillAsync("2019 to 2022");
        var questions = phone.Locator("article.question");
        Assert.Equal(7, await questions.CountAsync());
        for (var i = 0; i < 7; i++)
        {
            await questions.Nth(i).GetByRole(AriaRole.Radio, new() { Name = i == 6 ? "Did not see" : "4" }).CheckAsync(new() { Force = true });
            if (i is > 0 and < 6) await questions.Nth(i).GetByLabel("What did you see?").FillAsync($"Seen more than once, {i}.");
        }

        // One answer is missing: it is said there, and everything else is still filled in.
        await phone.GetByLabel("In which role").FillAsync("As a rep, in the north.");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Send it in" }).ClickAsync();
        await Assertions.Expect(questions.First).ToContainTextAsync("Please say what you saw");
        await Assertions.Expect(questions.Nth(1).GetByLabel("What did you see?")).ToHaveValueAsync("Seen more than once, 1.");
        await questions.First.GetByLabel("What did you see?").FillAsync("A written page before each visit.");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Send it in" }).ClickAsync();
        await Assertions.Expect(phone.Locator("h1")).ToContainTextAsync("Thank you");
        await phone.GotoAsync(link);
        await Assertions.Expect(phone.Locator("h1")).ToContainTextAsync("This link does not work");

        await desk.GotoAsync($"/applications/{application}/evidence");
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("A written page before each visit.");
    }

    /// <summary>Asks for a reference and reads the link, which is shown this once.</summary>
    private static async Task<string> Ask(IPage page, Guid application, string name, string email)
    {
        await page.GotoAsync($"/applications/{application}");
        await page.Locator("main a[href$='/evidence']").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ask for a reference" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("E-mail", new() { Exact = true }).FillAsync(email);
        await page.GetByLabel("How did they work together?").SelectOptionAsync("Manager");
        await page.GetByLabel("The candidate agreed").CheckAsync();
        await page.GetByLabel("Agreed on").FillAsync(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        return await page.Locator("#link").InputValueAsync();
    }

    private async Task<Guid> Application(string candidate)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TalentHubDb>().Applications.Where(a => a.Candidate!.Name == candidate).Select(a => a.Id).SingleAsync();
    }
}
