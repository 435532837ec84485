using System.Text;

namespace TalentHub.Web.Platform.Charts;

/// <summary>A table behind a figure: one row a datum, already formatted.</summary>
internal sealed record DataTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public string Markup()
    {
        var html = new StringBuilder("<table><thead><tr>");
        for (var column = 0; column < Columns.Count; column++)
            html.Append($"<th scope=\"col\"{Align(column)}>{Svg.Encode(Columns[column])}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in Rows)
        {
            html.Append($"<tr><th scope=\"row\">{Svg.Encode(row[0])}</th>");
            for (var column = 1; column < row.Count; column++)
                html.Append($"<td{Align(column)}>{Svg.Encode(row[column])}</td>");
            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static string Align(int column) => column == 0 ? "" : " class=\"num\"";
}

/// <summary>The frame every figure shares: caption, key, picture with its text alternative, note, and the numbers.</summary>
internal static class Figure
{
    public static string Frame(Chart chart, string id, string picture, DataTable numbers) => $"""
        <figure class="chart">{Caption(chart)}{picture}{Note(chart)}
        <details class="chart-data"><summary>The numbers<span class="hidden-visually"> behind {Svg.Encode(chart.Title)}</span></summary><div tabindex="0" role="region" aria-label="{Svg.Encode(chart.Title)}, numbers" id="{id}-numbers">{numbers.Markup()}</div></details></figure>
        """;

    public static string Picture(Chart chart, string id, double width, double height, Svg drawing, bool narrow = false) => $"""
        <div class="chart-view" tabindex="0" role="group" aria-label="{Svg.Encode(chart.Title)}, figure"><svg viewBox="0 0 {Svg.Number(width)} {Svg.Number(height)}" {(narrow ? "class=\"narrow\" " : "")}role="img" aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{Svg.Encode(chart.Title)}</title><desc id="{id}-desc">{Svg.Encode(chart.Description)}</desc>{drawing}</svg></div>
        """;

    public static string Empty(Chart chart) => $"""
        <figure class="chart">{Caption(chart)}<div class="empty"><p>{Svg.Encode(chart.EmptyText)}</p></div></figure>
        """;

    public static string Caption(Chart chart)
    {
        var subtitle = chart.Subtitle is null ? "" : $" <small>{Svg.Encode(chart.Subtitle)}</small>";
        return $"<figcaption><h2>{Svg.Encode(chart.Title)}</h2>{subtitle}</figcaption>";
    }

    public static string Note(Chart chart) => chart.Note is null ? "" : $"<p class=\"note\">{Svg.Encode(chart.Note)}</p>";

    public static string Key(IEnumerable<(string Label, Svg Sample)> entries) => $"""
        <ul class="key" aria-hidden="true">{string.Concat(entries.Select(entry => $"<li><svg viewBox=\"0 0 26 12\">{entry.Sample}</svg>{Svg.Encode(entry.Label)}</li>"))}</ul>
        """;
}
