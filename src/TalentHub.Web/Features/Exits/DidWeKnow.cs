using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Science;
using TalentHub.Science.Validity;

namespace TalentHub.Web.Features.Exits;

/// <summary>What the company knew when it hired: the decision, who saw it otherwise, and the competency the panel rated lowest.</summary>
/// <param name="Lowest">Null when no competency was rated by enough people.</param>
public sealed record DidWeKnow(Guid ApplicationId, DateOnly? DecidedOn, int Dissents, string? Lowest, Estimate? LowestMean, int Ratings)
{
    /// <summary>Ratings of a competency under which its mean is not read.</summary>
    public const int Fewest = 2;

    /// <summary>Reads through the rules of scorecards: what the viewer may not read does not count. Null when the application is out of reach.</summary>
    public static async Task<DidWeKnow?> Read(TalentHubDb db, Viewer viewer, Guid applicationId, CancellationToken ct)
    {
        if (!await db.Applications.VisibleTo(viewer).AnyAsync(a => a.Id == applicationId, ct)) return null;
        var decision = await db.Decisions.VisibleTo(db, viewer).AsNoTracking().Where(d => d.ApplicationId == applicationId && d.Outcome == DecisionOutcome.Hire && d.TakenBackAt == null)
            .OrderByDescending(d => d.At).Select(d => new { d.At, Dissents = d.Dissents.Count }).FirstOrDefaultAsync(ct);
        var ratings = await db.Scorecards.ReadableBy(db, viewer).Where(s => s.ApplicationId == applicationId && s.SubmittedAt != null)
            .SelectMany(s => s.Ratings).Where(r => r.Score != null)
            .Join(db.Competencies, r => r.CompetencyId, c => c.Id, (r, c) => new { c.Name, Score = (double)r.Score!.Value }).ToListAsync(ct);
        var lowest = ratings.GroupBy(r => r.Name).Where(g => g.Count() >= Fewest)
            .Select(g => (Name: g.Key, Spread.Mean([.. g.Select(r => r.Score)], minimum: Fewest).Mean)).OrderBy(m => m.Mean.Value).ThenBy(m => m.Name).FirstOrDefault();
        return new(applicationId, decision is null ? null : DateOnly.FromDateTime(decision.At), decision?.Dissents ?? 0, lowest.Name, lowest.Mean, ratings.Count);
    }
}
