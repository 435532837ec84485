using TalentHub.Science;
using TalentHub.Science.Survival;

namespace TalentHub.Web.Features.Insights.Retention;

/// <summary>One curve: of everyone, or of those with one value of the column.</summary>
internal sealed record RetentionGroup(string Name, IReadOnlyList<Spell> Spells, SurvivalCurve Curve)
{
    public static RetentionGroup Of(string name, IEnumerable<Spell> spells)
    {
        var list = spells.ToList();
        return new(name, list, KaplanMeier.Estimate(list));
    }
}

/// <summary>A group that leaves sooner than all others together.</summary>
/// <param name="Expected">Exits it would have had, had it left at the pace of all.</param>
/// <param name="P">Of the log-rank test against the others, times <paramref name="Looks"/> (Bonferroni).</param>
/// <param name="Looks">How many groups were looked at for one that stands out.</param>
internal sealed record Standout(RetentionGroup Group, double Expected, double P, int Looks);

/// <summary>The curves, the test whether they differ, and which group leaves sooner if one does.</summary>
internal sealed class RetentionStudy
{
    public const string NotStated = "not stated";
    public const double Alpha = 0.05;

    private RetentionStudy(Column by, DateOnly asOf, RetentionGroup all, IReadOnlyList<RetentionGroup> groups, IReadOnlySet<Guid> hires)
    {
        (By, AsOf, All, Groups, Hires) = (by, asOf, all, groups, hires);
        Compared = [.. groups.Where(g => g.Name != NotStated)];
        LogRank = TalentHub.Science.Survival.LogRank.Test([.. Compared.Select(g => new SurvivalGroup(g.Name, g.Spells))]);
    }

    public Column By { get; }
    public DateOnly AsOf { get; }
    public RetentionGroup All { get; }

    /// <summary>In the order of their names; those without a value last.</summary>
    public IReadOnlyList<RetentionGroup> Groups { get; }

    /// <summary>The groups the test compares: those with a value.</summary>
    public IReadOnlyList<RetentionGroup> Compared { get; }

    public LogRankResult LogRank { get; }

    /// <summary>The people counted.</summary>
    public IReadOnlySet<Guid> Hires { get; }

    public bool Differs => LogRank.P < Alpha;

    public static RetentionStudy Of(Hires hires, RetentionFilter filter, DateOnly today)
    {
        var by = hires.Find(filter.By, nameof(RetentionFilter.By));
        var until = filter.AsOf < today ? filter.AsOf.Value : today;
        var counted = hires.Chosen(filter).Select(h => (Hire: h, Spell: h.Spell(until), Value: by.Read(h) is { Length: > 0 } v ? v : NotStated)).Where(h => h.Spell is not null).ToList();
        var groups = counted.GroupBy(h => h.Value, h => h.Spell!).OrderBy(g => g.Key == NotStated).ThenBy(g => g.Key, StringComparer.OrdinalIgnoreCase).Select(g => RetentionGroup.Of(g.Key, g));
        return new(by, Known(counted.Select(h => h.Hire.ObservedUntil), until), RetentionGroup.Of("all", counted.Select(h => h.Spell!)), [.. groups], counted.Select(h => h.Hire.Id).ToHashSet());
    }

    /// <summary>
    /// The group that leaves sooner than all others together, if the curves differ and one stands out at a level corrected
    /// for having looked at each (Bonferroni). Groups too small to say anything of are passed over.
    /// </summary>
    public Standout? LeavesSooner()
    {
        if (!Differs) return null;
        var able = Compared.Where(g => g.Spells.Count >= Minimums.AtRisk).ToList();
        return able.Select(g => (Group: g, Test: AgainstOthers(g)))
            .Where(t => t.Test.P * able.Count < Alpha && t.Test.Groups[0].Observed > t.Test.Groups[0].Expected)
            .OrderBy(t => t.Test.P).Select(t => new Standout(t.Group, t.Test.Groups[0].Expected, t.Test.P!.Value * able.Count, able.Count)).FirstOrDefault();
    }

    private LogRankResult AgainstOthers(RetentionGroup group) => TalentHub.Science.Survival.LogRank.Test(
        [new(group.Name, group.Spells), new("others", [.. Compared.Where(g => g != group).SelectMany(g => g.Spells)])]);

    /// <summary>One import's own date when everyone counted came with it; else the day asked for.</summary>
    private static DateOnly Known(IEnumerable<DateOnly?> observed, DateOnly until) =>
        observed.Distinct().ToList() is [{ } one] && one < until ? one : until;
}
