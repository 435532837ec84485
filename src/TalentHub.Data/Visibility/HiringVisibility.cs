using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Data.Visibility;

/// <summary>Which rows of hiring a viewer can reach. What is out of reach does not exist for them.</summary>
public static class HiringVisibility
{
    /// <summary>The team's own; for HR and executives every opening that is not confidential; never one the viewer is a candidate for.</summary>
    public static IQueryable<Opening> VisibleTo(this IQueryable<Opening> openings, Viewer viewer)
    {
        var me = viewer.AccountId;
        var wide = viewer.Is(Role.Hr) || viewer.Is(Role.Executive);
        if (viewer.HiddenOpenings is { Count: > 0 } hidden) openings = openings.Where(o => !hidden.Contains(o.Id));
        if (!wide) return openings.Where(o => o.Team.Any(t => t.AccountId == me));
        return viewer.ClosedOpenings is { Count: > 0 } closed ? openings.Where(o => !closed.Contains(o.Id)) : openings;
    }

    /// <summary>
    /// Who is a candidate for what, by account (rule 4): whoever stands here neither judges anybody for that opening nor hears of it. For queries about
    /// other people than the viewer; what the viewer sees is ruled above.
    /// </summary>
    public static IQueryable<Candidacy> Candidacies(this TalentHubDb db) =>
        db.Applications.Select(a => new Candidacy { OpeningId = a.OpeningId, AccountId = a.Candidate!.Employee!.AccountId });

    /// <summary>Openings the viewer may change: HR, their leads and, for VP openings, executives.</summary>
    public static IQueryable<Opening> WorkableBy(this IQueryable<Opening> openings, Viewer viewer)
    {
        var visible = openings.VisibleTo(viewer);
        if (viewer.Is(Role.Hr)) return visible;
        var me = viewer.AccountId;
        var executive = viewer.Is(Role.Executive);
        return visible.Where(o => (executive && o.Level == RoleLevel.Vp) || o.Team.Any(t => t.AccountId == me && t.Part == TeamPart.Lead));
    }

    /// <summary>HR all; leads theirs; executives those of VP openings; interviewers those they interview.</summary>
    public static IQueryable<Application> VisibleTo(this IQueryable<Application> applications, Viewer viewer)
    {
        var me = viewer.AccountId;
        var executive = viewer.Is(Role.Executive);
        if (viewer.HiddenOpenings is { Count: > 0 } openings) applications = applications.Where(a => !openings.Contains(a.OpeningId));
        if (viewer.HiddenApplications is { Count: > 0 } hidden) applications = applications.Where(a => !hidden.Contains(a.Id));
        if (viewer.Is(Role.Hr)) return viewer.ClosedOpenings is { Count: > 0 } closed ? applications.Where(a => !closed.Contains(a.OpeningId)) : applications;
        if (executive)
            return applications.Where(a => (a.Opening!.Level == RoleLevel.Vp && !a.Opening.Confidential)
                || a.Opening.Team.Any(t => t.AccountId == me && t.Part != TeamPart.Interviewer) || a.Scorecards.Any(s => s.AuthorId == me));
        return applications.Where(a => a.Opening!.Team.Any(t => t.AccountId == me && t.Part != TeamPart.Interviewer) || a.Scorecards.Any(s => s.AuthorId == me));
    }

    /// <summary>Applications the viewer may move and decide: HR, their leads and, for VP openings, executives.</summary>
    public static IQueryable<Application> WorkableBy(this IQueryable<Application> applications, Viewer viewer)
    {
        var visible = applications.VisibleTo(viewer);
        if (viewer.Is(Role.Hr)) return visible;
        var me = viewer.AccountId;
        var executive = viewer.Is(Role.Executive);
        return visible.Where(a => (executive && a.Opening!.Level == RoleLevel.Vp) || a.Opening!.Team.Any(t => t.AccountId == me && t.Part == TeamPart.Lead));
    }

    /// <summary>
    /// Candidates with an application the viewer can see; for HR also those without any, their own reports apart. Never the
    /// viewer's own file.
    /// </summary>
    public static IQueryable<Candidate> VisibleTo(this IQueryable<Candidate> candidates, TalentHubDb db, Viewer viewer)
    {
        var me = viewer.AccountId;
        if (viewer.EmployeeIds is { Count: > 0 } self) candidates = candidates.Where(c => c.EmployeeId == null || !self.Contains(c.EmployeeId.Value));
        var visible = db.Applications.VisibleTo(viewer);
        if (!viewer.Is(Role.Hr))
        {
            var near = visible.Near(db, viewer).Select(a => a.CandidateId);
            return candidates.Where(c => near.Contains(c.Id));
        }
        if (viewer is { HiddenOpenings: [], HiddenApplications: [], ClosedOpenings: [] })
            return candidates.Where(c => c.EmployeeId == null || c.Applications.Any() || !db.Employees.Any(e => e.Id == c.EmployeeId && e.ManagerId == me));
        return candidates.Where(c => visible.Any(a => a.CandidateId == c.Id)
            || (!c.Applications.Any() && !db.Employees.Any(e => e.Id == c.EmployeeId && e.ManagerId == me)));
    }

    /// <summary>Candidates whose details the viewer may rewrite: HR all they see; others those whose application they work on.</summary>
    public static IQueryable<Candidate> WorkableBy(this IQueryable<Candidate> candidates, TalentHubDb db, Viewer viewer)
    {
        var visible = candidates.VisibleTo(db, viewer);
        if (viewer.Is(Role.Hr)) return visible;
        var mine = db.Applications.WorkableBy(viewer);
        return visible.Where(c => mine.Any(a => a.CandidateId == c.Id));
    }

