using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Candidates;

/// <summary>Where an application stands: the stage while it is active, otherwise how it ended. A tag rather than a partial, because lists show it fifty times.</summary>
[HtmlTargetElement("standing", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StandingTagHelper : TagHelper
{
    public ApplicationState State { get; set; }

    /// <summary>Name of the stage reached; none, which a page hands over as an empty text, while the application is new.</summary>
    public string? Stage { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "span";
        if (State == ApplicationState.Active)
        {
            output.Content.SetContent(string.IsNullOrEmpty(Stage) ? "New" : Stage);
            return;
        }
        output.Attributes.SetAttribute("class", ChipTagHelper.ClassFor(State == ApplicationState.Hired ? "good" : "neutral"));
        output.Content.SetContent(Words.Of(State).ToLowerInvariant());
    }
}
