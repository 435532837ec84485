using TalentHub.Domain.Employees;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Candidates;

/// <summary>A person considered: once in the system, whatever the number of applications.</summary>
public sealed class Candidate : Entity
{
    private readonly List<Application> applications = [];

    private Candidate() { }

    public Candidate(string name, string? email, string? phone, string? headline, string? notes, DateTime at)
    {
        AddedAt = at;
        Describe(name, email, phone, headline, notes);
    }

    [Personal] public string Name { get; private set; } = "";

    /// <summary>The name as lists sort and search it: lower case.</summary>
    [Personal] public string SortName { get; private set; } = "";

    [Personal] public string? Email { get; private set; }
    [Personal] public string? Phone { get; private set; }

    /// <summary>Present role and company, in a few words.</summary>
    [Personal] public string? Headline { get; private set; }

    [Personal] public string? Notes { get; private set; }
    public DateTime AddedAt { get; private set; }

    /// <summary>Set when the person works here: an internal candidate.</summary>
    public Guid? EmployeeId { get; private set; }

    public Employee? Employee { get; private set; }
    public IReadOnlyList<Application> Applications => applications;
    public bool IsInternal => EmployeeId is not null;

    /// <summary>Rewrites who this is and how to reach them.</summary>
    public void Describe(string name, string? email, string? phone, string? headline, string? notes)
    {
        Name = Rule.Text(name, "the candidate's name", 120, nameof(Name));
        SortName = Name.ToLowerInvariant();
        Email = Rule.OptionalText(email, "the e-mail address", 200, nameof(Email)) is { } address ? Rule.Address(address, nameof(Email)) : null;
        Phone = Rule.OptionalText(phone, "the phone number", 40, nameof(Phone));
        Headline = Rule.OptionalText(headline, "the present role", 160, nameof(Headline));
        Notes = Rule.OptionalText(notes, "the notes", 4000, nameof(Notes));
    }

    /// <summary>States that this person works here.</summary>
    public void LinkTo(Employee employee) => EmployeeId = employee.Id;

    /// <summary>Says again who they are here, or that they do not work here, as before a hire that was taken back.</summary>
    internal void LinkBack(Guid? employeeId) => EmployeeId = employeeId;
}
