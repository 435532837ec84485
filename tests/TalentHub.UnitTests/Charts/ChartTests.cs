using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using TalentHub.Web.Platform.Charts;

namespace TalentHub.UnitTests.Charts;

public class ChartTests
{
    private static readonly Axis Months = new("months", "0");
    private static readonly Axis Share = new("share", "0%", 0, 1);

    public static TheoryData<Chart> Hostile => new(Each("<script>alert(1)</script>"));

    public static TheoryData<Chart> WithoutData => new(
        new StepChart("Stay", "None", Months, Share, []) { EmptyText = "No hires yet." },
        new StepChart("Stay", "None", Months, Share, [new("Referral", [])]) { EmptyText = "No hires yet." },
        new LineChart("Pace", "None", Months, Share, []) { EmptyText = "No hires yet." },
        new DotChart("Compare", "None", Share, ["A"], [new("Leads", [null])]) { EmptyText = "No hires yet." },
        new BarChart("Why", "None", Months, []) { EmptyText = "No hires yet." },
        new HeatTable("Pass", "None", "Source", ["Screen"], [new("Referral", [null])], Share) { EmptyText = "No hires yet." });

    [Theory, MemberData(nameof(Hostile))]
    public void No_label_becomes_markup(Chart chart)
    {
        var html = Html(chart);
        Assert.DoesNotContain("<script", html);
        Assert.Contains("&lt;script&gt;", html);
    }

    [Theory, MemberData(nameof(Hostile))]
    public void No_figure_needs_an_inline_style_or_handler(Chart chart) =>
        Assert.DoesNotMatch(@"\s(style|on\w+)=", Html(chart));

    [Theory, MemberData(nameof(WithoutData))]
    public void Without_data_the_figure_says_so(Chart chart)
    {
        var html = Html(chart);
        Assert.Contains("No hires yet.", html);
        Assert.DoesNotContain("<svg", html);
    }

    [Theory, MemberData(nameof(Hostile))]
    public void A_single_point_is_drawn_with_finite_coordinates(Chart chart) =>
        Assert.DoesNotMatch("NaN|Infinity|∞", Html(chart));

    [Fact]
    public void Equal_values_stand_on_an_open_axis()
    {
        var series = new LineSeries("Calls", [new(1, 7), new(2, 7), new(3, 7)]);
        var html = Html(new LineChart("Pace", "Level at seven.", Months, new Axis("calls", "0"), [series]));
        Assert.DoesNotMatch("NaN|Infinity|∞", html);
        Assert.True(Regex.Count(html, "class=\"axis\"") >= 2);
    }

    [Fact]
    public void The_table_behind_a_step_chart_holds_every_point()
    {
        var series = new StepSeries("Referral", [new(0, 1), new(6, .9, .8, .95), new(12, .75, .6, .85)]);
        var html = Html(new StepChart("Stay", "Most stay.", Months, Share, [series]));
        Assert.Equal(
            ["Referral|0|100%|–|–", "Referral|6|90%|80%|95%", "Referral|12|75%|60%|85%"],
            TableRows(html));
    }

    [Fact]
    public void A_withheld_estimate_is_named_in_the_table()
    {
        var chart = new DotChart("Compare", "One known.", new Axis("mean", "0.0", 1, 5), ["A", "B"],
            [new("Leads", [new(3.9, 3.6, 4.2, 4), null])]);
        Assert.Equal(["Leads|A|3.9|3.6|4.2|4", "Leads|B|too few to say|–|–|–"], TableRows(Html(chart)));
    }

    [Fact]
    public void End_labels_of_equal_curves_do_not_overlap()
    {
        var series = Enumerable.Range(1, 5).Select(n => new StepSeries($"Group {n}", [new(0, 1), new(12, 0)])).ToList();
        var html = Html(new StepChart("Stay", "All alike.", Months, Share, series));
        var heights = Regex.Matches(html, "y=\"([0-9.]+)\" class=\"t-end").Select(match => double.Parse(match.Groups[1].Value)).Order().ToList();
        Assert.Equal(5, heights.Count);
        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 13));
        Assert.All(heights, height => Assert.InRange(height, 10, 232));
    }

    [Fact]
    public void Heat_cells_are_the_data_and_the_largest_is_darkest()
    {
        var html = Html(new HeatTable("Pass", "High.", "Source", ["Screen", "Panel"], [new("Referral", [.2, 1])], Share));
        Assert.Contains("<td class=\"h2\">20%</td><td class=\"h5\">100%</td>", html);
    }

    private static Chart[] Each(string text) =>
    [
        new StepChart(text, text, Months, Share, [new(text, [new(1, .5)])]) { Note = text, Subtitle = text },
        new LineChart(text, text, Months, Share, [new(text, [new(1, .5)])]) { Marks = [new(1, text)] },
        new DotChart(text, text, Share, [text, text], [new(text, [new(.5, .4, .6, 3), new(.5)])]),
        new BarChart(text, text, new Axis(text), [new(text, 3, 2, 4, text)]),
        new HeatTable(text, text, text, [text], [new(text, [.5])], Share),
    ];

    private static string Html(Chart chart)
    {
        using var writer = new StringWriter();
        ChartRenderer.Draw(chart, "chart-1").WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static List<string> TableRows(string html) => [.. Regex.Matches(html, "<tr><th scope=\"row\">(.*?)</tr>")
        .Select(row => Regex.Replace(Regex.Replace(row.Groups[1].Value, "</t[hd]><t[hd][^>]*>", "|"), "<[^>]+>", ""))];
}
