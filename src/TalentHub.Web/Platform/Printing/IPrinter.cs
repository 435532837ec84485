namespace TalentHub.Web.Platform.Printing;

/// <summary>Turns a report that is already written as HTML into an A4 PDF.</summary>
public interface IPrinter
{
    /// <exception cref="PrinterBusy">Too many reports are waiting already.</exception>
    /// <exception cref="PrinterUnavailable">The report could not be printed at all.</exception>
    Task<byte[]> PrintAsync(PrintJob job, CancellationToken ct);
}

/// <summary>
/// A whole HTML document with its styles inside, and the plain texts of the running header and footer.
/// "Page x of y" is added on the right of the footer.
/// </summary>
public sealed record PrintJob(string Html, string HeaderLeft, string HeaderRight, string FooterLeft);
