using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TalentHub.Web.Platform.Charts;

/// <summary>Writes SVG shapes with one decimal and encodes every text; colours come from classes, never from attributes.</summary>
internal sealed class Svg
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder markup = new();

    public static string Encode(string text) => Encoder.Encode(text);

    public static string Number(double value) => (Math.Round(value, 1) + 0).ToString("0.#", CultureInfo.InvariantCulture);

    public Svg Line(double x1, double y1, double x2, double y2, string cssClass) => Add(
        $"""<line x1="{Number(x1)}" y1="{Number(y1)}" x2="{Number(x2)}" y2="{Number(y2)}" class="{cssClass}"/>""");

    public Svg Text(double x, double y, string text, string anchor = "start", string? cssClass = null) => Add(
        $"""<text x="{Number(x)}" y="{Number(y)}"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}{Class(cssClass)}>{Encode(text)}</text>""");

    public Svg Rectangle(double x, double y, double width, double height, string cssClass) => Add(
        $"""<rect x="{Number(x)}" y="{Number(y)}" width="{Number(Math.Max(width, 0))}" height="{Number(height)}" class="{cssClass}"/>""");

    public Svg Path(IEnumerable<(double X, double Y)> points, string cssClass, bool closed = false)
    {
        var steps = string.Join('L', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));
        return steps.Length == 0 ? this : Add($"""<path d="M{steps}{(closed ? "Z" : "")}" class="{cssClass}"/>""");
    }

    /// <summary>A mark whose shape, like its colour, belongs to the series: disc, square, diamond, triangle, ring.</summary>
    public Svg Mark(double x, double y, int series, double size = 4) => (series % 5) switch
    {
        1 => Rectangle(x - size + .5, y - size + .5, 2 * size - 1, 2 * size - 1, $"pt {Colour(series)}"),
        2 => Path([(x, y - size - 1), (x + size + 1, y), (x, y + size + 1), (x - size - 1, y)], $"pt {Colour(series)}", closed: true),
        3 => Path([(x, y - size - 1), (x + size + .5, y + size), (x - size - .5, y + size)], $"pt {Colour(series)}", closed: true),
        4 => Circle(x, y, size - .5, $"hollow {Colour(series)}"),
        _ => Circle(x, y, size, $"pt {Colour(series)}"),
    };

    public Svg Circle(double x, double y, double radius, string cssClass) => Add(
        $"""<circle cx="{Number(x)}" cy="{Number(y)}" r="{Number(radius)}" class="{cssClass}"/>""");

    public static string Colour(int series) => $"c{series % 5 + 1}";

    public override string ToString() => markup.ToString();

    private static string Class(string? cssClass) => cssClass is null ? "" : $" class=\"{cssClass}\"";

    private Svg Add(string element)
    {
        markup.Append(element);
        return this;
    }
}
