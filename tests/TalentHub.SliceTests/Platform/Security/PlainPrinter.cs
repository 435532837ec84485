using System.Text;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.SliceTests.Platform.Security;

/// <summary>Hands a report back as its words, so that a crawl can read what it says without printing it.</summary>
internal sealed class PlainPrinter : IPrinter
{
    public Task<byte[]> PrintAsync(PrintJob job, CancellationToken ct) =>
        Task.FromResult(Encoding.UTF8.GetBytes(string.Join('\n', job.Html, job.HeaderLeft, job.HeaderRight, job.FooterLeft)));
}
