using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TalentHub.Web.Features.Access;

namespace TalentHub.BrowserTests.Setup;

/// <summary>Sets up a new installation the way its first administrator does.</summary>
public static class EmptyCompany
{
    private const string Email = "first@example.test";
    private const string Password = "a long enough sentence";

    /// <summary>Opens the address printed in the console and fills in the set-up page.</summary>
    public static async Task SetUp(Site site)
    {
        var page = await site.Visit();
        await page.GotoAsync($"/set-up?token={site.Services.GetRequiredService<SetupToken>().Value}");
        await page.GetByLabel("Your name").FillAsync("First Administrator");
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").First.FillAsync(Password);
        await page.Locator("main button[type=submit], main button.primary").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/set-up"));
        await page.Context.CloseAsync();
    }

    /// <summary>A window in which that administrator is signed in.</summary>
    public static async Task<IPage> Visit(Site site, Look look)
    {
        var page = await site.Visit(look);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").First.FillAsync(Password);
        await page.Locator("main button[type=submit], main button.primary").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in"));
        return page;
    }
}
