using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Employees;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

/// <summary>Says which employee an account belongs to. They see their own ramp from then on, and never a candidate file of their own (rule 4).</summary>
public static class LinkEmployee
{
    /// <param name="Employee">Employee number, or full name.</param>
    [Requires(Right.ManageAccounts)]
    public sealed record Command(Guid Id, string? Employee) : ICommand<string>;

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.Employee).NotEmpty().WithMessage("Please write their employee number or full name.");
    }

    internal sealed class Writer(TalentHubDb db) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken ct)
        {
            var account = await Accounts.Find(db, command.Id, ct);
            var employee = await Named(db, command.Employee!, ct);
            await Link(db, account.Id, employee, ct);
            return employee.Name;
        }
    }

    /// <summary>Whoever works here under this number or full name, or left under this number: what was kept from them then stays so when they are back.</summary>
    internal static async Task<Employee> Named(TalentHubDb db, string numberOrName, CancellationToken ct)
    {
        var said = numberOrName.Trim();
        var lower = said.ToLowerInvariant();
        var found = await db.Employees.AsTracking().Where(e => e.Number == said || (e.LeftOn == null && e.Name.ToLower() == lower)).Take(2).ToListAsync(ct);
        Rule.Holds(found.Count > 0, "employee-unknown", "Nobody has that employee number, and nobody who works here has that name.", "Employee");
        Rule.Holds(found.Count == 1, "employee-ambiguous", "More than one person here has that name. Write the employee number instead.", "Employee");
        return found[0];
    }

    internal static async Task Link(TalentHubDb db, Guid account, Employee employee, CancellationToken ct)
    {
        // Somebody who left and came back has several records and one account: what was kept from them under an earlier one stays so.
        Rule.Holds(employee.LeftOn is not null || !await db.Employees.AnyAsync(e => e.AccountId == account && e.Id != employee.Id && e.LeftOn == null, ct), "account-has-employee", "This account belongs to another employee. Take that away first.", "Employee");
        employee.LinkTo(account);
    }
}

/// <summary>Takes a link made by mistake back.</summary>
public static class UnlinkEmployee
{
    [Requires(Right.ManageAccounts)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            // The link keeps an administrator who is a candidate away from their own file, so they cannot cut it themselves.
            Rule.Holds(command.Id != viewer.AccountId, "own-employee", "Nobody cuts the link between their own account and themselves. Another administrator can.");
            foreach (var employee in await db.Employees.AsTracking().Where(e => e.AccountId == command.Id).ToListAsync(ct)) employee.Unlink();
            return Unit.Value;
        }
    }
}
