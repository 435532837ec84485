namespace TalentHub.Web.Platform.Printing;

/// <summary>Section "Printing" of the configuration.</summary>
public sealed class PrintingOptions
{
    private static readonly string[] UsualNames = ["chromium", "chromium-browser", "google-chrome", "chromium-headless-shell"];

    /// <summary>Full path of the browser; empty means the first of the usual names found on PATH.</summary>
    public string? Chromium { get; set; }

    /// <summary>
    /// Chromium refuses its sandbox to root, and a container's default seccomp profile refuses it to anyone.
    /// What is printed is our own HTML, without script and without network.
    /// </summary>
    public bool NoSandbox { get; set; } = Environment.IsPrivilegedProcess;

    public int PagesAtOnce { get; set; } = 2;

    public int MostWaiting { get; set; } = 20;

    /// <summary>From the request to the last byte, waiting included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    internal string FindChromium() => string.IsNullOrWhiteSpace(Chromium) ? OnPath() : Chromium;

    private static string OnPath()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var candidates = from name in UsualNames from folder in folders select Path.Combine(folder, name);
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new PrinterUnavailable(
                "PDF reports need Chromium, and none was found on this server. " +
                "Ask your administrator to install the package chromium or to set Printing:Chromium.");
    }
}
