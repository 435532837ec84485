using TalentHub.Science.Pacing;
using TalentHub.Science.Proportions;

namespace TalentHub.UnitTests.Science;

internal static class PacingVectors
{
    public static readonly IReadOnlyDictionary<string, Action<Vector>> Methods = new Dictionary<string, Action<Vector>>
    {
        ["ramp_pacing"] = Pace,
        ["ramp_months_lost"] = v => v.Check("months_of_quota_lost", Ramp.MonthsLost(v.Numbers("ramp_schedule"))),
        ["poisson_ci"] = Rate,
        ["poisson_tail"] = v => v.Check(
            "p_this_low_or_lower", Counts.ProbabilityThisLow(v.Number("expected"), v.Whole("observed"))),
        ["person_time"] = PersonTime,
        ["turnover_rate"] = Turnover,
        ["scoring_rate"] = ScoringRate,
    };

    private static void Pace(Vector v)
    {
        var progress = Ramp.Progress(v.Numbers("ramp_schedule"), v.Number("monthly_quota"), v.Numbers("actual"));
        v.CheckEach("expected_cumulative", progress.Months.Select(m => m.ExpectedCumulative));
        v.CheckEach("actual_cumulative", progress.Months.Select(m => m.ActualCumulative));
        v.CheckEach("pacing", progress.Months.Select(m => m.Pace));
        v.Check("projected_h1", progress.Projection);
    }

    private static void Rate(Vector v)
    {
        var rate = Counts.Rate(v.Whole("events"), v.Number("exposure"), v.Level);
        v.Check("rate", rate.Value);
        v.Check("lower", rate.Lower);
        v.Check("upper", rate.Upper);
    }

    private static void PersonTime(Vector v)
    {
        var rate = Counts.PersonTime(v.Whole("leavers"), v.Number("person_months"), v.Level);
        v.Check("rate_per_month", rate.PerUnit.Value);
        v.CheckIfStated("annualised", rate.PerYear.Value);
        v.CheckIfStated("exact_lower95", rate.PerYear.Lower);
        v.CheckIfStated("exact_upper95", rate.PerYear.Upper);
        v.CheckIfStated("exact_lower95_annual", rate.PerYear.Lower);
        v.CheckIfStated("exact_upper95_annual", rate.PerYear.Upper);
        v.CheckIfStated("annual_probability", rate.AnnualProbability);
    }

    private static void Turnover(Vector v)
    {
        var headcounts = v.Numbers("headcount_month_ends").Select(h => (int)h).ToArray();
        var (mean, rate) = Counts.Turnover(v.Whole("leavers"), headcounts);
        v.Check("average_headcount", mean);
        v.Check("rate", rate);
    }

    private static void ScoringRate(Vector v)
    {
        var table = ScoringRates.Compare(v.Words("group").Zip(v.Numbers("score")).ToArray(), v.Level);
        v.Check("median", table.Median);
        foreach (var group in table.Groups)
        {
            v.Check($"rate.{group.Group}", group.Rate.Value);
            v.Check($"ratio.{group.Group}", group.Ratio);
        }
    }
}
