namespace TalentHub.Web.Platform.Charts;

/// <summary>The drawing ground of charts with two number axes.</summary>
internal sealed class Plot
{
    public const double Width = 600, Height = 232;
    private const double Left = 42, Top = 20, Bottom = 204;

    public Plot(Axis x, Axis y, IReadOnlyCollection<StepPoint> points, double rightMargin)
    {
        Right = Width - rightMargin;
        X = new Scale(x, points.Select(point => point.X), Left, Right, 8);
        Y = new Scale(y, points.SelectMany(point => new[] { point.Y, point.Lower ?? point.Y, point.Upper ?? point.Y }), Bottom, Top, 4);
        foreach (var tick in Y.Ticks)
        {
            Drawing.Line(Left, Y.At(tick), Right, Y.At(tick), "axis");
            Drawing.Text(Left - 6, Y.At(tick) + 4, Y.Label(tick), "end");
        }

        foreach (var tick in X.Ticks) Drawing.Text(X.At(tick), Bottom + 17, X.Label(tick), "middle");
        Drawing.Text(Right, Height, x.Label, "end");
    }

    public double Right { get; }

    public Scale X { get; }

    public Scale Y { get; }

    public Svg Drawing { get; } = new();

    public double Floor => Bottom;

    public double Ceiling => Top;

    /// <summary>Room for the longest label at the right end, within reason; longer ones are cut and stand whole in the table.</summary>
    public static double RoomFor(IEnumerable<string> labels) =>
        Math.Clamp(labels.Max(label => Cut(label).Length) * 6.8 + 14, 24, 170);

    public static string Cut(string label) => label.Length <= 22 ? label : string.Concat(label.AsSpan(0, 21).TrimEnd(), "…");

    /// <summary>Puts a label beside the end of each curve, moved apart where they would touch.</summary>
    public void EndLabels(IReadOnlyList<(string Label, double Y, int Series)> ends)
    {
        const double apart = 14;
        var placed = ends.Select(end => Y.At(end.Y)).ToArray();
        var order = Enumerable.Range(0, ends.Count).OrderBy(index => placed[index]).ToArray();
        for (var rank = 1; rank < order.Length; rank++)
            placed[order[rank]] = Math.Max(placed[order[rank]], placed[order[rank - 1]] + apart);
        var limit = Bottom;
        foreach (var index in order.Reverse())
        {
            placed[index] = Math.Min(placed[index], limit);
            limit = placed[index] - apart;
        }

        for (var index = 0; index < ends.Count; index++)
            Drawing.Text(Right + 6, placed[index] + 4, Cut(ends[index].Label), "start", $"t-end {Svg.Colour(ends[index].Series)}");
    }
}
