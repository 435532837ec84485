using System.Globalization;

namespace TalentHub.Web.Platform.Charts;

/// <summary>Maps values to pixels between two ends and chooses round ticks (1, 2, 2.5 or 5 times a power of ten).</summary>
internal sealed class Scale
{
    private readonly double from, to, low, high;
    private readonly Axis axis;

    public Scale(Axis axis, IEnumerable<double> values, double from, double to, int about = 5)
    {
        (this.axis, this.from, this.to) = (axis, from, to);
        var seen = values.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (min, max) = (axis.Min ?? seen.Min(), axis.Max ?? seen.Max());
        if (max <= min)
        {
            // All values equal: open the axis around them so that the mark stands in the middle, not on an edge.
            var room = min == 0 ? 1 : Math.Abs(min) / 2;
            (min, max) = (axis.Min ?? min - room, Math.Max(axis.Max ?? max + room, (axis.Min ?? min - room) + room));
        }

        var step = axis.Step is > 0 and { } given && (max - min) / given <= 60 ? given : Round((max - min) / about);
        low = axis.Min ?? Math.Floor(min / step + 1e-9) * step;
        high = axis.Max is { } fixedMax && fixedMax > low ? fixedMax : Math.Ceiling(max / step - 1e-9) * step;
        Ticks = [.. Enumerable.Range(0, (int)Math.Floor((high - low) / step + 1e-6) + 1).Select(index => low + index * step)];
    }

    public IReadOnlyList<double> Ticks { get; }

    public double Low => low;

    public double High => high;

    public double At(double value) => from + (Math.Clamp(value, low, high) - low) / (high - low) * (to - from);

    public string Label(double tick) => Formatted(tick, axis.Format);

    public static string Shown(Axis axis, double value) => Formatted(value, axis.DataFormat ?? axis.Format);

    private static string Formatted(double value, string format) =>
        value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static double Round(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 };
    }
}
