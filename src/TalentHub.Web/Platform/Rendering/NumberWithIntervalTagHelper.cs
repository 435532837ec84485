using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>Renders "3.9 (3.6–4.2), n = 4"; "all alike" where nothing varies, since no width can be read from that; without a value, or under <see cref="Minimum"/>, "too few to say (n = 2)".</summary>
[HtmlTargetElement("number-with-interval")]
public sealed class NumberWithIntervalTagHelper : TagHelper
{
    public double? Value { get; set; }

    public double? Lower { get; set; }

    public double? Upper { get; set; }

    public int? N { get; set; }

    /// <summary>Below this n the number is withheld.</summary>
    public int Minimum { get; set; }

    /// <summary>A .NET number format: "0.0", "0%".</summary>
    public string Format { get; set; } = "0.0";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is not { } value || N < Minimum)
        {
            output.Attributes.SetAttribute("class", "few");
            output.Content.SetContent(N is null ? "too few to say" : $"too few to say (n = {N})");
            return;
        }

        output.Attributes.SetAttribute("class", "estimate");
        output.Content.AppendHtml(Html.Text("span", null, Shown(value)));
        if (Lower is { } lower && Upper is { } upper)
            output.Content.Append(" ").AppendHtml(Html.Text("span", "interval", lower == upper ? "(all alike)" : $"({Range(lower, upper)})"));
        if (N is not null) output.Content.AppendHtml(Html.Text("span", "interval", $", n = {N}"));
    }

    private string Range(double lower, double upper)
    {
        var joint = lower < 0 ? " to " : "–";
        return Shown(lower).TrimEnd(joint == "–" ? '%' : ' ') + joint + Shown(upper);
    }

    private string Shown(double number)
    {
        var text = number.ToString(Format, CultureInfo.InvariantCulture);
        // What rounds to nothing has no sign.
        return text.Any(c => c is >= '1' and <= '9') ? text.Replace('-', '−') : text.TrimStart('-');
    }
}
