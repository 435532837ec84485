using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Exits;
using TalentHub.Seed;

namespace TalentHub.Web.Features.Insights.Retention;

/// <summary>A reason and how often either side gave it; words, because a small count may be withheld.</summary>
public sealed record ReasonCount(string Reason, string Leaver, string Manager);

/// <summary>Why people left, as counts alone.</summary>
/// <param name="Withheld">Reasons are recorded that were named too rarely to be said to this viewer.</param>
/// <param name="Exits">Exits recorded here; an imported leaver has no reasons.</param>
public sealed record ExitCounts(int Exits, string Regretted, IReadOnlyList<ReasonCount> Reasons, string? Agreement, bool Withheld)
{
    /// <summary>Counts under 5 could point at a person, and so could a reason named at all, or never; only HR, who knows the persons, is shown them.</summary>
    private const int Fewest = 5;
    private const int MostReasons = 10;

    internal static async Task<ExitCounts> Load(TalentHubDb db, Viewer viewer, IReadOnlySet<Guid> hires, CancellationToken ct)
    {
        var me = viewer.AccountId;
        var exits = (await db.Exits.Where(e => e.Employee!.AccountId == null || e.Employee.AccountId != me)
            .Select(e => new { e.EmployeeId, e.Regretted, Reasons = e.Reasons.Select(r => new { r.Side, r.Code, r.Rank }).ToList() }).ToListAsync(ct)).Where(e => hires.Contains(e.EmployeeId)).ToList();
        string Say(int count) => count < Fewest && !viewer.Is(Role.Hr) ? $"under {Fewest}" : $"{count:N0}";

        var labels = Content.ExitReasons.All.DistinctBy(r => r.Code).ToDictionary(r => r.Code, r => r.Label);
        var named = exits.SelectMany(e => e.Reasons).GroupBy(r => r.Code)
            .Select(g => (g.Key, Leaver: g.Count(r => r.Side == ExitSide.Leaver), Manager: g.Count(r => r.Side == ExitSide.Manager))).ToList();
        var reasons = named.Where(r => viewer.Is(Role.Hr) || r.Leaver >= Fewest || r.Manager >= Fewest)
            .OrderByDescending(r => r.Leaver + r.Manager).ThenBy(r => r.Key, StringComparer.Ordinal).Take(MostReasons)
            .Select(r => new ReasonCount(labels.GetValueOrDefault(r.Key, r.Key), Say(r.Leaver), Say(r.Manager))).ToList();
        var both = exits.Select(e => (Leaver: e.Reasons.Find(r => r.Side == ExitSide.Leaver && r.Rank == 1)?.Code, Manager: e.Reasons.Find(r => r.Side == ExitSide.Manager && r.Rank == 1)?.Code)).Where(m => m.Leaver is not null && m.Manager is not null).ToList();
        var same = both.Count(m => m.Leaver == m.Manager);
        var agreement = both.Count == 0 || (!viewer.Is(Role.Hr) && (same < Fewest || both.Count - same < Fewest)) ? null : $"Both sides name the same main reason in {same:N0} of {both.Count:N0} exits.";
        return new(exits.Count, Say(exits.Count(e => e.Regretted == true)), reasons, agreement, named.Count > 0 && reasons.Count == 0);
    }
}
