using System.Text.Encodings.Web;

namespace TalentHub.Web.Platform.Printing;

/// <summary>
/// The header and footer of every sheet. Chromium draws them as documents of their own, which see none of the
/// report's styles, so they carry theirs; the side margins must equal those of the sheet.
/// </summary>
internal static class RunningTexts
{
    internal const string Top = "24mm";
    internal const string Side = "15mm";
    internal const string Bottom = "22mm";

    private const string Look =
        "<style>#header,#footer{padding:0}" +
        ".run{display:flex;justify-content:space-between;gap:24px;width:100%;margin:0 " + Side + ";" +
        "font:7.5pt/1.4 Inter,'Segoe UI',system-ui,'DejaVu Sans',sans-serif;color:#5d646b;" +
        "font-variant-numeric:tabular-nums}" +
        ".head{margin-top:12.5mm;padding-bottom:2mm;border-bottom:1px solid #d5d1c7}" +
        ".foot{margin-bottom:9mm;padding-top:2mm;border-top:1px solid #d5d1c7}" +
        ".run span{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.last{flex:none}.run b{font-weight:400}</style>";

    internal static string Header(PrintJob job) =>
        $"{Look}<div class=\"run head\"><span>{Text(job.HeaderLeft)}</span>" +
        $"<span class=\"last\">{Text(job.HeaderRight)}</span></div>";

    internal static string Footer(PrintJob job) =>
        $"{Look}<div class=\"run foot\"><span>{Text(job.FooterLeft)}</span><span class=\"last\">" +
        "Page <b class=\"pageNumber\"></b> of " +
        "<b class=\"totalPages\"></b></span></div>";

    private static string Text(string plain) => HtmlEncoder.Default.Encode(plain);
}
