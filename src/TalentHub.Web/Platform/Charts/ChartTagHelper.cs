using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Platform.Charts;

/// <summary>Draws any of the chart records as a figure.</summary>
public static class ChartRenderer
{
    /// <param name="chart">What to draw; without data a designed empty figure comes out.</param>
    /// <param name="id">Unique on the page; the figure's title and description hang on it.</param>
    public static IHtmlContent Draw(Chart chart, string id) => new HtmlString(chart switch
    {
        StepChart steps => StepDrawing.Draw(steps, id),
        LineChart lines => LineDrawing.Draw(lines, id),
        DotChart dots => RowDrawing.Dots(dots, id),
        BarChart bars => RowDrawing.Bars(bars, id),
        HeatTable heat => HeatDrawing.Draw(heat),
        _ => throw new ArgumentException($"No drawing for {chart.GetType().Name}.", nameof(chart)),
    });
}

/// <summary>&lt;chart model="Model.Retention" /&gt;: the one way to put a figure on a page.</summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartTagHelper : TagHelper
{
    private const string Count = "charts drawn";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public Chart Model { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = ViewContext.HttpContext.Items;
        var number = (items[Count] as int? ?? 0) + 1;
        items[Count] = number;
        output.TagName = null;
        output.Content.SetHtmlContent(ChartRenderer.Draw(Model, $"chart-{number}"));
    }
}
