using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace TalentHub.BrowserTests.Setup;

/// <summary>The real program on a real port, with the demo company or empty, and one browser.</summary>
public class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("talenthub-browser-").FullName;
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;
    public string Address { get; private set; } = "";

    /// <summary>Whether the database starts without the demo company.</summary>
    protected virtual bool Empty => false;

    public async Task InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        playwright = await Playwright.CreateAsync();
        // Patience for a busy machine: what is waited for must come, and nothing here says how fast.
        Assertions.SetDefaultExpectTimeout(30_000);
        Browser = await Launch();
    }

    /// <summary>Another browser, in a process of its own.</summary>
    public Task<IBrowser> Launch() => playwright!.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("TALENTHUB_CHROMIUM") ?? "/usr/bin/chromium",
        Args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-gpu"],
        ChromiumSandbox = !Environment.IsPrivilegedProcess,
    });

    async Task IAsyncLifetime.DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        await DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>A browser window of its own; nobody is signed in.</summary>
    public async Task<IPage> Visit(Look? look = null, IBrowser? browser = null)
    {
        look ??= Look.Desk;
        var context = await (browser ?? Browser).NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = look.Script,
            IsMobile = look.Width < 500,
            HasTouch = look.Width < 500,
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>A window in which the demo person of this name is signed in, by the button on the sign-in page.</summary>
    public async Task<IPage> VisitAs(string name, Look? look = null, IBrowser? browser = null)
    {
        var page = await Visit(look, browser);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new(System.Text.RegularExpressions.Regex.Escape(name)) }).First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in"));
        return page;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", directory);
        if (Empty) builder.UseSetting("empty", "true");
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseEnvironment("Development");
    }
}

/// <summary>How a page is looked at.</summary>
public sealed record Look(int Width, int Height, bool Dark = false, bool Script = true)
{
    public static readonly Look Desk = new(1360, 900);
    public static readonly Look DeskDark = new(1360, 900, Dark: true);
    public static readonly Look Phone = new(390, 844);
    public static readonly Look PhoneDark = new(390, 844, Dark: true);
    public static readonly Look NoScript = new(1360, 900, Script: false);

    public static readonly IReadOnlyList<Look> All = [Desk, DeskDark, Phone, PhoneDark];

    public string Name => $"{Width}-{(Dark ? "dark" : "light")}";
}

/// <summary>An installation without the demo company.</summary>
public sealed class EmptySite : Site
{
    protected override bool Empty => true;
}

[CollectionDefinition(nameof(Demo))]
public sealed class Demo : ICollectionFixture<Site>;
