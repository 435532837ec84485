using System.Diagnostics;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;
using TalentHub.Domain.Access;

namespace TalentHub.BrowserTests.Gallery;

/// <summary>./test.sh gallery: every page as each role that may see it, and every PDF page, as pictures to be looked at in artifacts/gallery.</summary>
[Trait("Category", "Gallery")]
[Collection(nameof(Demo))]
public sealed class GalleryTests(Site site)
{
    [Theory]
    [InlineData(Role.Hr)]
    [InlineData(Role.Lead)]
    [InlineData(Role.Interviewer)]
    [InlineData(Role.SalesManager)]
    [InlineData(Role.Executive)]
    [InlineData(Role.NewHire)]
    [InlineData(Role.Administrator)]
    public async Task Full(Role role)
    {
        var name = await site.WhoIs(role);
        var folder = Folder($"{role}".ToLowerInvariant());
        var scout = await site.VisitAs(name);
        var pages = await Crawl.Pages(scout);
        foreach (var look in Look.All) await Shoot(await site.VisitAs(name, look), pages, folder, look);
        foreach (var (kind, address) in pages.Where(p => Crawl.IsFile(p.Value))) await Print(scout, kind, address, folder);
        Assert.NotEmpty(Directory.GetFiles(folder, "*.png"));
    }

    [Fact]
    public async Task Empty()
    {
        var empty = new EmptySite();
        await ((IAsyncLifetime)empty).InitializeAsync();
        try
        {
            var folder = Folder("empty");
            await EmptyCompany.SetUp(empty);
            var pages = await Crawl.Pages(await EmptyCompany.Visit(empty, Look.Desk));
            foreach (var look in Look.All) await Shoot(await EmptyCompany.Visit(empty, look), pages, folder, look);
            Assert.NotEmpty(Directory.GetFiles(folder, "*.png"));
        }
        finally
        {
            await ((IAsyncLifetime)empty).DisposeAsync();
        }
    }

    private static async Task Shoot(IPage page, SortedDictionary<string, string> pages, string folder, Look look)
    {
        foreach (var (kind, address) in pages.Where(p => !Crawl.IsFile(p.Value)))
        {
            await page.GotoAsync(address);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{Name(kind)}.{look.Name}.png"), FullPage = true });
        }
        await page.Context.CloseAsync();
    }

    private static async Task Print(IPage page, string kind, string address, string folder)
    {
        var answer = await page.APIRequest.GetAsync(address);
        Assert.True(answer.Ok, $"{address}: {answer.Status}");
        var pdf = Path.Combine(folder, $"{Name(kind)}");
        await File.WriteAllBytesAsync(pdf, await answer.BodyAsync());
        using var pictures = Process.Start("pdftoppm", ["-r", "70", "-png", pdf, pdf])!;
        await pictures.WaitForExitAsync();
        Assert.Equal(0, pictures.ExitCode);
    }

    private static string Name(string kind) => kind == "/" ? "home" : kind.Trim('/').Replace("/", "_", StringComparison.Ordinal).Replace("{id}", "id", StringComparison.Ordinal).Replace("{n}", "n", StringComparison.Ordinal);

    private static string Folder(string name)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "TalentHub.sln"))) at = at.Parent;
        return Directory.CreateDirectory(Path.Combine(at.FullName, "artifacts", "gallery", name)).FullName;
    }
}
