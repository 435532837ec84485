using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>The job somebody who works here had before they were moved.</summary>
public sealed record FormerJob(string? JobTitle, RoleLevel? Level, string? Team, Guid? ManagerId);

/// <summary>What a hire made and changed, with the versions it left behind: whatever has moved on since cannot be undone without losing something.</summary>
/// <param name="Former">The insider's job before; none where an employee was made.</param>
/// <param name="ClosedPlans">The insider's ramp plans that ended for the new job.</param>
/// <param name="EmployeeBefore">The employee record the candidate had before.</param>
/// <param name="InformedBefore">When their manager had been told, if they had.</param>
public sealed record HireTrace(
    Guid EmployeeId, int EmployeeVersion, Guid PlanId, int PlanVersion, bool FilledOpening, FormerJob? Former, IReadOnlyList<Guid> ClosedPlans, Guid? EmployeeBefore, DateTime? InformedBefore)
{
    /// <summary>How things stand before the hire.</summary>
    /// <param name="insider">The employee who is about to be moved; none for a newcomer.</param>
    public static HireTrace Before(Application application, Candidate candidate, Employee? insider, IEnumerable<RampPlan> running) => new(
        Guid.Empty, 0, Guid.Empty, 0, false, insider is null ? null : new FormerJob(insider.JobTitle, insider.Level, insider.Team, insider.ManagerId),
        [.. running.Select(p => p.Id)], candidate.EmployeeId, application.ManagerInformedAt);

    /// <summary>The same with what the hire left behind.</summary>
    public HireTrace After(Employee employee, RampPlan plan, bool filled) =>
        this with { EmployeeId = employee.Id, EmployeeVersion = employee.Version, PlanId = plan.Id, PlanVersion = plan.Version, FilledOpening = filled };

    /// <summary>
    /// Undoes what the hire did to those who stay: the insider has their former job and plans again, the candidate their former record, the opening is
    /// open again. The plan, and the employee where one was made, are then for the caller to remove.
    /// </summary>
    /// <param name="employee">With performance records; none when somebody removed it meanwhile.</param>
    /// <exception cref="RuleBroken"><c>hire-moved-on</c>: something has been recorded on it since.</exception>
    public void Undo(Application application, Candidate candidate, Opening opening, Employee? employee, RampPlan? plan, IEnumerable<RampPlan> closed)
    {
        const string instead = "If they do not start after all, record an exit instead.";
        Rule.Holds(plan is not null && plan.Version == PlanVersion, "hire-moved-on", $"Something has been recorded on the ramp plan since the decision, so it can no longer be taken back with one press. {instead}");
        Rule.Holds(employee is not null && employee.Version == EmployeeVersion && (Former is not null || (employee.ObservedUntil is null && employee.Performance.Count == 0)), "hire-moved-on",
            $"Something has been recorded on the employee since the decision, such as an account or a result, so it can no longer be taken back with one press. {instead}");
        if (Former is { } job)
        {
            employee!.Place(job.JobTitle, job.Level, job.Team, job.ManagerId);
            foreach (var before in closed) before.Reopen();
        }
        else candidate.LinkBack(EmployeeBefore);
        application.ManagerInformed(InformedBefore);
        if (FilledOpening) opening.Reopen();
    }
}
