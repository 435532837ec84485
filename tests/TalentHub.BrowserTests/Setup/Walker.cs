using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TalentHub.BrowserTests.Setup;

/// <summary>A person in a browser of their own, who reads, follows links, fills in labelled fields and presses buttons.</summary>
public sealed partial class Walker(IPage page, string name, string email)
{
    private const string Password = "a long enough sentence";

    public IPage Page => page;
    public string Name => name;
    public string Email => email;
    public ILocator Main => page.Locator("main");

    /// <summary>Opens the link of an invitation and chooses a password.</summary>
    public async Task Accept(string link)
    {
        await page.GotoAsync(link);
        await Sees($"Welcome, {name}");
        await Fill("Password", Password);
        await Press("Set password");
    }

    /// <summary>Another day: opens the first page, and signs in where the session has ended.</summary>
    public async Task Return()
    {
        await page.GotoAsync("/");
        if (!page.Url.Contains("/sign-in", StringComparison.Ordinal)) return;
        await Fill("E-mail", email);
        await Fill("Password", Password);
        await Press("Sign in");
    }

    /// <summary>Fills in the set-up page, without the ready-made library.</summary>
    public async Task SetUp(string address)
    {
        await page.GotoAsync(address);
        await Fill("Your name", name);
        await Fill("E-mail", email);
        await Fill("Password", Password);
        await Main.GetByLabel("Start with our question banks").UncheckAsync();
        await Press("Set up");
    }

    /// <summary>Goes to a place in the rail.</summary>
    public Task Place(string word) => Leave(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { NameRegex = Starts(word) }).First);

    public Task Follow(string link, ILocator? within = null) => Leave((within ?? Main).GetByRole(AriaRole.Link, new() { NameRegex = Starts(link) }).First);

    public Task Press(string button, ILocator? within = null) => Leave((within ?? Main).GetByRole(AriaRole.Button, new() { NameRegex = Starts(button) }).First);

    /// <summary>Presses a button that asks once, and says yes.</summary>
    public async Task Confirm(string button)
    {
        await Main.GetByRole(AriaRole.Button, new() { NameRegex = Starts(button) }).First.ClickAsync();
        await Leave(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button }));
    }

    public Task Fill(string label, string value, ILocator? within = null) => Field(label, within).FillAsync(value);

    public Task Choose(string label, string option, ILocator? within = null) => Field(label, within).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Chooses in a filter, which sends itself.</summary>
    public Task Narrow(string label, string option) => Leave(() => Choose(label, option));

    public Task Tick(string label, ILocator? within = null) => (within ?? Main).GetByRole(AriaRole.Checkbox, new() { NameRegex = Starts(label) }).CheckAsync();

    public Task Pick(string label, ILocator? within = null) => (within ?? Main).GetByRole(AriaRole.Radio, new() { NameRegex = Starts(label) }).CheckAsync(new() { Force = true });

    public async Task Sees(params string[] words)
    {
        foreach (var word in words) await Assertions.Expect(Main).ToContainTextAsync(word);
    }

    public async Task SeesNot(params string[] words)
    {
        foreach (var word in words) await Assertions.Expect(Main).Not.ToContainTextAsync(word);
    }

    /// <summary>Downloads the PDF behind a link and reads it as text.</summary>
    public async Task<string> Pdf(string link)
    {
        var href = await Main.GetByRole(AriaRole.Link, new() { NameRegex = Starts(link) }).First.GetAttributeAsync("href");
        var answer = await page.APIRequest.GetAsync(href!);
        Assert.True(answer.Ok, $"{href}: {answer.Status}");
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await answer.BodyAsync());
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true })!;
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            Assert.Equal(0, reader.ExitCode);
            return Spaces().Replace(text, " ");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private ILocator Field(string label, ILocator? within) => (within ?? Main).GetByLabel(new Regex($"^{Regex.Escape(label)}( optional)?$")).First;

    private static Regex Starts(string word) => new($"^{Regex.Escape(word)}", RegexOptions.IgnoreCase);

    /// <summary>Clicks and waits for the next page, also where it has the same address.</summary>
    private Task Leave(ILocator what) => Leave(() => what.ClickAsync());

    private async Task Leave(Func<Task> by)
    {
        await page.EvaluateAsync("document.documentElement.dataset.left = 'behind'");
        await by();
        await Assertions.Expect(page.Locator("html[data-left]")).ToHaveCountAsync(0);
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
