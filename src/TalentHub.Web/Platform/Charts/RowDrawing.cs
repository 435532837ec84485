namespace TalentHub.Web.Platform.Charts;

/// <summary>Charts whose lines are named things: dots with intervals, and bars.</summary>
internal static class RowDrawing
{
    private const double Width = 560, NarrowWidth = 440, Labels = 190, Right = 540, Top = 8;

    public static string Dots(DotChart chart, string id)
    {
        var values = chart.Rows.SelectMany(row => row.Values).OfType<DotValue>().ToList();
        if (values.Count == 0) return Figure.Empty(chart);
        const double between = 9;
        var pitch = Math.Max(26, chart.Groups.Count * between + 8);
        var floor = Top + chart.Rows.Count * pitch;
        var ends = values.SelectMany(value => new[] { value.Value, value.Lower ?? value.Value, value.Upper ?? value.Value });
        var (scale, drawing) = Ground(chart.X, ends, floor);
        for (var line = 0; line < chart.Rows.Count; line++)
        {
            var middle = Top + line * pitch + pitch / 2;
            drawing.Text(0, middle + 4, Cut(chart.Rows[line].Label), "start", "t-row");
            for (var group = 0; group < chart.Groups.Count && group < chart.Rows[line].Values.Count; group++)
                Dot(drawing, scale, chart.Rows[line].Values[group], middle + (group - (chart.Groups.Count - 1) / 2.0) * between, group);
        }

        var key = chart.Groups.Count > 1 ? Figure.Key(chart.Groups.Select((label, group) =>
            (label, new Svg().Line(0, 6, 26, 6, $"whisker {Svg.Colour(group)}").Mark(13, 6, group)))) : "";
        return Figure.Frame(chart, id, key + Figure.Picture(chart, id, Width, floor + 22, drawing), DotNumbers(chart));
    }

    public static string Bars(BarChart chart, string id)
    {
        if (chart.Bars.Count == 0) return Figure.Empty(chart);
        const double pitch = 28;
        var floor = Top + chart.Bars.Count * pitch;
        var ends = chart.Bars.SelectMany(bar => new[] { 0, bar.Value, bar.Lower ?? bar.Value, bar.Upper ?? bar.Value });
        var (scale, drawing) = Ground(chart.X, ends, floor, NarrowWidth - 34);
        var zero = scale.At(0);
        for (var line = 0; line < chart.Bars.Count; line++)
        {
            var bar = chart.Bars[line];
            var (middle, end) = (Top + line * pitch + pitch / 2, scale.At(bar.Value));
            drawing.Text(0, middle + 4, Cut(bar.Label), "start", "t-row");
            drawing.Rectangle(Math.Min(zero, end), middle - 7, Math.Abs(end - zero), 14, "bar c1");
            if (bar is { Lower: { } lower, Upper: { } upper }) drawing.Line(scale.At(lower), middle, scale.At(upper), middle, "zero");
            drawing.Text(Math.Max(end, scale.At(bar.Upper ?? bar.Value)) + 6, middle + 4, Scale.Shown(chart.X, bar.Value));
        }

        drawing.Line(zero, Top, zero, floor, "zero");
        var rows = chart.Bars.Select(bar => (IReadOnlyList<string>)[bar.Label, Scale.Shown(chart.X, bar.Value),
            PointRow.Or(bar.Lower, chart.X), PointRow.Or(bar.Upper, chart.X), bar.Note ?? ""]);
        var numbers = new DataTable(["", chart.X.Label, "From", "To", "Note"], [.. rows]);
        return Figure.Frame(chart, id, Figure.Picture(chart, id, NarrowWidth, floor + 22, drawing, narrow: true), numbers);
    }

    private static (Scale, Svg) Ground(Axis axis, IEnumerable<double> values, double floor, double right = Right)
    {
        var scale = new Scale(axis, values, Labels, right, 5);
        var drawing = new Svg();
        foreach (var tick in scale.Ticks)
        {
            drawing.Line(scale.At(tick), Top - 2, scale.At(tick), floor, "axis");
            drawing.Text(scale.At(tick), floor + 16, scale.Label(tick), "middle");
        }

        return (scale, drawing);
    }

    private static void Dot(Svg drawing, Scale scale, DotValue? value, double y, int group)
    {
        if (value is null) return;
        if (value is { Lower: { } lower, Upper: { } upper })
            drawing.Line(scale.At(lower), y, scale.At(upper), y, $"whisker {Svg.Colour(group)}");
        drawing.Mark(scale.At(value.Value), y, group);
    }

    private static DataTable DotNumbers(DotChart chart) => new(
        ["", "Group", chart.X.Label, "From", "To", "n"],
        [.. chart.Rows.SelectMany(row => row.Values.Zip(chart.Groups, (value, group) => DotRowOf(row.Label, group, value, chart.X)))]);

    private static IReadOnlyList<string> DotRowOf(string row, string group, DotValue? value, Axis axis) => value is null
        ? [row, group, "too few to say", "–", "–", "–"]
        : [row, group, Scale.Shown(axis, value.Value), PointRow.Or(value.Lower, axis), PointRow.Or(value.Upper, axis), value.N?.ToString() ?? "–"];

    private static string Cut(string label) => label.Length <= 30 ? label : string.Concat(label.AsSpan(0, 29).TrimEnd(), "…");
}
