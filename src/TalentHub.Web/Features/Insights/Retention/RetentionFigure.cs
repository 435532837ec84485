using TalentHub.Science;
using TalentHub.Web.Platform.Charts;

namespace TalentHub.Web.Features.Insights.Retention;

/// <summary>The curves of the largest groups as a figure.</summary>
internal static class RetentionFigure
{
    private const int MostGroups = 5;

    /// <summary>A smaller group soon has fewer people left to watch than a curve needs; it would be a stump.</summary>
    private const int LeastDrawn = 2 * Minimums.AtRisk;

    private const double Horizon = 60;
    private const double StepsInMonth = 2;

    public static StepChart Draw(RetentionStudy study)
    {
        var able = study.Compared.Where(g => g.Spells.Count >= LeastDrawn).OrderByDescending(g => g.Spells.Count).ThenBy(g => g.Name, StringComparer.Ordinal).ToList();
        RetentionGroup[] everyone = study.All.Spells.Count >= Minimums.AtRisk ? [study.All with { Name = "Everyone" }] : [];
        var drawn = able.Count > 1 ? able.Take(MostGroups).ToList() : [.. everyone, .. able];
        var series = drawn.Select(Curve).ToList();
        var ends = series.Select(s => $"{s.Label} {s.Points[^1].Y:0%} after {s.Points[^1].X:0} months");
        return new(
            $"Still here, by {study.By.Label}", $"Share still here by months since the hire: {string.Join("; ", ends)}.",
            new("months since the hire", "0", Min: 0, Step: 12) { DataFormat = "0.0" }, new("still here", "0%", Min: 0, Max: 1, Step: .25) { DataFormat = "0.0%" }, series)
        {
            Subtitle = study.LogRank.P is { } p ? $"Kaplan–Meier with 95 % bands; log-rank {Probability(p)}" : "Kaplan–Meier with 95 % bands",
            Note = Note(study.Groups.Count, drawn.Count, able.Count),
            EmptyText = "Ten hires are the least a curve is drawn for.",
        };
    }

    public static string Probability(double p) => p < 0.001 ? "p < 0.001" : $"p = {p:0.000}";

    private static string Note(int groups, int drawn, int able) => groups > drawn && drawn > 0
        ? $"{(able > 1 ? $"Drawn are the {drawn} largest of {groups} groups" : $"Fewer than two groups have {LeastDrawn} hires, so everyone is drawn together")}; all are in the table. A curve ends where fewer than {Minimums.AtRisk} people are left to watch, or after {Horizon:0} months."
        : $"A curve ends where fewer than {Minimums.AtRisk} people are left to watch, or after {Horizon:0} months.";

    /// <summary>At most two steps a month: finer ones could not be told apart on paper.</summary>
    private static StepSeries Curve(RetentionGroup group)
    {
        var watched = group.Curve.Steps.Where(s => s.AtRisk >= Minimums.AtRisk && Months(s.Time) <= Horizon).ToList();
        var steps = watched.Where(s => s.Events > 0).GroupBy(s => Math.Floor(Months(s.Time) * StepsInMonth)).Select(g => g.Last())
            .Select(s => new StepPoint(Months(s.Time), s.Survival, s.Lower, s.Upper)).ToList();
        var points = steps.Prepend(new StepPoint(0, 1, 1, 1)).ToList();
        var end = watched.Count > 0 ? Months(watched[^1].Time) : 0;
        if (end > points[^1].X) points.Add(points[^1] with { X = end });
        return new(group.Name, points);
    }

    private static double Months(double days) => days / RetentionView.DaysInMonth;
}
