using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>Where a hire starts: the day, the job, the team and under whom.</summary>
/// <param name="StartsOn">First day in the job; from the day of application up to a year ahead.</param>
/// <param name="Number">Employee number of a newcomer; an insider keeps theirs.</param>
public sealed record Placement(DateOnly StartsOn, string JobTitle, string? Team, Guid ManagerId, string? Number)
{
    /// <summary>Makes the employee and the ramp plan of a hire (rule 10). An insider is moved instead of made anew.</summary>
    /// <param name="known">The employee the candidate is or, before they left, was. Someone who left gets a new record and keeps their account.</param>
    /// <param name="runningPlans">An insider's ramp plans that still run; they end the day before.</param>
    /// <exception cref="RuleBroken">The dates do not agree, the template is for another level, or the manager is the hire.</exception>
    public (Employee Employee, RampPlan Plan) Of(Application application, Candidate candidate, RoleLevel level, Employee? known, IEnumerable<RampPlan> runningPlans, RampTemplate template, DateTime at)
    {
        var today = DateOnly.FromDateTime(at);
        Rule.Holds(application.State == ApplicationState.Hired, "not-hired", "Only a hire becomes an employee.");
        Rule.Holds(StartsOn >= application.AppliedOn, "start-before-application", "The first day cannot lie before the day they applied.", nameof(StartsOn));
        Rule.Holds(StartsOn <= today.AddYears(1), "start-too-far", "The first day lies more than a year ahead. Please check the year.", nameof(StartsOn));
        Rule.Holds(template.Level == level && template.RetiredAt is null, "template-mismatch", "That ramp template is for another level, or no longer in use.", "TemplateId");
        Rule.Text(JobTitle, "the job title", 120, nameof(JobTitle));
        Rule.Holds(known?.AccountId is null || known.AccountId != ManagerId, "own-manager", "Nobody can be their own manager. Choose someone else.", nameof(ManagerId));
        if (known is not { LeftOn: null } insider)
        {
            var made = Employee.From(candidate, application, Rule.Text(Number, "the employee number", 40, "EmployeeNumber"), JobTitle, level, Team, ManagerId, StartsOn);
            // Their file stays out of their own sight from the first day (rule 4).
            if (known?.AccountId is { } account) made.LinkTo(account);
            candidate.LinkTo(made);
            application.InformManager(at);
            return (made, new RampPlan(made, template, StartsOn, ManagerId));
        }

        Rule.Holds(StartsOn >= insider.HiredOn, "start-before-hire", "They cannot start the new job before they joined the company.", nameof(StartsOn));
        foreach (var running in runningPlans) running.Close(StartsOn > running.StartsOn ? StartsOn.AddDays(-1) : StartsOn, "Moved to another job");
        insider.Place(JobTitle, level, Team, ManagerId);
        application.InformManager(at);
        return (insider, new RampPlan(insider, template, StartsOn, ManagerId));
    }
}
