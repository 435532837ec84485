using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Mail;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Interviews;

/// <summary>One interview: when, where, who, and how far the panel is; those who run the opening move it or call it off.</summary>
public static class ChangeInterview
{
    [Requires(Right.Score)]
    public sealed record Query(Guid Id) : IQuery<View>;

    /// <param name="Mine">Whether the viewer is on the panel.</param>
    /// <param name="Elsewhere">When it is where it was planned, if that is another time zone than the viewer's.</param>
    /// <param name="CandidateInvitedAt">When the candidate was sent an invitation.</param>
    /// <param name="Addable">Who could join the panel.</param>
    /// <param name="Planned">Interviewers the plan asks for at this stage.</param>
    public sealed record View(InterviewHead Interview, IReadOnlyList<Panellist> Panel, bool Mine, bool Workable, string? Elsewhere, DateTime? CandidateInvitedAt, bool Writable, IReadOnlyList<Seat> Addable, IReadOnlyList<Letter> Letters, int Planned, Reschedule Form, DateTime Now)
    {
        public bool Scored => Panel.Any(p => p.SubmittedAt is not null);
        public bool MayChange => Workable && !Interview.Cancelled;

        /// <summary>Interviewers short of the plan, as long as that can be mended.</summary>
        public int Short => MayChange && Addable.Count > 0 ? Math.Max(0, Planned - Panel.Count(p => !p.Waived)) : 0;
    }

    public sealed record Seat(Guid AccountId, string Name, string Load);

    /// <summary>A letter about it: to whom, and how far.</summary>
    public sealed record Letter(LetterKind Kind, string To, LetterState State, DateTime At);

