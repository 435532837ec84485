using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Ramp;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Ramp;

/// <summary>Records a week's actuals, or corrects them.</summary>
public static class RecordCheckIn
{
    [Requires(Right.EnterActivity)]
    public sealed record Query(Guid PlanId, int Week) : IQuery<Sheet>;

    /// <summary>The form and what stands around it.</summary>
    /// <param name="By">Who recorded the week, if it is recorded.</param>
    public sealed record Sheet(Command Form, string Name, bool IsOwn, DateOnly From, DateOnly To, IReadOnlyList<Asked> Asked, string? By, DateTime? At);

    /// <param name="Before">What the week before showed; null when it is not recorded.</param>
    public sealed record Asked(string Key, string Name, int Target, int? Before);

    [Requires(Right.EnterActivity)]
    public sealed class Command : ICommand, IVersioned
    {
        public Guid PlanId { get; set; }
        public int Week { get; set; }

        /// <summary>Of the week's record; 0 to record a week for the first time.</summary>
        public int Version { get; set; }

        /// <summary>JSON can hold nothing where an entry should be.</summary>
        public List<Entry> Actuals { get; set => field = [.. value.OfType<Entry>()]; } = [];
        public string? Note { get; set; }
    }

    public sealed class Entry
    {
        public string Key { get; set; } = "";
        public string? Name { get; set; }
        public int? Value { get; set; }

        public override string ToString() => $"{Name ?? Key} {Value}";
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleForEach(c => c.Actuals).ChildRules(entry => entry.RuleFor(e => e.Value).NotNull().WithMessage(e => $"Please write a number for {(e.Name ?? e.Key).ToLowerInvariant()}; 0 if there was none."));
            RuleFor(c => c.Actuals).NotEmpty().WithMessage("Please write at least one number.")
                .Must(a => a.All(e => !string.IsNullOrWhiteSpace(e.Key))).WithMessage("That activity is not in this plan.")
                .Must(a => a.Select(e => e.Key).Distinct().Count() == a.Count).WithMessage("Each activity is counted once.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var plan = await db.RampPlans.EnterableBy(db, viewer).AsNoTracking().Include(p => p.Employee).Include(p => p.Activities).Include(p => p.CheckIns).AsSplitQuery()
                .SingleOrDefaultAsync(p => p.Id == query.PlanId, ct) ?? throw new NotFound("That ramp plan");
            plan.CheckWeek(query.Week, clock.Today());
            var stored = plan.CheckIns.SingleOrDefault(c => c.Week == query.Week);
            var before = plan.CheckIns.SingleOrDefault(c => c.Week == query.Week - 1);
            var activities = plan.Activities.OrderBy(a => a.Order).ToList();
            var by = stored is null ? null : await db.Users.AsNoTracking().Where(u => u.Id == stored.RecordedBy).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
            var form = new Command
            {
                PlanId = plan.Id,
                Week = query.Week,
                Version = stored?.Version ?? 0,
                Actuals = [.. activities.Select(a => new Entry { Key = a.Key, Name = a.Name, Value = stored?.Actuals.GetValueOrDefault(a.Key) })],
                Note = stored?.Note,
            };
            return new(
                form, plan.Employee!.Name, plan.Employee.AccountId == viewer.AccountId, plan.DateOf(((query.Week - 1) * 7) + 1), plan.DateOf(query.Week * 7),
                [.. activities.Select(a => new Asked(a.Key, a.Name, a.WeeklyTargets[query.Week - 1], before?.Actuals.GetValueOrDefault(a.Key)))], by, stored?.RecordedAt);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var plan = await db.RampPlans.EnterableBy(db, viewer).AsTracking().Include(p => p.Activities).Include(p => p.CheckIns).AsSplitQuery()
                .SingleOrDefaultAsync(p => p.Id == command.PlanId, ct) ?? throw new NotFound("That ramp plan");
            var actuals = command.Actuals.ToDictionary(a => a.Key, a => a.Value!.Value);
            var now = clock.GetUtcNow().UtcDateTime;
            if (command.Version > 0 && plan.CheckIns.SingleOrDefault(c => c.Week == command.Week) is { } stored)
            {
                stored.Edit(command.Version);
                plan.Correct(command.Week, actuals, command.Note, viewer.AccountId, now);
            }
            else
            {
                plan.Record(command.Week, actuals, command.Note, viewer.AccountId, now, clock.Today());
            }
            return Unit.Value;
        }
    }
}
