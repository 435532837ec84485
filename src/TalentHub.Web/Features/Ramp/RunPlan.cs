using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Ramp;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Ramp;

/// <summary>Finds a plan for whoever runs it, to change it.</summary>
internal static class PlanToRun
{
    public static async Task<RampPlan> Find(TalentHubDb db, Viewer viewer, Guid id, CancellationToken ct) =>
        await db.RampPlans.WorkableBy(db, viewer).AsTracking().Include(p => p.Milestones).Include(p => p.Checkpoints).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, ct)
            ?? throw new NotFound("That ramp plan");
}

/// <summary>Marks a milestone as reached.</summary>
public static class ReachMilestone
{
    [Requires(Right.WorkRamp)]
    public sealed class Command : ICommand
    {
        public Guid PlanId { get; set; }
        public Guid MilestoneId { get; set; }
        public DateOnly? On { get; set; }
        public string? Note { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.On).NotNull().WithMessage("Please say on which day the milestone was reached.");
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var plan = await PlanToRun.Find(db, viewer, command.PlanId, ct);
            plan.Reach(command.MilestoneId, command.On!.Value, command.Note, viewer.AccountId, clock.Today());
            return Unit.Value;
        }
    }
}

/// <summary>Takes back a milestone marked by mistake.</summary>
public static class UnreachMilestone
{
    [Requires(Right.WorkRamp)]
    public sealed record Command(Guid PlanId, Guid MilestoneId) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            (await PlanToRun.Find(db, viewer, command.PlanId, ct)).Unreach(command.MilestoneId);
            return Unit.Value;
        }
    }
}

/// <summary>Decides a checkpoint.</summary>
public static class HoldCheckpoint
{
    [Requires(Right.WorkRamp)]
    public sealed class Command : ICommand
    {
        public Guid PlanId { get; set; }
        public int Day { get; set; }
        public CheckpointOutcome? Outcome { get; set; }
        public string? Evidence { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Outcome).NotNull().WithMessage("Choose what the checkpoint decides: continue, extend or part.");
            RuleFor(c => c.Evidence).NotEmpty().WithMessage("Please write the evidence the decision rests on.");
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var plan = await PlanToRun.Find(db, viewer, command.PlanId, ct);
            plan.Hold(command.Day, command.Outcome!.Value, command.Evidence!, viewer.AccountId, clock.GetUtcNow().UtcDateTime, clock.Today());
            return Unit.Value;
        }
    }
}

/// <summary>Ends a plan after day 90, with the outcome in a sentence.</summary>
public static class ClosePlan
{
    [Requires(Right.WorkRamp)]
    public sealed class Command : ICommand
    {
        public Guid PlanId { get; set; }
        public string? Outcome { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.Outcome).NotEmpty().WithMessage("Please write in a sentence how the ramp ended.");
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            (await PlanToRun.Find(db, viewer, command.PlanId, ct)).Finish(command.Outcome!, clock.Today());
            return Unit.Value;
        }
    }
}
