using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>The head of a page: way back, h1 with muted suffix, a line of facts, and the actions as content.</summary>
[HtmlTargetElement("page-head")]
public sealed class PageHeadTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    /// <summary>Muted words after the title, preceded by a middle dot.</summary>
    public string? Suffix { get; set; }

    public string? Sub { get; set; }

    public string? Crumb { get; set; }

    public string? CrumbHref { get; set; }

    /// <summary>A status beside the title, with its tone.</summary>
    public string? Status { get; set; }

    public string StatusTone { get; set; } = "neutral";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = await output.GetChildContentAsync();
        output.TagName = "header";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-head");
        output.Content.AppendHtml("<div>").AppendHtml(Back());
        output.Content.AppendHtml(Html.Element("h1", null, Heading()));
        if (!string.IsNullOrEmpty(Sub)) output.Content.AppendHtml(Html.Text("p", "sub", Sub));
        output.Content.AppendHtml("</div>");
        if (!actions.IsEmptyOrWhiteSpace) output.Content.AppendHtml(Html.Element("div", "actions", actions));
    }

    private IHtmlContent Back() => Crumb is null
        ? Html.Nothing
        : Html.Element("div", "crumb", CrumbHref is null ? Html.Of(Crumb) : Html.Link(CrumbHref, null, Crumb));

    private IHtmlContent Heading()
    {
        var parts = new HtmlContentBuilder().Append(Title);
        if (!string.IsNullOrEmpty(Suffix)) parts.Append(" ").AppendHtml(Html.Text("small", null, $"· {Suffix}"));
        if (!string.IsNullOrEmpty(Status)) parts.Append(" ").AppendHtml(Html.Text("span", ChipTagHelper.ClassFor(StatusTone), Status));
        return parts;
    }
}
