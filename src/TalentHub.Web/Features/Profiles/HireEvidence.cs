using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Science;
using TalentHub.Science.Validity;

namespace TalentHub.Web.Features.Profiles;

/// <summary>
/// What the company's own hires say about a competency: does its mean interview rating go with later quota attainment?
/// One query for all competencies; a figure over all hires holds no name, so executives see it as HR does.
/// </summary>
internal static class HireEvidence
{
    /// <returns>Pearson's r by competency, with its interval and the number of hires behind it; a competency without hires is absent.</returns>
    public static async Task<IReadOnlyDictionary<Guid, Estimate>> For(TalentHubDb db, Viewer viewer, IReadOnlyCollection<Guid> competencies, CancellationToken ct)
    {
        var means = db.Scorecards.BehindHiresFor(db, viewer)
            .SelectMany(s => s.Ratings, (s, r) => new { s.ApplicationId, r.CompetencyId, r.Score })
            .Where(r => r.Score != null && competencies.Contains(r.CompetencyId))
            .GroupBy(r => new { r.ApplicationId, r.CompetencyId })
            .Select(g => new { g.Key.ApplicationId, g.Key.CompetencyId, Mean = g.Average(r => (double)r.Score!) });
        var hires = db.Employees.Where(e => e.ApplicationId != null && e.Performance.Any())
            .Select(e => new { ApplicationId = e.ApplicationId!.Value, Quota = e.Performance.Sum(p => p.QuotaMinor), Actual = e.Performance.Sum(p => p.ActualMinor) });
        var pairs = await means.Join(hires, m => m.ApplicationId, h => h.ApplicationId, (m, h) => new { m.CompetencyId, m.Mean, h.Quota, h.Actual }).ToListAsync(ct);
        return pairs.GroupBy(p => p.CompetencyId).ToDictionary(g => g.Key, g => Said(Correlation.Pearson([.. g.Select(p => p.Mean)], [.. g.Select(p => (double)p.Actual / p.Quota)]).R));
    }

    /// <summary>Under the minimum the n alone: of three hires the figure would say something of each.</summary>
    private static Estimate Said(Estimate r) => r.TooFew ? r with { Value = null, Lower = null, Upper = null } : r;
}
