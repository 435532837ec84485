using System.Text;
using Microsoft.AspNetCore.Html;

namespace TalentHub.Web.Platform.Printing;

/// <summary>
/// The style sheets of a printed report, as text: the printer has no network, so the styles travel inside the HTML.
/// </summary>
public sealed class PaperStyles(IWebHostEnvironment host)
{
    private static readonly string[] Sheets = ["css/charts.css", "css/paper.css"];

    private readonly Lazy<IHtmlContent> _css = new(() => Read(host));

    public IHtmlContent Css => _css.Value;

    private static HtmlString Read(IWebHostEnvironment host)
    {
        var css = new StringBuilder();
        foreach (var sheet in Sheets)
        {
            using var reader = new StreamReader(host.WebRootFileProvider.GetFileInfo(sheet).CreateReadStream());
            css.AppendLine(reader.ReadToEnd());
        }

        return new HtmlString(css.ToString());
    }
}
