using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>Previous and next; the content says where one is ("51–100 of 1,204"). Nothing when there is neither.</summary>
[HtmlTargetElement("pager")]
public sealed class PagerTagHelper : TagHelper
{
    public string? Prev { get; set; }

    public string? Next { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var place = await output.GetChildContentAsync();
        if (string.IsNullOrEmpty(Prev) && string.IsNullOrEmpty(Next) && place.IsEmptyOrWhiteSpace)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Pages");
        output.Content.AppendHtml(Html.Element("span", null, place));
        output.Content.AppendHtml(Html.Element("div", null, Step(Prev, "prev", "Previous"), Step(Next, "next", "Next")));
    }

    private static IHtmlContent Step(string? href, string relation, string word)
    {
        // Razor hands an interpolated null over as an empty text.
        if (string.IsNullOrEmpty(href)) return Html.Nothing;
        var link = Html.Link(href, "btn", word);
        link.Attributes["rel"] = relation;
        return link;
    }
}
