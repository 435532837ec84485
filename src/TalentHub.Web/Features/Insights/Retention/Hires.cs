using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Values;
using TalentHub.Science.Survival;

namespace TalentHub.Web.Features.Insights.Retention;

/// <summary>One hire, as far as retention needs to know them: no name, no number.</summary>
internal sealed record Hire(Guid Id, DateOnly HiredOn, DateOnly? LeftOn, DateOnly? ObservedUntil, string HireChannel, RoleLevel? Level, string? Team, Dictionary<string, string> Attributes)
{
    /// <summary>
    /// Days from the hire to the last day, or to the last day on which anyone knew. An exit that becomes known after an
    /// import's own date does not count: of the others in that file nothing later is known either.
    /// </summary>
    public Spell? Spell(DateOnly asOf)
    {
        var known = ObservedUntil < asOf ? ObservedUntil.Value : asOf;
        if (HiredOn > known) return null;
        var left = LeftOn <= known;
        return new((left ? LeftOn!.Value : known).DayNumber - HiredOn.DayNumber, left);
    }
}

/// <summary>Something hires can be told apart by.</summary>
internal sealed record Column(string Key, string Label, Func<Hire, string?> Read)
{
    public const string Channel = "hireChannel";

    /// <summary>More values than this are names or numbers rather than groups.</summary>
    public const int MostValues = 60;

    public static readonly IReadOnlyList<Column> Own =
    [
        new(Channel, "hire channel", h => h.HireChannel),
        new("team", "team", h => h.Team ?? Of(h, "team")),
        new("level", "level", h => h.Level is { } level ? Words.Of(level) : Of(h, "level")),
    ];

    /// <summary>"job_family", "jobFamily" and "Job family" are one column.</summary>
    public static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    public static Column Further(string heading)
    {
        var words = string.Concat(heading.Select((c, i) => c == '_' ? " " : i > 0 && char.IsUpper(c) && char.IsLower(heading[i - 1]) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
        return new(heading, words, h => Of(h, Plain(heading)));
    }

    private static string? Of(Hire hire, string plain)
    {
        foreach (var (key, value) in hire.Attributes)
            if (Plain(key) == plain) return value;
        return null;
    }
}

/// <summary>All hires, and the columns they can be compared by.</summary>
internal sealed class Hires
{
    private Hires(List<Hire> all)
    {
        All = all;
        var own = Column.Own.Select(c => Column.Plain(c.Key)).ToHashSet();
        var further = all.SelectMany(h => h.Attributes.Keys).Distinct().OrderBy(k => k, StringComparer.OrdinalIgnoreCase).DistinctBy(Column.Plain).Where(k => !own.Contains(Column.Plain(k)));
        Columns = [.. Column.Own.Concat(further.Select(Column.Further)).Where(c => c.Key == Column.Channel || Values(c).Count is > 0 and <= Column.MostValues)];
    }

    public IReadOnlyList<Hire> All { get; }

    /// <summary>Those with few enough values to be groups.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>One command. Everyone is counted and nobody is named, so rows are not narrowed to the viewer's own people.</summary>
    public static async Task<Hires> Load(TalentHubDb db, CancellationToken ct) => new(await db.Employees
        .Select(e => new Hire(e.Id, e.HiredOn, e.LeftOn, e.ObservedUntil, e.HireChannel, e.Level, e.Team, e.Attributes)).ToListAsync(ct));

    /// <exception cref="RuleBroken">There is no such column; the sentence lists those there are.</exception>
    public Column Find(string? name, string field)
    {
        if (string.IsNullOrWhiteSpace(name)) return Columns[0];
        var plain = Column.Plain(name);
        return Columns.FirstOrDefault(c => Column.Plain(c.Key) == plain)
            ?? throw new RuleBroken("column-unknown", $"Hires cannot be compared by “{name}”. Choose one of: {string.Join(", ", Columns.Select(c => c.Key))}.", field);
    }

    /// <summary>The hires a filter asks for.</summary>
    public List<Hire> Chosen(RetentionFilter filter)
    {
        var chosen = All.Where(h => (filter.Level is null || h.Level == filter.Level) && (filter.HiredSince is null || h.HiredOn >= filter.HiredSince));
        if (string.IsNullOrWhiteSpace(filter.Only)) return [.. chosen];
        var (name, value) = filter.Only.Split('=', 2) is [var left, var right] ? (left, right)
            : throw new RuleBroken("only-unreadable", "Write a column and its value, as in job_family=Sales.", nameof(RetentionFilter.Only));
        var column = Find(name, nameof(RetentionFilter.Only));
        return [.. chosen.Where(h => string.Equals(column.Read(h), value.Trim(), StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The distinct values of a column, in order.</summary>
    public List<string> Values(Column column) =>
        [.. All.Select(column.Read).Where(v => !string.IsNullOrEmpty(v)).Select(v => v!).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
}
