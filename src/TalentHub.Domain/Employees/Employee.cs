using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Employees;

/// <summary>How the record came to be.</summary>
public enum EmployeeSource { Hired, Entered, Imported }

/// <summary>A hire or an incumbent.</summary>
public sealed class Employee : Entity
{
    private readonly List<PerformanceRecord> performance = [];

    private Employee() { }

    public Employee(string number, string name, DateOnly hiredOn, string hireChannel, EmployeeSource source)
    {
        Number = Rule.Text(number, "the employee number", 40, nameof(Number));
        Name = Rule.Text(name, "the name", 120, nameof(Name));
        HireChannel = Rule.Text(hireChannel, "the hire channel", 80, nameof(HireChannel));
        (HiredOn, Source) = (hiredOn, source);
    }

    /// <summary>The employee an accepted application becomes.</summary>
    public static Employee From(Candidate candidate, Application application, string number, string jobTitle, RoleLevel level, string? team, Guid? managerId, DateOnly startsOn)
    {
        var employee = new Employee(number, candidate.Name, startsOn, Words.Of(application.Channel), EmployeeSource.Hired)
        {
            CandidateId = candidate.Id,
            ApplicationId = application.Id,
        };
        employee.Place(jobTitle, level, team, managerId);
        return employee;
    }

    public string Number { get; private set; } = "";
    [Personal] public string Name { get; private set; } = "";
    public Guid? AccountId { get; private set; }
    public DateOnly HiredOn { get; private set; }
    public DateOnly? LeftOn { get; private set; }

    /// <summary>As the source names it: our own channels in words, or an import's own label.</summary>
    public string HireChannel { get; private set; } = "";

    public EmployeeSource Source { get; private set; }
    public string? JobTitle { get; private set; }
    public RoleLevel? Level { get; private set; }
    public string? Team { get; private set; }

    /// <summary>The account of whoever manages this person.</summary>
    public Guid? ManagerId { get; private set; }

    public Guid? CandidateId { get; private set; }
    public Guid? ApplicationId { get; private set; }

    /// <summary>Last day on which an import knew whether this person was still here; none means up to today.</summary>
    public DateOnly? ObservedUntil { get; private set; }

    /// <summary>Further columns of an import, by column name; any of them can group an insight.</summary>
    public Dictionary<string, string> Attributes { get; private set; } = [];

    public IReadOnlyList<PerformanceRecord> Performance => performance;

    /// <summary>Puts the person in a job, team and under a manager.</summary>
    public void Place(string? jobTitle, RoleLevel? level, string? team, Guid? managerId)
    {
        JobTitle = Rule.OptionalText(jobTitle, "the job title", 120, nameof(JobTitle));
        Team = Rule.OptionalText(team, "the team", 80, nameof(Team));
        (Level, ManagerId) = (level, managerId);
        Touch();
    }

    /// <summary>Gives the person an account to sign in with.</summary>
    /// <exception cref="RuleBroken">They have another one.</exception>
    public void LinkTo(Guid accountId)
    {
        Rule.Holds(AccountId is null || AccountId == accountId, "employee-has-account", $"{Name} has an account already.", "Employee");
        AccountId = accountId;
        Touch();
    }

    /// <summary>Takes the account away again: it was somebody else's.</summary>
    public void Unlink()
    {
        AccountId = null;
        Touch();
    }

    /// <summary>Records what an import knew: columns beyond ours and the last day it saw. Say first whether the person left.</summary>
    /// <exception cref="RuleBroken">The person was hired, or left, after that day.</exception>
    public void Observe(DateOnly until, IReadOnlyDictionary<string, string> attributes)
    {
        Rule.Holds(until >= HiredOn, "hired-after-as-of", "The hire date lies after the date the file was drawn.", "hired_on");
        Rule.Holds(LeftOn is null || LeftOn <= until, "left-after-as-of", "The last day lies after the date the file was drawn.", "left_on");
        ObservedUntil = until;
        Attributes = new(attributes);
    }

    /// <summary>Records the last day at work.</summary>
    public void Leave(DateOnly on)
    {
        Rule.Holds(LeftOn is null, "already-left", "This person's exit is already recorded.");
        Rule.Holds(on >= HiredOn, "exit-before-hire", "The last day cannot lie before the hire date.", "LastDay");
        LeftOn = on;
        Touch();
    }

    /// <summary>Takes the last day back: the exit was recorded by mistake.</summary>
    internal void Stay()
    {
        LeftOn = null;
        Touch();
    }

    /// <summary>Records one period's quota and result, in whole minor units (cents).</summary>
    public void Performed(DateOnly from, DateOnly to, long quotaMinor, long actualMinor)
    {
        Rule.Holds(from < to, "period-order", "The period must end after it starts.");
        Rule.Holds(from >= HiredOn, "period-before-hire", "A result cannot lie before the hire date.");
        Rule.Holds(quotaMinor > 0 && actualMinor >= 0, "quota-range", "A quota is above zero and a result is not negative.");
        performance.Add(new PerformanceRecord(this, from, to, quotaMinor, actualMinor));
    }
}

/// <summary>Quota and result of one period.</summary>
public sealed class PerformanceRecord : Entity
{
    private PerformanceRecord() { }

    internal PerformanceRecord(Employee employee, DateOnly from, DateOnly to, long quotaMinor, long actualMinor) =>
        (EmployeeId, From, To, QuotaMinor, ActualMinor) = (employee.Id, from, to, quotaMinor, actualMinor);

    public Guid EmployeeId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }

    /// <summary>In cents, above zero.</summary>
    public long QuotaMinor { get; private set; }

    /// <summary>In cents, zero or more.</summary>
    public long ActualMinor { get; private set; }
}
