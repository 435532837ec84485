using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>The few element builders the tag helpers share; every text goes through the encoder.</summary>
internal static class Html
{
    public static IHtmlContent Nothing => HtmlString.Empty;

    public static IHtmlContent Of(string text) => new HtmlContentBuilder().Append(text);

    public static TagBuilder Text(string tag, string? cssClass, string text) => Element(tag, cssClass, Of(text));

    public static TagBuilder Link(string href, string? cssClass, string text)
    {
        var link = Text("a", cssClass, text);
        link.Attributes["href"] = href;
        return link;
    }

    public static TagBuilder Element(string tag, string? cssClass, params IHtmlContent[] content)
    {
        var element = new TagBuilder(tag);
        if (cssClass is not null) element.Attributes["class"] = cssClass;
        foreach (var part in content) element.InnerHtml.AppendHtml(part);
        return element;
    }
}
