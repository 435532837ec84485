using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>A status word: tone is good, warn, bad or neutral; the word says the same without the colour.</summary>
[HtmlTargetElement("chip")]
public sealed class ChipTagHelper : TagHelper
{
    public string Tone { get; set; } = "neutral";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", ClassFor(Tone));
    }

    internal static string ClassFor(string tone) => tone is "good" or "warn" or "bad" ? $"chip {tone}" : "chip";
}

/// <summary>A message over the page: tone is info, good, warn or bad. Bad is announced at once.</summary>
[HtmlTargetElement("banner")]
public sealed class BannerTagHelper : TagHelper
{
    public string Tone { get; set; } = "info";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"banner {Tone}");
        output.Attributes.SetAttribute("role", Tone == "bad" ? "alert" : "status");
    }
}

/// <summary>Nothing here yet: what would be here, and the next step as content.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.SetHtmlContent(Html.Text("h2", null, Title));
    }
}

/// <summary>A number with its label. Without a value it says "too few to say"; series 1 to 5 colours the top edge.</summary>
[HtmlTargetElement("tile")]
public sealed class TileTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public string? Value { get; set; }

    /// <summary>Unit, n or interval, small after the value.</summary>
    public string? Note { get; set; }

    public int Series { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Series is >= 1 and <= 5 ? $"card tile c{Series}" : "card tile");
        output.Content.AppendHtml(Html.Text("div", "tile-label", Label));
        // Razor hands an interpolated null over as an empty text.
        var known = !string.IsNullOrEmpty(Value);
        var value = Html.Text("div", known ? "tile-value" : "tile-value few", known ? Value! : "too few to say");
        if (!string.IsNullOrEmpty(Note)) value.InnerHtml.Append(" ").AppendHtml(Html.Text("small", null, Note));
        output.Content.AppendHtml(value);
        if (!more.IsEmptyOrWhiteSpace) output.Content.AppendHtml(Html.Element("div", "card-note", more));
    }
}
