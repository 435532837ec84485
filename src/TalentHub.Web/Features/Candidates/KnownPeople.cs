using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Employees;

namespace TalentHub.Web.Features.Candidates;

/// <summary>A candidate is one record, however often they apply: says who is there already, to those who may know.</summary>
internal sealed class KnownPeople(TalentHubDb db, Viewer viewer)
{
    public const string Neutral = "A person with this address cannot be added here. Ask HR, who can see why.";

    /// <summary>Refuses an address that another candidate has.</summary>
    public async Task CheckAddress(string? email, Guid? except, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(email)) return;
        var address = email.Trim().ToLowerInvariant();
        if (!await db.Candidates.AnyAsync(c => c.Email == address && c.Id != except, ct)) return;
        var name = await db.Candidates.VisibleTo(db, viewer).Where(c => c.Email == address).Select(c => c.Name).SingleOrDefaultAsync(ct);
        throw name is null
            ? new RuleBroken("email-unavailable", Neutral, "Email")
            : new RuleBroken("email-known", $"{name} already has this address. Add an application to their record instead of a second person.", "Email");
    }

    /// <summary>The employee somebody meant by number or full name.</summary>
    public async Task<Employee> Employee(string numberOrName, CancellationToken ct)
    {
        var said = numberOrName.Trim();
        var lower = said.ToLowerInvariant();
        var found = await db.Employees.AsTracking().VisibleTo(viewer).Where(e => e.LeftOn == null && (e.Number == said || e.Name.ToLower() == lower)).Take(2).ToListAsync(ct);
        Rule.Holds(found.Count > 0, "employee-unknown", "Nobody who works here has that number or name.", "Employee");
        Rule.Holds(found.Count == 1, "employee-ambiguous", "More than one person here has that name. Write the employee number instead.", "Employee");
        return found[0];
    }

    /// <summary>Refuses to record somebody for whom the viewer cannot keep the file, or who is on file already.</summary>
    public async Task CheckInsider(Employee employee, CancellationToken ct)
    {
        CheckKeeper(employee);
        var known = await db.Candidates.AnyAsync(c => c.EmployeeId == employee.Id, ct);
        Rule.Holds(!known, "employee-known", $"{employee.Name} is already on file. Add an application to their record instead.", "Employee");
    }

    /// <summary>
    /// Nobody keeps their own file, and a manager does not keep a report's: the answer is the same whether or not there is
    /// one already, so that it gives nothing away (rule 4).
    /// </summary>
    public void CheckKeeper(Employee employee)
    {
        Rule.Holds(!viewer.EmployeeIds.Contains(employee.Id), "own-file", "Nobody keeps their own file. Ask a colleague in HR to record you.", "Employee");
        Rule.Holds(employee.ManagerId != viewer.AccountId, "own-report", $"{employee.Name} reports to you. Ask a colleague in HR to take this on.", "Employee");
    }
}
