using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Exits;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Exits;

/// <summary>Records that somebody goes, and closes their ramp plan in the same breath.</summary>
public static class NewExit
{
    /// <summary>People offered at once; more are reached by name.</summary>
    public const int Most = 100;

    [Requires(Right.WorkExits)]
    public sealed record Query(string? Find = null, Guid? Employee = null) : IQuery<Sheet>;

    public sealed record Sheet(Command Form, IReadOnlyList<SelectListItem> People, bool Cut);

    [Requires(Right.WorkExits)]
    public sealed class Command : ICommand<Guid>
    {
        public Guid? EmployeeId { get; set; }
        public ExitDirection? Direction { get; set; }
        public DateOnly? LastDay { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.EmployeeId).NotNull().WithMessage("Please choose who leaves.");
            RuleFor(c => c.Direction).NotNull().WithMessage("Please choose how it ends.");
            RuleFor(c => c.LastDay).NotNull().WithMessage("Please give the last day at work.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var here = Others(db, viewer).AsNoTracking().Where(e => e.LeftOn == null);
            if (query.Employee is { } id) here = here.Where(e => e.Id == id);
            else if (query.Find?.Trim().ToLowerInvariant() is { Length: > 0 } words) here = here.Where(e => e.Name.ToLower().Contains(words) || e.Number.ToLower() == words);
            var people = await here.OrderBy(e => e.Name).ThenBy(e => e.Id).Take(Most + 1).Select(e => new { e.Id, e.Name, e.Number, e.JobTitle, e.HiredOn }).ToListAsync(ct);
            var items = people.Take(Most).Select(e => new SelectListItem($"{e.Name} · {e.JobTitle ?? e.Number} · since {e.HiredOn.Say()}", e.Id.ToString())).ToList();
            return new(new Command { EmployeeId = query.Employee }, items, people.Count > Most);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            var employee = await Others(db, viewer).AsTracking().SingleOrDefaultAsync(e => e.Id == command.EmployeeId, ct) ?? throw new NotFound("That person");
            var exit = new Exit(employee, command.Direction!.Value, command.LastDay!.Value, viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            db.Exits.Add(exit);
            foreach (var plan in await db.RampPlans.AsTracking().Where(p => p.EmployeeId == employee.Id && p.ClosedOn == null).ToListAsync(ct))
                plan.Close(exit.LastDay, exit.ClosesPlanBecause);
            return exit.Id;
        }
    }

    /// <summary>Nobody records their own exit: it would be theirs to read.</summary>
    private static IQueryable<Employee> Others(TalentHubDb db, Viewer viewer)
    {
        var me = viewer.AccountId;
        return db.Employees.VisibleTo(viewer).Where(e => e.AccountId == null || e.AccountId != me);
    }
}
