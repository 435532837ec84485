namespace TalentHub.Web.Platform.Charts;

/// <summary>Step curves with their bands.</summary>
internal static class StepDrawing
{
    public static string Draw(StepChart chart, string id)
    {
        var series = chart.Series.Where(each => each.Points.Count > 0).ToList();
        if (series.Count == 0) return Figure.Empty(chart);
        var points = series.SelectMany(each => each.Points).ToList();
        var plot = new Plot(chart.X, chart.Y, points, Plot.RoomFor(series.Select(each => each.Label)));
        for (var index = 0; index < series.Count; index++) Band(plot, series[index].Points, index);
        for (var index = 0; index < series.Count; index++) Curve(plot, series[index], index);
        plot.EndLabels([.. series.Select((each, index) => (each.Label, each.Points[^1].Y, index))]);
        return Figure.Frame(chart, id, Figure.Picture(chart, id, Plot.Width, Plot.Height + 4, plot.Drawing), Numbers(chart, series));
    }

    private static void Band(Plot plot, IReadOnlyList<StepPoint> points, int index)
    {
        var known = points.Where(point => point.Lower is not null && point.Upper is not null).ToList();
        if (known.Count < 2) return;
        var upper = Steps(plot, known, point => point.Upper!.Value);
        var lower = Steps(plot, known, point => point.Lower!.Value);
        plot.Drawing.Path(upper.Concat(lower.Reverse()), $"bd {Svg.Colour(index)}", closed: true);
    }

    private static void Curve(Plot plot, StepSeries series, int index)
    {
        plot.Drawing.Path(Steps(plot, series.Points, point => point.Y), $"ln {Svg.Colour(index)}");
        if (series.Points.Count == 1)
            plot.Drawing.Mark(plot.X.At(series.Points[0].X), plot.Y.At(series.Points[0].Y), index);
        foreach (var x in series.Censored)
        {
            var y = plot.Y.At(series.Points.LastOrDefault(point => point.X <= x)?.Y ?? series.Points[0].Y);
            plot.Drawing.Line(plot.X.At(x), y - 3, plot.X.At(x), y + 3, $"censor {Svg.Colour(index)}");
        }
    }

    private static IEnumerable<(double X, double Y)> Steps(Plot plot, IReadOnlyList<StepPoint> points, Func<StepPoint, double> level)
    {
        for (var index = 0; index < points.Count; index++)
        {
            if (index > 0) yield return (plot.X.At(points[index].X), plot.Y.At(level(points[index - 1])));
            yield return (plot.X.At(points[index].X), plot.Y.At(level(points[index])));
        }
    }

    private static DataTable Numbers(StepChart chart, IReadOnlyList<StepSeries> series) => new(
        ["Group", chart.X.Label, chart.Y.Label, "From", "To"],
        [.. series.SelectMany(each => each.Points.Select(point => PointRow.Of(each.Label, point, chart.X, chart.Y)))]);
}

internal static class PointRow
{
    public static IReadOnlyList<string> Of(string label, StepPoint point, Axis x, Axis y) =>
        [label, Scale.Shown(x, point.X), Scale.Shown(y, point.Y), Or(point.Lower, y), Or(point.Upper, y)];

    public static string Or(double? value, Axis axis) => value is { } known ? Scale.Shown(axis, known) : "–";
}
