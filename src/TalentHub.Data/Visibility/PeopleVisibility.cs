using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Auditing;
using TalentHub.Domain.Access;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Exits;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Ramp;

namespace TalentHub.Data.Visibility;

/// <summary>Which employees, ramps, exits and audit rows a viewer can reach.</summary>
public static class PeopleVisibility
{
    /// <summary>HR all; a sales manager their team; everyone themselves.</summary>
    public static IQueryable<Employee> VisibleTo(this IQueryable<Employee> employees, Viewer viewer)
    {
        var me = viewer.AccountId;
        var hr = viewer.Is(Role.Hr);
        var manager = viewer.Is(Role.SalesManager);
        return employees.Where(e => hr || (manager && e.ManagerId == me) || e.AccountId == me);
    }

    /// <summary>HR and executives all; a lead those hired through their openings; a sales manager their team; a new hire their own.</summary>
    public static IQueryable<RampPlan> VisibleTo(this IQueryable<RampPlan> plans, TalentHubDb db, Viewer viewer)
    {
        var me = viewer.AccountId;
        if (viewer.Is(Role.Hr) || viewer.Is(Role.Executive)) return plans;
        var manager = viewer.Is(Role.SalesManager);
        var lead = viewer.Is(Role.Lead);
        return plans.Where(p => p.Employee!.AccountId == me
            || (manager && (p.OwnerId == me || p.Employee.ManagerId == me))
            || (lead && db.Applications.Any(a => a.Id == p.Employee.ApplicationId && a.Opening!.Team.Any(t => t.AccountId == me && t.Part == TeamPart.Lead))));
    }

    /// <summary>Plans the viewer runs: HR all, a sales manager their team's. Nobody runs their own.</summary>
    public static IQueryable<RampPlan> WorkableBy(this IQueryable<RampPlan> plans, TalentHubDb db, Viewer viewer)
    {
        var me = viewer.AccountId;
        var hr = viewer.Is(Role.Hr);
        var manager = viewer.Is(Role.SalesManager);
        return plans.VisibleTo(db, viewer).Where(p => p.Employee!.AccountId != me && (hr || (manager && (p.OwnerId == me || p.Employee.ManagerId == me))));
    }

    /// <summary>HR all but their own; a sales manager their team's, as a summary without the leaver's words.</summary>
    public static IQueryable<Exit> VisibleTo(this IQueryable<Exit> exits, Viewer viewer)
    {
        var me = viewer.AccountId;
        var hr = viewer.Is(Role.Hr);
        var manager = viewer.Is(Role.SalesManager);
        return exits.Where(e => e.Employee!.AccountId == null || e.Employee.AccountId != me).Where(e => hr || (manager && e.Employee!.ManagerId == me));
    }

    /// <summary>The trail, without openings the viewer is a candidate for (their other candidates included), the viewer's own file, a report's undisclosed application, and confidential openings of other teams.</summary>
    public static IQueryable<AuditRow> VisibleTo(this IQueryable<AuditRow> rows, TalentHubDb db, Viewer viewer)
    {
        if (viewer.HiddenOpenings is { Count: > 0 } hidden)
        {
            var texts = hidden.Select(h => h.ToString()).ToList();
            rows = rows.Where(r => (r.OpeningId == null || !hidden.Contains(r.OpeningId.Value)) && !(r.EntityType == nameof(Opening) && texts.Contains(r.EntityId)));
            var rivals = db.Applications.Where(a => hidden.Contains(a.OpeningId)).Select(a => (Guid?)a.CandidateId);
            rows = rows.Where(r => r.CandidateId == null || !rivals.Contains(r.CandidateId));
        }
        if (viewer.EmployeeIds is { Count: > 0 } self)
        {
            var own = db.Candidates.Where(c => self.Contains(c.EmployeeId!.Value)).Select(c => (Guid?)c.Id);
            rows = rows.Where(r => r.CandidateId == null || !own.Contains(r.CandidateId));
        }
        var reports = db.Candidates.Where(c => c.Employee!.ManagerId == viewer.AccountId && (!c.Applications.Any() || c.Applications.Any(a => a.ManagerInformedAt == null))).Select(c => (Guid?)c.Id);
        rows = rows.Where(r => r.CandidateId == null || !reports.Contains(r.CandidateId));
        var confidential = db.Openings.Where(o => o.Confidential && !o.Team.Any(t => t.AccountId == viewer.AccountId)).Select(o => (Guid?)o.Id);
        var kept = db.Applications.Where(a => confidential.Contains(a.OpeningId)).Select(a => (Guid?)a.CandidateId);
        return rows.Where(r => (r.OpeningId == null || !confidential.Contains(r.OpeningId)) && (r.CandidateId == null || !kept.Contains(r.CandidateId)));
    }
}
