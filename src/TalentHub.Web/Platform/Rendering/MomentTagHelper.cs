using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>A moment as the reader's clock shows it, with the place said: <c>&lt;moment at="…" /&gt;</c>; with <c>clock</c> the time of day alone.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper(Viewer viewer) : TagHelper
{
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    public bool Clock { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture));
        output.Content.SetContent(Clock ? Zones.Clock(At, viewer.Zone) : Zones.Moment(At, viewer.Zone));
    }
}
