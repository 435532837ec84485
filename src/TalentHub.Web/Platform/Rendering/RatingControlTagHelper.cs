using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>Real radio buttons 1 to 5 and, unless refused, "Not observed"; the content stands beside it (an anchor, the keys).</summary>
[HtmlTargetElement("rating-control")]
public sealed class RatingControlTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>The chosen value as posted: "1" to "5", or <see cref="NoneValue"/>.</summary>
    public string? Value { get; set; }

    /// <summary>Read out with each number; seen by nobody else. Name the question.</summary>
    public string Label { get; set; } = "Rating";

    /// <summary>What "Not observed" posts; null leaves it out.</summary>
    public string? NoneValue { get; set; } = "none";

    /// <summary>How "Not observed" is said.</summary>
    public string NoneWord { get; set; } = "Not observed";

    public bool Disabled { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var beside = await output.GetChildContentAsync();
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "rating");
        if (Disabled) output.Attributes.SetAttribute(new TagHelperAttribute("disabled"));
        output.Content.AppendHtml(Html.Text("legend", "hidden-visually", Label));
        var choices = new HtmlContentBuilder();
        for (var score = 1; score <= 5; score++) choices.AppendHtml(Choice($"{score}", $"{score}", "data-rating"));
        if (NoneValue is not null) choices.AppendHtml(Choice(NoneValue, NoneWord, "data-none"));
        output.Content.AppendHtml(Html.Element("div", NoneValue is null ? "seg" : "seg with-none", choices));
        if (!beside.IsEmptyOrWhiteSpace) output.Content.AppendHtml(Html.Element("span", "small muted", beside));
    }

    private TagBuilder Choice(string value, string word, string mark)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "radio";
        input.Attributes["name"] = Name;
        input.Attributes["value"] = value;
        input.Attributes[mark] = value;
        if (value == Value) input.Attributes["checked"] = "checked";
        return Html.Element("label", null, input, Html.Text("span", null, word));
    }
}
