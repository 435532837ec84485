using TalentHub.Web.Platform.Charts;

namespace TalentHub.Web.Features.Design;

/// <summary>One realistic example of each figure.</summary>
public static class DesignCharts
{
    public static StepChart Retention { get; } = new("Still here, by hire source",
        "After 36 months 70% of referred hires are still here, 37% of those from job boards and 27% of those from agencies.",
        new Axis("months since start", "0", 0, 36, 6), new Axis("share still here", "0%", 0, 1, .25),
        [
            Curve("Referral", [(0, 1), (2, .98), (4, .96), (7, .9), (11, .88), (16, .85), (20, .8), (25, .77), (30, .74), (36, .70)]) with { Censored = [9, 14, 22, 28, 33] },
            Curve("Job board", [(0, 1), (3, .95), (6, .88), (8, .8), (12, .72), (16, .65), (21, .57), (25, .51), (29, .46), (34, .41), (36, .37)]),
            Curve("Agency", [(0, 1), (1, .91), (3, .85), (5, .78), (9, .71), (12, .66), (15, .59), (18, .5), (22, .44), (26, .36), (31, .30), (36, .27)]),
        ])
    {
        Subtitle = "Kaplan–Meier, band = 95% interval; log-rank p = 0.004",
        Note = "Agency n = 18: the band is wide, treat as a question, not an answer.",
    };

    public static LineChart Ramp { get; } = new("Qualified meetings, cumulative",
        "Theo Brandt has 36 meetings after week 7; earlier reps who passed had between 52 and 82. On his pace he reaches 57 to 82 by day 90.",
        new Axis("week", "0", 1, 13, 1), new Axis("meetings", "0", 0, 120, 40),
        [new LineSeries("Theo Brandt", [new(1, 4), new(2, 10), new(3, 16), new(4, 22), new(5, 27), new(6, 31), new(7, 36)])])
    {
        Subtitle = "by week since start",
        Reference = new LineSeries("middle 80% of 23 earlier field reps who passed",
            [.. Enumerable.Range(1, 13).Select(week => Earlier(week, 102 * (1 - Math.Exp(-week / 6.2)) / .88))]),
        Ahead = new LineSeries("where this pace leads", [new(7, 36, 36, 36), new(9, 45, 42, 52), new(11, 57, 49, 66), new(13, 69, 57, 82)]),
        Marks = [new(5, "Day 30"), new(9, "Day 60"), new(13, "Day 90")],
    };

    public static DotChart Compare { get; } = new("Competency by competency",
        "Whitlock leads on leadership and board reporting, Marchetti on knowing the company; most intervals overlap.",
        new Axis("panel mean, 1 to 5", "0", 1, 5, 1) { DataFormat = "0.0" }, ["D. Marchetti", "S. Whitlock", "P. Anand"],
        [
            Row("Leads through others", (3.1, .5), (4.3, .4), (3.7, .6)),
            Row("Plans 12–18 months out", (2.6, .4), (3.9, .5), (4.1, .5)),
            Row("Builds and turns people", (4.4, .3), (3.8, .4), (3.2, .5)),
            Row("Launches with other functions", (3.2, .6), (4.0, .5), null),
            Row("Company, product, customers", (4.8, .2), (2.9, .5), (2.7, .5)),
            Row("Repairs a broken account", (4.2, .4), (4.0, .4), (3.5, .6)),
            Row("Board-level reporting", (2.4, .5), (4.2, .4), (3.9, .5)),
        ])
    { Subtitle = "mark = panel mean, bar = 90% interval" };

    public static BarChart Reasons { get; } = new("Why regretted leavers went",
        "Coaching is named most often, by 11 of 27 leavers.", new Axis("leavers", "0", 0),
        [new("Manager did not coach", 11, 7, 16), new("Pay against effort", 7, 4, 12), new("Territory or product", 6, 3, 10), new("Never ramped", 3, 1, 7)])
    { Subtitle = "27 exit interviews, bar = 95% interval" };

    public static HeatTable Funnel { get; } = new("Pass rate by stage and source",
        "Referrals pass most often at every stage; the panel stage is hardest for agency candidates.", "Source",
        ["Screen", "Work sample", "Panel", "References"],
        [
            new("Referral", [.62, .71, .48, .95]), new("Job board", [.31, .52, .33, .90]),
            new("Agency", [.44, .40, .21, null]), new("Internal", [.80, .66, null, null]),
        ], new Axis("share passed", "0%", 0, 1))
    { Note = "– stands where fewer than 8 people reached the stage." };

    public static StepChart Nothing { get; } = new("Still here, by hire source", "No hires yet.",
        new Axis("months", "0"), new Axis("share still here", "0%"), [])
    { EmptyText = "The curve starts with the first hire. Import past hires to see it today." };

    private static StepSeries Curve(string label, (double X, double Y)[] points) => new(label,
        [.. points.Select(point => new StepPoint(point.X, point.Y, Math.Max(0, point.Y - point.X * .0042), Math.Min(1, point.Y + point.X * .0035)))]);

    private static StepPoint Earlier(int week, double middle) => new(week, middle, middle * .8, middle * 1.15);

    private static DotRow Row(string label, params (double Mean, double Half)?[] values) => new(label,
        [.. values.Select(each => each is { } known ? new DotValue(known.Mean, known.Mean - known.Half, Math.Min(5, known.Mean + known.Half), 4) : null)]);
}
