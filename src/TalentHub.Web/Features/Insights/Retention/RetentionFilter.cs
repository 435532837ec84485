using System.Globalization;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Insights.Retention;

/// <summary>Whose tenure is looked at, and by what it is compared.</summary>
/// <param name="By">A column: hireChannel (when empty), team, level, or any further column of an import, in any spelling of case and underscores.</param>
/// <param name="Level">Only hires at this level.</param>
/// <param name="Only">Only hires with this value of a column: "job_family=Sales".</param>
/// <param name="HiredSince">Only hires from this day on.</param>
/// <param name="AsOf">What was known on this day; today when empty.</param>
public sealed record RetentionFilter(string? By = null, RoleLevel? Level = null, string? Only = null, DateOnly? HiredSince = null, DateOnly? AsOf = null)
{
    /// <summary>The same filter as a query string, without its question mark.</summary>
    public string Address => string.Join('&', new[] { ("by", By), ("level", Level?.ToString()), ("only", Only), ("hiredSince", Say(HiredSince)), ("asOf", Say(AsOf)) }
        .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));

    private static string? Say(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