    [Requires(Right.WorkOpenings)]
    public sealed record Reschedule : ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }

        /// <summary>What a clock in <see cref="Zone"/> shows.</summary>
        public DateTime? StartsAt { get; set; }

        /// <summary>IANA name of the time zone; none: as it was.</summary>
        public string? Zone { get; set; }
        public int? Minutes { get; set; }
        public string? Place { get; set; }

        /// <summary>Sends the candidate the new time; nothing goes to them otherwise.</summary>
        public bool TellCandidate { get; set; }

        /// <summary>Somebody is taken at that time, and it is meant all the same.</summary>
        public bool DespiteClash { get; set; }
    }

    /// <param name="TellCandidate">Sends the candidate word of it.</param>
    [Requires(Right.WorkOpenings)]
    public sealed record Cancel(Guid Id, bool TellCandidate = false) : ICommand;

    public sealed class Rules : AbstractValidator<Reschedule>
    {
        public Rules()
        {
            RuleFor(c => c.StartsAt).NotNull().WithMessage("Give the date and the time.");
            RuleFor(c => c.Minutes).NotNull().WithMessage("Say how many minutes it takes.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var visible = db.Interviews.VisibleTo(db, viewer).Where(i => i.Id == query.Id);
            var interview = await visible.Heads(viewer).SingleOrDefaultAsync(ct) ?? throw new NotFound("That interview");
            var more = await visible.Select(i => new { i.Version, i.Zone, i.CandidateInvitedAt, Planned = i.Stage!.PanelSize, Writable = i.Candidate!.Email != null, Open = i.Application!.Debrief == null }).SingleAsync(ct);
            var panel = await db.Panel(viewer, query.Id, ct);
            var workable = viewer.May(Right.WorkOpenings) && await db.Applications.WorkableBy(viewer).AnyAsync(a => a.Id == interview.ApplicationId, ct);
            var addable = workable && more.Open && !interview.Cancelled ? await Addable(interview, [.. panel.Select(p => p.AccountId)], now, ct) : [];
            var letters = workable ? await Letters(query.Id, ct) : [];
            var elsewhere = more.Zone == viewer.Zone ? null : $"{Zones.FromUtc(interview.StartsAt, more.Zone):HH:mm} {Zones.Spoken(more.Zone)}";
            var form = new Reschedule { Id = query.Id, Version = more.Version, StartsAt = Zones.FromUtc(interview.StartsAt, more.Zone), Zone = more.Zone, Minutes = interview.Minutes, Place = interview.Place, TellCandidate = more.CandidateInvitedAt is not null };
            return new View(interview, panel, panel.Any(p => p.AccountId == viewer.AccountId), workable, elsewhere, more.CandidateInvitedAt, more.Writable, addable, letters, more.Planned, form, now);
        }

        private async Task<List<Seat>> Addable(InterviewHead interview, List<Guid> seated, DateTime now, CancellationToken ct)
        {
            var free = db.FreeToJudge(interview.OpeningId, interview.CandidateId);
            var team = await (from member in db.TeamMembers
                              where member.OpeningId == interview.OpeningId && free.Contains(member.AccountId) && !seated.Contains(member.AccountId)
                              join account in db.Users on member.AccountId equals account.Id
                              orderby account.DisplayName
                              select new { account.Id, account.DisplayName }).ToListAsync(ct);
            var loads = await db.Loads([.. team.Select(t => t.Id)], new Slot(interview.StartsAt, interview.Minutes, viewer.Zone, interview.Id), now, ct);
            return [.. team.Select(t => new Seat(t.Id, t.DisplayName, loads[t.Id].Taken.Count > 0 ? $"taken {string.Join(" and ", loads[t.Id].Taken)}" : loads[t.Id].Said))];
        }

        private Task<List<Letter>> Letters(Guid id, CancellationToken ct) => db.Letters.Where(l => l.InterviewId == id)
            .OrderByDescending(l => l.Id).Take(30).Select(l => new Letter(l.Kind, l.ToName, l.State, l.ClosedAt ?? l.WrittenAt)).ToListAsync(ct);
    }

    internal sealed class Mover(TalentHubDb db, Viewer viewer, InterviewPost post, TimeProvider clock) : IRequestHandler<Reschedule, Unit>
    {
        public async Task<Unit> Handle(Reschedule command, CancellationToken ct)
        {
            var interview = await Workable(db, viewer, command.Id, ct);
            interview.Edit(command.Version);
            var zone = Zones.Checked(command.Zone ?? interview.Zone, nameof(command.Zone));
            var slot = new Slot(Zones.ToUtc(command.StartsAt!.Value, zone, nameof(command.StartsAt)), command.Minutes!.Value, zone, interview.Id);
            Guid[] panel = [.. interview.Scorecards.Where(s => s.WaivedAt is null).Select(s => s.AuthorId)];
            var moves = (slot.StartsAt, slot.Minutes) != (interview.StartsAt, interview.Minutes);
            if (moves) await db.CheckClashes(viewer, interview.CandidateId, panel, slot, command.DespiteClash, clock.GetUtcNow().UtcDateTime, ct);
            if (!interview.Reschedule(slot.StartsAt, slot.Minutes, command.Place, zone)) return Unit.Value;
            await post.ToPanel(interview, LetterKind.PanelChange, panel, ct);
            if (command.TellCandidate) await post.ToCandidate(interview, interview.CandidateInvitedAt is null ? LetterKind.CandidateInvitation : LetterKind.CandidateChange, ct);
            return Unit.Value;
        }
    }

    internal sealed class Canceller(TalentHubDb db, Viewer viewer, InterviewPost post, TimeProvider clock) : IRequestHandler<Cancel, Unit>
    {
        public async Task<Unit> Handle(Cancel command, CancellationToken ct)
        {
            await db.LockAuditChain(ct);
            var interview = await Workable(db, viewer, command.Id, ct);
            Guid[] waiting = [.. interview.Scorecards.Where(s => s.IsOutstanding).Select(s => s.AuthorId)];
            var at = clock.GetUtcNow().UtcDateTime;
            interview.Cancel(at);
            await db.OpenIfAllIn(interview.ApplicationId, at, ct);
            await post.ToPanel(interview, LetterKind.PanelCancellation, waiting, ct);
            if (command.TellCandidate && interview.CandidateInvitedAt is not null) await post.ToCandidate(interview, LetterKind.CandidateCancellation, ct);
            return Unit.Value;
        }
    }

    internal static async Task<Domain.Interviews.Interview> Workable(TalentHubDb db, Viewer viewer, Guid id, CancellationToken ct)
    {
        var applications = db.Applications.WorkableBy(viewer);
        return await db.Interviews.VisibleTo(db, viewer).Where(i => applications.Any(a => a.Id == i.ApplicationId)).AsTracking().Include(i => i.Scorecards)
            .SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotFound("That interview");
    }
}
