using System.Diagnostics;

namespace TalentHub.SliceTests.Platform.Printing;

/// <summary>Reads a PDF with the tools a person would use, so that the printer does not check itself.</summary>
internal static class Poppler
{
    internal static Task<string> InfoAsync(byte[] pdf) => RunAsync("pdfinfo", pdf, "-");

    internal static Task<string> StructureAsync(byte[] pdf) => RunAsync("pdfinfo", pdf, "-struct", "-");

    internal static Task<string> TextAsync(byte[] pdf, int firstPage = 1) =>
        RunAsync("pdftotext", pdf, "-layout", "-f", $"{firstPage}", "-", "-");

    private static async Task<string> RunAsync(string tool, byte[] pdf, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var reading = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return await reading;
    }
}
