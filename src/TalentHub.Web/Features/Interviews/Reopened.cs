using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Interviews;

namespace TalentHub.Web.Features.Interviews;

/// <summary>A submitted scorecard was made a draft again.</summary>
/// <param name="OthersOpen">Its author could read somebody else's by then.</param>
public sealed record Reopened(string By, DateTime At, string Reason, bool OthersOpen);

internal static class ReopenedReads
{
    /// <summary>Reopenings of scorecards that the viewer has been found to reach, oldest first.</summary>
    public static async Task<ILookup<Guid, Reopened>> Reopenings(this TalentHubDb db, IReadOnlyCollection<Guid> scorecards, CancellationToken ct) =>
        (await (from reopening in db.Set<ScorecardReopening>()
                where scorecards.Contains(reopening.ScorecardId)
                join account in db.Users on reopening.By equals account.Id
                orderby reopening.At
                select new { reopening.ScorecardId, account.DisplayName, reopening.At, reopening.Reason, reopening.OthersOpen }).ToListAsync(ct))
            .ToLookup(r => r.ScorecardId, r => new Reopened(r.DisplayName, r.At, r.Reason, r.OthersOpen));
}
