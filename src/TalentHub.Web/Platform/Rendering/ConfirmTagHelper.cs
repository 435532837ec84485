using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>
/// A form that asks once before it is sent: in the dialog, or, where no script runs, by a box that the browser wants ticked. The
/// heading names what goes; the sentence says what becomes of it.
/// </summary>
[HtmlTargetElement("form", Attributes = "confirm")]
public sealed class ConfirmTagHelper : TagHelper
{
    public string Confirm { get; set; } = "";

    public string ConfirmTitle { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-confirm", Confirm);
        output.Attributes.SetAttribute("data-confirm-title", ConfirmTitle);
        var box = Html.Element("input", null);
        box.TagRenderMode = Microsoft.AspNetCore.Mvc.Rendering.TagRenderMode.SelfClosing;
        box.Attributes["type"] = "checkbox";
        box.Attributes["required"] = "required";
        var words = Html.Element("span", null, Html.Text("b", null, ConfirmTitle), Html.Of(" " + Confirm), Html.Text("span", "help", "Tick this if you mean it."));
        output.PreContent.AppendHtml(Html.Element("noscript", null, Html.Element("label", "check", box, words)));
    }
}