    /// <summary>
    /// What an index finds of the applications of someone without the wide view. It decides nothing: it spares the rule
    /// above from being asked of every application there is.
    /// </summary>
    private static IQueryable<Application> Near(this IQueryable<Application> applications, TalentHubDb db, Viewer viewer)
    {
        var me = viewer.AccountId;
        var openings = db.TeamMembers.Where(t => t.AccountId == me && t.Part != TeamPart.Interviewer).Select(t => t.OpeningId);
        if (viewer.Is(Role.Executive)) openings = openings.Concat(db.Openings.Where(o => o.Level == RoleLevel.Vp).Select(o => o.Id));
        var scored = db.Scorecards.Where(s => s.AuthorId == me).Select(s => s.ApplicationId);
        return applications.Where(a => openings.Contains(a.OpeningId) || scored.Contains(a.Id));
    }

    /// <summary>Interviews of applications in reach.</summary>
    public static IQueryable<Interview> VisibleTo(this IQueryable<Interview> interviews, TalentHubDb db, Viewer viewer)
    {
        var visible = db.Applications.VisibleTo(viewer);
        return interviews.Where(i => visible.Any(a => a.Id == i.ApplicationId));
    }

    /// <summary>
    /// The viewer's own scorecards: what <see cref="ReadableBy"/> leaves of them, said shortly, since a scorecard saves itself while it is written and the
    /// whole rule costs as much to put into words as the save. Whoever has a scorecard reaches its application, unless the opening or the file is hidden from them.
    /// </summary>
    public static IQueryable<Scorecard> OwnOf(this IQueryable<Scorecard> scorecards, Viewer viewer)
    {
        var me = viewer.AccountId;
        var own = scorecards.Where(s => s.AuthorId == me);
        if (viewer.HiddenOpenings is { Count: > 0 } openings) own = own.Where(s => !openings.Contains(s.OpeningId));
        if (viewer.HiddenApplications is { Count: > 0 } hidden) own = own.Where(s => !hidden.Contains(s.ApplicationId));
        return viewer.Is(Role.Hr) && viewer.ClosedOpenings is { Count: > 0 } closed ? own.Where(s => !closed.Contains(s.OpeningId)) : own;
    }

    /// <summary>Whether <see cref="OwnOf"/> would have found this one: the same rule for a scorecard already read.</summary>
    public static bool Owns(this Viewer viewer, Scorecard card) =>
        card.AuthorId == viewer.AccountId
        && !viewer.HiddenOpenings.Contains(card.OpeningId)
        && !viewer.HiddenApplications.Contains(card.ApplicationId)
        && !(viewer.Is(Role.Hr) && viewer.ClosedOpenings.Contains(card.OpeningId));

    /// <summary>
    /// Rule 1. The author's own; another's only once submitted, with the right to read it, and when the viewer has
    /// submitted their own for that interview or has no scorecard left to give on that application.
    /// </summary>
    public static IQueryable<Scorecard> ReadableBy(this IQueryable<Scorecard> scorecards, TalentHubDb db, Viewer viewer)
    {
        var me = viewer.AccountId;
        var visible = db.Applications.VisibleTo(viewer);
        var inTime = scorecards.Where(s => visible.Any(a => a.Id == s.ApplicationId)).Where(s =>
            s.AuthorId == me
            || (s.SubmittedAt != null
                && (s.Interview!.Scorecards.Any(x => x.AuthorId == me && x.SubmittedAt != null)
                    || !s.Application!.Scorecards.Any(x => x.AuthorId == me && x.SubmittedAt == null && x.WaivedAt == null))));
        if (viewer.Is(Role.Hr)) return inTime;
        var executive = viewer.Is(Role.Executive);
        return inTime.Where(s =>
            s.AuthorId == me
            || (executive && s.Opening!.Level == RoleLevel.Vp)
            || s.Opening!.Team.Any(t => t.AccountId == me && t.Part == TeamPart.Lead)
            || s.Interview!.Scorecards.Any(x => x.AuthorId == me)
            || (s.Application!.Debrief != null && s.Application.Scorecards.Any(x => x.AuthorId == me)));
    }

    /// <summary>
    /// The scorecards that made somebody an employee, for one figure over all of them: the whole company's for those who read insights, which
    /// carry no names; for everyone else what they may read anyway. Never those of an opening the viewer is a candidate for, or of another team's confidential one.
    /// </summary>
    public static IQueryable<Scorecard> BehindHiresFor(this IQueryable<Scorecard> scorecards, TalentHubDb db, Viewer viewer)
    {
        var behind = scorecards.Where(s => s.SubmittedAt != null && db.Employees.Any(e => e.ApplicationId == s.ApplicationId));
        if (!viewer.May(Right.ReadRetention)) return behind.ReadableBy(db, viewer);
        var shut = viewer.HiddenOpenings.Concat(viewer.ClosedOpenings).ToList();
        return shut.Count > 0 ? behind.Where(s => !shut.Contains(s.OpeningId)) : behind;
    }

    /// <summary>Decisions on applications in reach, for those who may read scorecards there without waiting.</summary>
    public static IQueryable<Decision> VisibleTo(this IQueryable<Decision> decisions, TalentHubDb db, Viewer viewer)
    {
        var visible = db.Applications.VisibleTo(viewer);
        return decisions.Where(d => visible.Any(a => a.Id == d.ApplicationId));
    }
}

/// <summary>An account's application for an opening, withdrawn and decided ones too.</summary>
public sealed class Candidacy
{
    public Guid OpeningId { get; init; }
    public Guid? AccountId { get; init; }
}
