using System.Text.Json.Serialization;
using MediatR;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Science.Survival;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Insights.Retention;

/// <summary>Retention as numbers for other programs: the API and the verb <c>insights retention --json</c> say exactly this.</summary>
public static class ReadRetention
{
    /// <summary>The days after the hire at which every curve is read.</summary>
    public static readonly IReadOnlyList<int> Days = [90, 180, 365, 730, 1095];

    [Requires(Right.ReadRetention)]
    public sealed record Query(RetentionFilter Filter) : IQuery<Report>;

    /// <param name="LogRankByChannel">The test when the groups are hire channels.</param>
    /// <param name="LogRank">The test when they are anything else.</param>
    public sealed record Report(
        [property: JsonPropertyName("as_of")] DateOnly AsOf,
        [property: JsonPropertyName("time_unit")] string TimeUnit,
        [property: JsonPropertyName("interval")] string Interval,
        [property: JsonPropertyName("software")] string Software,
        [property: JsonPropertyName("log_rank_by_channel"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Test? LogRankByChannel,
        [property: JsonPropertyName("log_rank"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Test? LogRank,
        [property: JsonPropertyName("groups")] IReadOnlyList<Group> Groups);

    /// <summary>Null, with df 0, where there are not two groups to compare.</summary>
    public sealed record Test(
        [property: JsonPropertyName("chi_square")] double? ChiSquare,
        [property: JsonPropertyName("df")] int Df,
        [property: JsonPropertyName("p")] double? P);

    /// <summary>"all" comes first. A median or limit that the curve does not reach is null.</summary>
    public sealed record Group(
        [property: JsonPropertyName("group")] string Name,
        [property: JsonPropertyName("n")] int N,
        [property: JsonPropertyName("exits")] int Exits,
        [property: JsonPropertyName("median_days")] double? MedianDays,
        [property: JsonPropertyName("median_lower")] double? MedianLower,
        [property: JsonPropertyName("median_upper")] double? MedianUpper,
        [property: JsonPropertyName("points")] IReadOnlyList<Point> Points);

    /// <summary>Limits are null while the survival is 1; everything but the day is null beyond the longest tenure seen.</summary>
    public sealed record Point(
        [property: JsonPropertyName("day")] int Day,
        [property: JsonPropertyName("survival")] double? Survival,
        [property: JsonPropertyName("se")] double? Se,
        [property: JsonPropertyName("lower")] double? Lower,
        [property: JsonPropertyName("upper")] double? Upper,
        [property: JsonPropertyName("at_risk")] int AtRisk);

    internal sealed class Reader(TalentHubDb db, TimeProvider clock) : IRequestHandler<Query, Report>
    {
        public async Task<Report> Handle(Query query, CancellationToken ct)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var study = RetentionStudy.Of(await Hires.Load(db, ct), query.Filter, today);
            var test = new Test(study.LogRank.ChiSquare, study.LogRank.DegreesOfFreedom, study.LogRank.P);
            var byChannel = study.By.Key == Column.Channel;
            return new(study.AsOf, "days from hired_on", "log-log, 95 %", Software, byChannel ? test : null, byChannel ? null : test, [Told(study.All), .. study.Groups.Select(Told)]);
        }

        private static Group Told(RetentionGroup group) => new(
            group.Name, group.Curve.N, group.Curve.Events, group.Curve.Median.Value, group.Curve.Median.Lower, group.Curve.Median.Upper, [.. Days.Select(d => Told(d, group.Curve.At(d)))]);

        private static Point Told(int day, SurvivalPoint at) => new(day, at.Survival, at.StandardError, at.Lower, at.Upper, at.AtRisk);
    }

    private static string Software { get; } = $"TalentHub {typeof(ReadRetention).Assembly.GetName().Version?.ToString(3)}";
}
