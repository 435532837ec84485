using System.Text;

namespace TalentHub.Web.Platform.Charts;

/// <summary>A heat table is its own table of numbers: shading only helps the eye.</summary>
internal static class HeatDrawing
{
    public static string Draw(HeatTable chart)
    {
        var values = chart.Rows.SelectMany(row => row.Values).OfType<double>().ToList();
        if (values.Count == 0) return Figure.Empty(chart);
        var (low, high) = (chart.Scale.Min ?? values.Min(), chart.Scale.Max ?? values.Max());
        var title = Svg.Encode(chart.Title);
        var html = new StringBuilder($"<figure class=\"chart\">{Figure.Caption(chart)}<p class=\"hidden-visually\">{Svg.Encode(chart.Description)}</p>");
        html.Append($"<div class=\"chart-view\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\"><table class=\"heat\"><thead><tr><th scope=\"col\">{Svg.Encode(chart.RowName)}</th>");
        foreach (var column in chart.Columns) html.Append($"<th scope=\"col\">{Svg.Encode(column)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in chart.Rows)
        {
            html.Append($"<tr><th scope=\"row\">{Svg.Encode(row.Label)}</th>");
            foreach (var value in row.Values) html.Append(Cell(chart.Scale, value, low, high));
            html.Append("</tr>");
        }

        return html.Append($"</tbody></table></div>{Figure.Note(chart)}</figure>").ToString();
    }

    private static string Cell(Axis scale, double? value, double low, double high)
    {
        if (value is not { } known) return "<td class=\"h0\"><span class=\"hidden-visually\">too few to say</span><span aria-hidden=\"true\">–</span></td>";
        var share = high > low ? (known - low) / (high - low) : .5;
        return $"<td class=\"h{Math.Clamp((int)(share * 5) + 1, 1, 5)}\">{Svg.Encode(Scale.Shown(scale, known))}</td>";
    }
}
