using System.Globalization;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Audit;

/// <summary>Says what the trail records in plain words.</summary>
internal static class AuditWords
{
    private const int Longest = 240;

    /// <summary>"PublishProfile" as "Publish profile"; nothing as "Direct change".</summary>
    public static string Of(string name)
    {
        if (name.Length == 0) return "Direct change";
        var words = string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
        return words.EndsWith(" id", StringComparison.Ordinal) ? words[..^3] : words;
    }

    /// <summary>A stored value as a person reads it; accounts by name.</summary>
    public static string Value(string? value, IReadOnlyDictionary<Guid, string> names)
    {
        if (string.IsNullOrEmpty(value)) return "nothing";
        if (Guid.TryParse(value, out var id)) return names.TryGetValue(id, out var name) ? name : $"…{value[^6..]}";
        if (value.Length > 18 && DateTime.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)) return time.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
        return value.Length > Longest ? $"{value[..Longest]}…" : value;
    }

    /// <summary>Every kind of thing the trail can be about, by name in the trail.</summary>
    public static IReadOnlyList<(string Name, string Words)> Kinds(TalentHubDb db) =>
        [.. db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => (typeof(Entity).IsAssignableFrom(t) || t == typeof(Account)) && !typeof(INotAudited).IsAssignableFrom(t))
            .Select(t => (t.Name, Of(t.Name))).DistinctBy(t => t.Name).OrderBy(t => t.Name, StringComparer.Ordinal)];
}
