using System.Diagnostics;
using System.Runtime.Versioning;
using TalentHub.Web.Platform.Printing;
using static TalentHub.SliceTests.Platform.Printing.PrinterFixture;

namespace TalentHub.SliceTests.Platform.Printing;

[UnsupportedOSPlatform("windows")]
[Trait("Category", "AnyEngine")]
public sealed class PrinterRestartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talenthub-print-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_killed_browser_is_replaced_by_the_next_report()
    {
        await using var printer = Create(new PrintingOptions { Chromium = NotingItsProcess() });
        await printer.PrintAsync(Job("<h1>Before</h1>"), default);

        await KillAsync(Started().Single());
        var pdf = await printer.PrintAsync(Job("<h1>After</h1>"), default);

        Assert.Contains("After", await Poppler.TextAsync(pdf));
        Assert.Equal(2, Started().Length);
    }

    [Fact]
    public async Task A_browser_killed_in_the_middle_prints_the_report_once_more()
    {
        await using var printer = Create(new PrintingOptions { Chromium = NotingItsProcess() });
        await printer.PrintAsync(Job("<h1>Before</h1>"), default);

        var manyLines = string.Concat(Enumerable.Range(1, 3_000).Select(n => $"<p>Line {n}</p>"));
        var printing = printer.PrintAsync(Job(manyLines), default);
        await KillAsync(Started().Single());

        Assert.Contains("Line 1", await Poppler.TextAsync(await printing));
        Assert.Equal(2, Started().Length);
    }

    // The process to kill is the one this test started: the stand-in notes its id and becomes the browser.
    private string NotingItsProcess()
    {
        var browser = Environment.GetEnvironmentVariable("TALENTHUB_CHROMIUM") ?? "chromium";
        var script = Path.Combine(_folder.FullName, "browser");
        File.WriteAllText(script, $"#!/bin/sh\necho $$ >> '{Pids}'\nexec {browser} \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return script;
    }

    private string Pids => Path.Combine(_folder.FullName, "pids");

    private int[] Started() => [.. File.ReadLines(Pids).Select(int.Parse)];

    private static async Task KillAsync(int pid)
    {
        using var browser = Process.GetProcessById(pid);
        browser.Kill();
        await browser.WaitForExitAsync();
    }
}
