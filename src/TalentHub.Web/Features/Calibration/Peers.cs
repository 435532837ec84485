using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Science;
using TalentHub.Science.Agreement;

namespace TalentHub.Web.Features.Calibration;

/// <summary>An interviewer in HR's list.</summary>
/// <param name="Leniency">Points above (+) or below (−) the average interviewer, whom they met and chance allowed for; n counts candidates. None where it cannot be told.</param>
public sealed record Peer(Guid Id, string Name, Estimate? Leniency);

/// <summary>
/// All interviewers beside one another, for HR: a model of candidates and raters, so that whoever met strong candidates does not pass for lenient, and whoever met
/// few stays near the middle. In the order of names: it is no ranking.
/// </summary>
internal static class Peers
{
    /// <summary>Interviewers under which how much they differ cannot be estimated.</summary>
    private const int MinimumRaters = 4;

    /// <summary>Names and numbers in two commands. That somebody has handed in a scorecard is nobody's secret from HR; what it says counts once the viewer may read it.</summary>
    public static async Task<IReadOnlyList<Peer>> Load(TalentHubDb db, Viewer viewer, IQueryable<Scorecard> open, CancellationToken ct)
    {
        var visible = db.Applications.VisibleTo(viewer);
        var people = await db.Users.Where(u => u.Id != viewer.AccountId && db.Scorecards.Any(s => s.AuthorId == u.Id && s.SubmittedAt != null && visible.Any(a => a.Id == s.ApplicationId)))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        var means = await (from rating in db.Ratings
                           join card in open on rating.ScorecardId equals card.Id
                           where rating.Score != null
                           group rating.Score!.Value by new { card.ApplicationId, card.AuthorId } into given
                           select new { given.Key.ApplicationId, given.Key.AuthorId, Mean = given.Average() }).ToListAsync(ct);
        var fit = means.Select(m => m.AuthorId).Distinct().Count() < MinimumRaters ? null
            : MixedSeverity.Fit([.. means.OrderBy(m => m.ApplicationId).ThenBy(m => m.AuthorId).Select(m => new RatedOnce($"{m.ApplicationId}", $"{m.AuthorId}", m.Mean))]);
        var byRater = fit?.Raters.ToDictionary(r => r.Name, r => r.Interval(.95, RaterCalibration.MinimumSubjects));
        return [.. people.Select(p => new Peer(p.Id, p.DisplayName, byRater?.GetValueOrDefault($"{p.Id}")))];
    }
}
