using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Interviews;

/// <summary>One interview: when, where, who, and how far the panel is; those who run the opening move it or call it off.</summary>
public static class ChangeInterview
{
    [Requires(Right.Score)]
    public sealed record Query(Guid Id) : IQuery<View>;

    /// <param name="Mine">Whether the viewer is on the panel.</param>
    public sealed record View(InterviewHead Interview, IReadOnlyList<Panellist> Panel, bool Mine, bool Workable, Reschedule Form, DateTime Now)
    {
        public bool Scored => Panel.Any(p => p.SubmittedAt is not null);
        public bool MayChange => Workable && !Interview.Cancelled;
    }

    [Requires(Right.WorkOpenings)]
    public sealed record Reschedule : ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }

        /// <summary>In UTC.</summary>
        public DateTime? StartsAt { get; set; }
        public int? Minutes { get; set; }
        public string? Place { get; set; }
    }

    [Requires(Right.WorkOpenings)]
    public sealed record Cancel(Guid Id) : ICommand;

    public sealed class Rules : AbstractValidator<Reschedule>
    {
        public Rules()
        {
            RuleFor(c => c.StartsAt).NotNull().WithMessage("Give the date and the time, in UTC.");
            RuleFor(c => c.Minutes).NotNull().WithMessage("Say how many minutes it takes.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var visible = db.Interviews.VisibleTo(db, viewer).Where(i => i.Id == query.Id);
            var interview = await visible.Heads().SingleOrDefaultAsync(ct) ?? throw new NotFound("That interview");
            var form = await visible.Select(i => new Reschedule { Id = i.Id, Version = i.Version, StartsAt = i.StartsAt, Minutes = i.Minutes, Place = i.Place }).SingleAsync(ct);
            var workable = viewer.May(Right.WorkOpenings) && await db.Applications.WorkableBy(viewer).AnyAsync(a => a.Id == interview.ApplicationId, ct);
            var panel = await db.Panel(viewer, query.Id, ct);
            return new View(interview, panel, panel.Any(p => p.AccountId == viewer.AccountId), workable, form, clock.GetUtcNow().UtcDateTime);
        }
    }

    internal sealed class Mover(TalentHubDb db, Viewer viewer) : IRequestHandler<Reschedule, Unit>
    {
        public async Task<Unit> Handle(Reschedule command, CancellationToken ct)
        {
            var interview = await Workable(db, viewer, command.Id, ct);
            interview.Edit(command.Version);
            interview.Reschedule(DateTime.SpecifyKind(command.StartsAt!.Value, DateTimeKind.Utc), command.Minutes!.Value, command.Place);
            return Unit.Value;
        }
    }

    internal sealed class Canceller(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Cancel, Unit>
    {
        public async Task<Unit> Handle(Cancel command, CancellationToken ct)
        {
            await db.LockAuditChain(ct);
            var interview = await Workable(db, viewer, command.Id, ct);
            var at = clock.GetUtcNow().UtcDateTime;
            interview.Cancel(at);
            await db.OpenIfAllIn(interview.ApplicationId, at, ct);
            return Unit.Value;
        }
    }

    private static async Task<Domain.Interviews.Interview> Workable(TalentHubDb db, Viewer viewer, Guid id, CancellationToken ct)
    {
        var applications = db.Applications.WorkableBy(viewer);
        return await db.Interviews.VisibleTo(db, viewer).Where(i => applications.Any(a => a.Id == i.ApplicationId)).AsTracking().Include(i => i.Scorecards)
            .SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotFound("That interview");
    }
}
