using System.Globalization;
using TalentHub.Domain.Ramp;
using TalentHub.Web.Platform.Charts;

namespace TalentHub.Web.Features.Ramp;

/// <summary>The figure of a plan: what was done against what was asked, and where earlier hires stood.</summary>
internal static class PlanChart
{
    public static LineChart Of(PlanView plan)
    {
        var progress = plan.Progress;
        var lines = new List<LineSeries> { new(plan.IsOwn ? "You" : "Actual", [.. progress.Actual.Select(p => new StepPoint(p.Week, p.Count))]) };
        lines.Add(new("Target", [.. progress.Target.Select(p => new StepPoint(p.Week, p.Count))]));
        return new(
            $"{progress.Name}, cumulative", Finding(progress), new Axis("week", "0", 1, RampPlan.Weeks, 1), new Axis(progress.Unit, "0", 0), lines)
        {
            Subtitle = BandWords(progress),
            Note = progress.Missing.Count == 0 || progress.Actual.Count == 0 ? null
                : progress.Missing.Count == 1 ? $"Week {progress.Missing[0]} is not recorded, so the line runs lower than it should." : $"Weeks {string.Join(", ", progress.Missing)} are not recorded, so the line runs lower than it should.",
            Reference = progress.Band.Count < 2 ? null : new("Earlier hires, middle 80%", [.. progress.Band.Select(b => new StepPoint(b.Week, b.Middle, b.Lower, b.Upper))]),
            Marks = [.. new[] { 30, 60, 90 }.Select(day => new ChartMark(Math.Max(1, day / 7.0), $"Day {day}"))],
        };
    }

    /// <summary>How to read the band, or why there is none.</summary>
    public static string BandWords(PlanProgress progress) => progress.Band.Count >= 2
        ? $"band = middle 80% of {progress.Earlier} earlier hires on this template"
        : $"no band of earlier hires: too few to say (n = {progress.Earlier}, {PlanReader.FewestEarlier} needed)";

    private static string Finding(PlanProgress progress)
    {
        if (progress.Actual.Count == 0) return "No week is recorded yet; the line shows the target alone.";
        var (week, done) = progress.Actual[^1];
        var asked = progress.Target[week - 1].Count;
        var band = progress.Band.FirstOrDefault(b => b.Week == week);
        var earlier = band is null ? "" : string.Create(CultureInfo.InvariantCulture, $" The middle 80% of {band.N} earlier hires stood between {band.Lower:0} and {band.Upper:0}.");
        return $"{done} after week {week}, where {asked} were asked for.{earlier}";
    }
}
