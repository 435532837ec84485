using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace TalentHub.Web.Platform.Printing;

/// <summary>A printed report as an answer: shown in the browser, with a good name should it be saved.</summary>
public static class PrintResult
{
    private const int LongestName = 80;

    /// <param name="bytes">The PDF.</param>
    /// <param name="fileName">Words are enough: ".pdf" is added, and what a file name may not hold is taken out.</param>
    public static FileContentResult Pdf(byte[] bytes, string fileName) => new Inline(bytes, Clean(fileName));

    internal static string Clean(string fileName)
    {
        var stem = fileName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? fileName[..^4] : fileName;
        var kept = string.Concat(stem.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : ' '));
        var words = string.Join(' ', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        if (words.Length > LongestName)
            words = words[..LongestName].TrimEnd();
        return (words.Length == 0 ? "report" : words) + ".pdf";
    }

    private sealed class Inline(byte[] bytes, string fileName) : FileContentResult(bytes, "application/pdf")
    {
        public override Task ExecuteResultAsync(ActionContext context)
        {
            var disposition = new ContentDispositionHeaderValue("inline");
            disposition.SetHttpFileName(fileName);
            context.HttpContext.Response.Headers.ContentDisposition = disposition.ToString();
            return base.ExecuteResultAsync(context);
        }
    }
}
