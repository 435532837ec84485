using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>A named person decides, with reasons. A hire becomes an employee with a ramp plan in the same step.</summary>
public static class Decide
{
    [Requires(Right.Decide)]
    public sealed record Command : GroundsForm, ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }
        public DecisionOutcome? Outcome { get; set; }
        public string? KeepPlan { get; set; }
        public List<Objection> Dissents { get; set; } = [];
        public DateOnly? StartsOn { get; set; }
        public string? JobTitle { get; set; }
        public string? Team { get; set; }
        public Guid? ManagerId { get; set; }
        public Guid? TemplateId { get; set; }
        public string? EmployeeNumber { get; set; }
        public bool FillsOpening { get; set; }
    }

    /// <summary>A panel member's dissent; without words there is none.</summary>
    public sealed record Objection
    {
        public Guid AccountId { get; set; }
        public string? Words { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Outcome).NotNull().WithMessage("Choose hire, reject or hold.").IsInEnum().WithMessage("Choose hire, reject or hold.");
            RuleFor(c => c.Reasons).Must((c, _) => c.Reasoned).WithMessage("Please write the reasons, overall or on the competencies it rests on: whoever reads this in a year has nothing else.");
            When(c => c.Outcome == DecisionOutcome.Hire, () =>
            {
                RuleFor(c => c.StartsOn).NotNull().WithMessage("Please give the first day.");
                RuleFor(c => c.JobTitle).NotEmpty().WithMessage("Please write the job title.");
                RuleFor(c => c.ManagerId).NotNull().WithMessage("Choose who will manage them.");
                RuleFor(c => c.TemplateId).NotNull().WithMessage("Choose the ramp template for the first 90 days.");
            });
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            // One after the other with the votes: whoever is counted here has voted before the decision.
            await db.LockAuditChain(ct);
            var application = await db.Applications.WorkableBy(viewer).AsTracking().AsSplitQuery().Include(a => a.Debrief).Include(a => a.Scorecards).Include(a => a.Opening).ThenInclude(o => o!.Team)
                .Include(a => a.Candidate).Include(a => a.Decisions).Include(a => a.Proposals).ThenInclude(p => p.Votes).SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            application.Edit(command.Version);
            var at = clock.GetUtcNow().UtcDateTime;
            var known = await Known(application.Candidate!, ct);
            var decision = application.Decide(command.Outcome!.Value, await command.Read(db, application, at, ct), command.KeepPlan, Dissents(command, application), known is { LeftOn: null }, viewer.AccountId, at);
            if (decision.Outcome == DecisionOutcome.Hire) decision.Did(await Place(application, known, command, at, ct));
            return Unit.Value;
        }

        private async Task<HireTrace> Place(Application application, Employee? known, Command command, DateTime at, CancellationToken ct)
        {
            var opening = application.Opening!;
            var insider = known is { LeftOn: null } ? known : null;
            var template = await db.RampTemplates.SingleOrDefaultAsync(t => t.Id == command.TemplateId, ct) ?? throw new RuleBroken("template-unknown", "Choose a ramp template from the list.", nameof(command.TemplateId));
            Rule.Holds(await DecideForm.Managers(db).AnyAsync(m => m.Id == command.ManagerId, ct), "manager-unknown", "Choose a manager from the list.", nameof(command.ManagerId));
            Rule.Holds(insider is not null || !await db.Employees.AnyAsync(e => e.Number == command.EmployeeNumber, ct), "number-taken", "Someone already has this employee number. Please choose another.", nameof(command.EmployeeNumber));
            Rule.Holds(insider is not null || known?.AccountId is not { } account || !await db.Employees.AnyAsync(e => e.AccountId == account && e.LeftOn == null, ct),
                "works-here-already", "Their earlier record here has the account of somebody who works here now. An administrator can set right, under People, which records are theirs.", nameof(command.EmployeeNumber));
            var running = insider is null ? [] : await db.RampPlans.AsTracking().Where(p => p.EmployeeId == insider.Id && p.ClosedOn == null).ToListAsync(ct);
            var placement = new Placement(command.StartsOn!.Value, command.JobTitle!, command.Team, command.ManagerId!.Value, command.EmployeeNumber);
            var before = HireTrace.Before(application, application.Candidate!, insider, running);
            var (employee, plan) = placement.Of(application, application.Candidate!, opening.Level, known, running, template, at);
            if (insider is null) db.Add(employee);
            db.Add(plan);
            if (command.FillsOpening) opening.Fill(DateOnly.FromDateTime(at));
            return before.After(employee, plan, command.FillsOpening);
        }

        /// <summary>The employee the candidate is, or was before they left.</summary>
        private async Task<Employee?> Known(Candidate candidate, CancellationToken ct) => candidate.EmployeeId is not { } id
            ? null
            : await db.Employees.AsTracking().SingleOrDefaultAsync(e => e.Id == id, ct);

        private static List<(Guid, string)> Dissents(Command command, Application application)
        {
            var said = command.Dissents.Where(d => !string.IsNullOrWhiteSpace(d.Words)).ToList();
            Rule.Holds(said.All(d => application.Scorecards.Any(s => s.AuthorId == d.AccountId) || application.Opening!.Team.Any(t => t.AccountId == d.AccountId)),
                "dissent-not-panel", "Only someone of the panel or the hiring team can dissent.", nameof(command.Dissents));
            return [.. said.Select(d => (d.AccountId, d.Words!))];
        }
    }
}
