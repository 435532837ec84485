using System.Globalization;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Ramp;

namespace TalentHub.Web.Features.Ramp;

/// <summary>What the area's slices share: who may enter a week, and how a status and a day are said.</summary>
internal static class RampReach
{
    /// <summary>Plans whose weeks the viewer may write: those they run, and their own.</summary>
    public static IQueryable<RampPlan> EnterableBy(this IQueryable<RampPlan> plans, TalentHubDb db, Viewer viewer)
    {
        var me = viewer.AccountId;
        var run = db.RampPlans.WorkableBy(db, viewer).Select(p => p.Id);
        return plans.VisibleTo(db, viewer).Where(p => p.Employee!.AccountId == me || run.Contains(p.Id));
    }

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public static string Say(this DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Percent(this double? share) => share is { } known ? known.ToString("0%", CultureInfo.InvariantCulture) : "–";

    /// <summary>An interval of shares: "44–89%".</summary>
    public static string Range(double? lower, double? upper) => $"{lower.Percent().TrimEnd('%')}–{upper.Percent()}";

    public static string Say(this Standing standing) => standing switch
    {
        Standing.AtRisk => "at risk",
        Standing.Watch => "watch",
        Standing.OnTrack => "on track",
        _ => "too early to say",
    };

    public static string Tone(this Standing standing) => standing switch
    {
        Standing.AtRisk => "bad",
        Standing.Watch => "warn",
        Standing.OnTrack => "good",
        _ => "neutral",
    };
}
