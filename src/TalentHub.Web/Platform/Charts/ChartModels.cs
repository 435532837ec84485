namespace TalentHub.Web.Platform.Charts;

/// <summary>What every figure says besides its data. Description is the text alternative: the finding in a sentence.</summary>
public abstract record Chart(string Title, string Description)
{
    /// <summary>Small print after the title: how to read the figure.</summary>
    public string? Subtitle { get; init; }

    /// <summary>A line under the figure, such as a warning about a small group.</summary>
    public string? Note { get; init; }

    /// <summary>Shown in place of the figure when there is nothing to draw.</summary>
    public string EmptyText { get; init; } = "There is nothing to draw yet.";
}

/// <summary>An axis: name, .NET number format ("0", "0.0", "0%"), and fixed ends or step where the data should not choose.</summary>
public sealed record Axis(string Label, string Format = "0.##", double? Min = null, double? Max = null, double? Step = null)
{
    /// <summary>The format of data, in tables and beside bars, where ticks are rounder than the numbers.</summary>
    public string? DataFormat { get; init; }
}

/// <summary>A point with an optional interval around Y.</summary>
public sealed record StepPoint(double X, double Y, double? Lower = null, double? Upper = null);

/// <summary>A survival curve: Y holds from X until the next point. Censored lists the X at which somebody left the count.</summary>
public sealed record StepSeries(string Label, IReadOnlyList<StepPoint> Points)
{
    public IReadOnlyList<double> Censored { get; init; } = [];
}

/// <summary>Kaplan-Meier curves or other steps, one a group, labelled at the right end.</summary>
public sealed record StepChart(string Title, string Description, Axis X, Axis Y, IReadOnlyList<StepSeries> Series)
    : Chart(Title, Description);

/// <summary>A measured line; or, as a band, the middle (Y) and its Lower and Upper edges.</summary>
public sealed record LineSeries(string Label, IReadOnlyList<StepPoint> Points);

/// <summary>A dotted upright line with a word on top: "Day 30".</summary>
public sealed record ChartMark(double X, string Label);

/// <summary>Lines over an optional reference band (earlier cohorts) and an optional band ahead (a projection).</summary>
public sealed record LineChart(string Title, string Description, Axis X, Axis Y, IReadOnlyList<LineSeries> Series)
    : Chart(Title, Description)
{
    public LineSeries? Reference { get; init; }

    public LineSeries? Ahead { get; init; }

    public IReadOnlyList<ChartMark> Marks { get; init; } = [];
}

/// <summary>One estimate; null in a row means nothing was measured or too few to say.</summary>
public sealed record DotValue(double Value, double? Lower = null, double? Upper = null, int? N = null);

/// <summary>One line of a dot chart: as many values as there are groups.</summary>
public sealed record DotRow(string Label, IReadOnlyList<DotValue?> Values);

/// <summary>Rows (competencies) by groups (candidates): dot and interval.</summary>
public sealed record DotChart(string Title, string Description, Axis X, IReadOnlyList<string> Groups, IReadOnlyList<DotRow> Rows)
    : Chart(Title, Description);

/// <summary>One horizontal bar with an optional interval.</summary>
public sealed record Bar(string Label, double Value, double? Lower = null, double? Upper = null, string? Note = null);

/// <summary>Horizontal bars from zero.</summary>
public sealed record BarChart(string Title, string Description, Axis X, IReadOnlyList<Bar> Bars) : Chart(Title, Description);

/// <summary>One line of a heat table; null is "too few to say".</summary>
public sealed record HeatRow(string Label, IReadOnlyList<double?> Values);

/// <summary>A table of numbers shaded by size, in five steps between Min and Max of the scale.</summary>
public sealed record HeatTable(string Title, string Description, string RowName, IReadOnlyList<string> Columns,
    IReadOnlyList<HeatRow> Rows, Axis Scale) : Chart(Title, Description);
