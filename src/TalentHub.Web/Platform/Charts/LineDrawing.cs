namespace TalentHub.Web.Platform.Charts;

/// <summary>Measured lines over a reference band, with a projection ahead.</summary>
internal static class LineDrawing
{
    public static string Draw(LineChart chart, string id)
    {
        var series = chart.Series.Where(each => each.Points.Count > 0).ToList();
        if (series.Count == 0 && chart.Reference is null or { Points.Count: 0 }) return Figure.Empty(chart);
        var all = series.Concat(new[] { chart.Reference, chart.Ahead }.OfType<LineSeries>()).ToList();
        var points = all.SelectMany(each => each.Points).ToList();
        var plot = new Plot(chart.X, chart.Y, points, series.Count > 1 ? Plot.RoomFor(series.Select(each => each.Label)) : 20);
        if (chart.Reference is { } reference) Band(plot, reference, "ref");
        if (chart.Ahead is { } ahead) Band(plot, ahead, "ahead");
        if (chart.Reference is { } middle) plot.Drawing.Path(Trace(plot, middle, point => point.Y), "ln mid c1");
        foreach (var mark in chart.Marks) Upright(plot, mark);
        for (var index = 0; index < series.Count; index++) Curve(plot, series[index], index);
        if (series.Count > 1) plot.EndLabels([.. series.Select((each, index) => (each.Label, each.Points[^1].Y, index))]);
        var picture = Key(chart, series) + Figure.Picture(chart, id, Plot.Width, Plot.Height + 4, plot.Drawing);
        return Figure.Frame(chart, id, picture, Numbers(chart, all));
    }

    private static void Band(Plot plot, LineSeries band, string cssClass)
    {
        var known = band with { Points = [.. band.Points.Where(point => point.Lower is not null && point.Upper is not null)] };
        var edge = Trace(plot, known, point => point.Upper!.Value).Concat(Trace(plot, known, point => point.Lower!.Value).Reverse());
        plot.Drawing.Path(edge, $"bd {cssClass}", closed: true);
    }

    private static void Curve(Plot plot, LineSeries series, int index)
    {
        plot.Drawing.Path(Trace(plot, series, point => point.Y), $"ln {Svg.Colour(index)}");
        if (series.Points.Count > 40) return;
        foreach (var (x, y) in Trace(plot, series, point => point.Y)) plot.Drawing.Mark(x, y, index, 3);
    }

    private static IEnumerable<(double X, double Y)> Trace(Plot plot, LineSeries series, Func<StepPoint, double> level) =>
        series.Points.Select(point => (plot.X.At(point.X), plot.Y.At(level(point))));

    private static void Upright(Plot plot, ChartMark mark)
    {
        var x = plot.X.At(mark.X);
        plot.Drawing.Line(x, plot.Ceiling - 4, x, plot.Floor, "marker-line");
        plot.Drawing.Text(x - 4, plot.Ceiling - 8, mark.Label, "end");
    }

    private static string Key(LineChart chart, IReadOnlyList<LineSeries> series)
    {
        var entries = new List<(string, Svg)>();
        if (series.Count == 1) entries.Add((series[0].Label, new Svg().Line(0, 6, 26, 6, "ln c1").Mark(13, 6, 0, 3)));
        if (chart.Reference is { } reference)
            entries.Add((reference.Label, new Svg().Rectangle(0, 0, 26, 12, "bd ref").Line(0, 6, 26, 6, "ln mid c1")));
        if (chart.Ahead is { } ahead) entries.Add((ahead.Label, new Svg().Rectangle(0, 0, 26, 12, "bd ahead")));
        return entries.Count > 1 ? Figure.Key(entries) : "";
    }

    private static DataTable Numbers(LineChart chart, IReadOnlyList<LineSeries> all) => new(
        ["Line", chart.X.Label, chart.Y.Label, "From", "To"],
        [.. all.SelectMany(each => each.Points.Select(point => PointRow.Of(each.Label, point, chart.X, chart.Y)))]);
}
