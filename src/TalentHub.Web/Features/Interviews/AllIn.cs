using Microsoft.EntityFrameworkCore;
using TalentHub.Data;

namespace TalentHub.Web.Features.Interviews;

/// <summary>Opens a debrief by itself, in the transaction of whatever made the last outstanding scorecard go.</summary>
internal static class AllIn
{
    /// <summary>
    /// Whoever calls this has taken the audit chain's lock before reading anything, so that of two last scorecards the second sees the first. What is
    /// tracked already counts as it stands here, saved or not.
    /// </summary>
    internal static async Task OpenIfAllIn(this TalentHubDb db, Guid applicationId, DateTime at, CancellationToken ct)
    {
        var application = await db.Applications.AsTracking().AsSplitQuery().Include(a => a.Debrief).Include(a => a.Scorecards).Include(a => a.Interviews).SingleAsync(a => a.Id == applicationId, ct);
        application.OpenIfAllIn(await db.Stages.Where(s => s.OpeningId == application.OpeningId && s.Kits.Any()).ToListAsync(ct), at);
    }
}
