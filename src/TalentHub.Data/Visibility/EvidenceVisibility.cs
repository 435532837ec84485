using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Data.Visibility;

/// <summary>Which test results and references a viewer can reach. They are evidence like a scorecard, so rule 1 holds for them too.</summary>
public static class EvidenceVisibility
{
    /// <summary>Applications for which the viewer gathers evidence: HR, and their leads. They see that something is in before they may read it.</summary>
    public static IQueryable<Application> GatheredBy(this IQueryable<Application> applications, Viewer viewer)
    {
        var visible = applications.VisibleTo(viewer);
        if (viewer.Is(Role.Hr)) return visible;
        var me = viewer.AccountId;
        return visible.Where(a => a.Opening!.Team.Any(t => t.AccountId == me && t.Part == TeamPart.Lead));
    }

    /// <summary>Rule 1: results of applications whose evidence is open to the viewer.</summary>
    public static IQueryable<AssessmentResult> ReadableBy(this IQueryable<AssessmentResult> results, TalentHubDb db, Viewer viewer)
    {
        var open = db.Applications.WithEvidenceOpenTo(viewer);
        return results.Where(r => r.RemovedAt == null && open.Any(a => a.Id == r.ApplicationId));
    }

    /// <summary>Rule 1: references that are in, of applications whose evidence is open to the viewer.</summary>
    public static IQueryable<ReferenceCheck> ReadableBy(this IQueryable<ReferenceCheck> checks, TalentHubDb db, Viewer viewer)
    {
        var open = db.Applications.WithEvidenceOpenTo(viewer);
        return checks.Where(r => r.AnsweredAt != null && open.Any(a => a.Id == r.ApplicationId));
    }

    /// <summary>
    /// HR, leads, executives on VP openings, and whoever gave a scorecard on the application; never somebody who still has one to give there. A scorecard
    /// that was waived opens nothing before the debrief does: who was let off has given no word.
    /// </summary>
    private static IQueryable<Application> WithEvidenceOpenTo(this IQueryable<Application> applications, Viewer viewer)
    {
        var me = viewer.AccountId;
        var inTime = applications.VisibleTo(viewer).Where(a => !a.Scorecards.Any(s => s.AuthorId == me && s.SubmittedAt == null && s.WaivedAt == null));
        if (viewer.Is(Role.Hr)) return inTime;
        var executive = viewer.Is(Role.Executive);
        return inTime.Where(a =>
            (executive && a.Opening!.Level == RoleLevel.Vp)
            || a.Opening!.Team.Any(t => t.AccountId == me && t.Part == TeamPart.Lead)
            || a.Scorecards.Any(s => s.AuthorId == me && (s.SubmittedAt != null || a.Debrief != null)));
    }
}
