using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Seed;

namespace TalentHub.Web.Features.Exits;

/// <summary>The coded reasons in words, and how this area says a day and a yes or no.</summary>
internal static class ExitWords
{
    private static readonly Dictionary<string, ExitReasonContent> Reasons = Content.ExitReasons.All.DistinctBy(r => r.Code).ToDictionary(r => r.Code);

    public static IReadOnlyCollection<string> Codes => Reasons.Keys;

    /// <summary>The buckets in the order of the list.</summary>
    public static IEnumerable<string> Buckets => Reasons.Values.Select(r => r.Bucket).Distinct();

    public static string Label(string code) => Reasons.TryGetValue(code, out var reason) ? Lower(reason.Label) : code;

    public static string Bucket(string code) => Reasons.TryGetValue(code, out var reason) ? reason.Bucket : "Other";

    /// <summary>The reasons as choices, grouped by bucket.</summary>
    public static List<SelectListItem> Choices(string none)
    {
        var groups = Buckets.ToDictionary(b => b, b => new SelectListGroup { Name = b });
        return [new(none, ""), .. Reasons.Values.OrderBy(r => Buckets.ToList().IndexOf(r.Bucket)).Select(r => new SelectListItem(r.Label, r.Code) { Group = groups[r.Bucket] })];
    }

    public static List<SelectListItem> YesNo { get; } = [new("Not said yet", ""), new("Yes", "true"), new("No", "false")];

    public static string Say(this bool? answer) => answer switch { true => "yes", false => "no", _ => "not said yet" };

    public static string Say(this DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static string Lower(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
