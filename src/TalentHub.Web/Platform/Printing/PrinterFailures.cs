namespace TalentHub.Web.Platform.Printing;

/// <summary>The queue is full; the same request may well succeed in a moment (HTTP 503 with Retry-After).</summary>
public sealed class PrinterBusy() : Exception(
    "Many reports are being printed just now. Please try again in a minute; nothing was lost.");

/// <summary>Printing did not work and trying again at once is unlikely to help (HTTP 503).</summary>
public sealed class PrinterUnavailable(string sentence, Exception? cause = null) : Exception(sentence, cause);
