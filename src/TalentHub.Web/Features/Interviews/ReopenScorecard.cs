using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;
using TalentHub.Web.Platform.Pipeline;
using TalentHub.Web.Platform.Security;

namespace TalentHub.Web.Features.Interviews;

/// <summary>Makes somebody else's submitted scorecard their draft again, with a reason, until the decision. What they had handed in stays among its versions.</summary>
public static class ReopenScorecard
{
    [Requires(Right.ReopenScorecards)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(InterviewHead Interview, string Author, DateTime SubmittedAt, bool DebriefOpen, DateTime Now, Command Form);

    /// <summary>Returns the application's id. The same form sent twice is one reopening.</summary>
    [Requires(Right.ReopenScorecards)]
    public sealed record Command : ICommand<Guid>, IVersioned
    {
        /// <summary>The scorecard.</summary>
        public Guid Id { get; set; }
        public int Version { get; set; }
        public string? Reason { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.Reason).NotEmpty().WithMessage("Please write why you reopen it: its author reads it on the scorecard.");
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var card = await db.Scorecards.ReadableBy(db, viewer).Where(s => s.Id == query.Id && s.SubmittedAt != null).Select(s => new
            {
                s.Version,
                s.InterviewId,
                s.AuthorId,
                At = s.SubmittedAt!.Value,
                Author = db.Users.Where(u => u.Id == s.AuthorId).Select(u => u.DisplayName).First(),
                Debrief = s.Application!.Debrief != null,
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That scorecard");
            if (card.AuthorId == viewer.AccountId) throw Own();
            var interview = await db.Interviews.Where(i => i.Id == card.InterviewId).Heads(viewer).SingleAsync(ct);
            return new View(interview, card.Author, card.At, card.Debrief, clock.GetUtcNow().UtcDateTime, new Command { Id = query.Id, Version = card.Version });
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, InterviewPost post, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            await db.LockAuditChain(ct);
            if (await Done(command, ct) is { } done) return done;
            var card = await db.Scorecards.ReadableBy(db, viewer).Where(s => s.Id == command.Id && (s.SubmittedAt != null || s.AuthorId == viewer.AccountId))
                .AsTracking().Include(s => s.Interview).Include(s => s.Application).SingleOrDefaultAsync(ct) ?? throw new NotFound("That scorecard");
            if (card.AuthorId == viewer.AccountId) throw Own();
            card.Edit(command.Version);
            card.Reopen(viewer.AccountId, command.Reason, await OthersOpen(card, ct), card.Application!.State != ApplicationState.Active, clock.GetUtcNow().UtcDateTime);
            await post.ToPanel(card.Interview!, LetterKind.ScorecardReopened, [card.AuthorId], ct);
            return card.ApplicationId;
        }

        /// <summary>The same words by the same person on a card that is open again: the press came twice.</summary>
        private async Task<Guid?> Done(Command command, CancellationToken ct)
        {
            var reason = (command.Reason ?? "").Trim();
            var visible = db.Applications.VisibleTo(viewer);
            return await db.Scorecards.Where(s => s.Id == command.Id && visible.Any(a => a.Id == s.ApplicationId)
                    && s.Reopenings.Any(r => r.At == s.ReopenedAt && r.By == viewer.AccountId && r.Reason == reason))
                .Select(s => (Guid?)s.ApplicationId).SingleOrDefaultAsync(ct);
        }

        /// <summary>Asked of rule 1 itself, as the author stands now; of an author who has no account any more, the worse is assumed.</summary>
        private async Task<bool> OthersOpen(Scorecard card, CancellationToken ct)
        {
            var author = await Viewers.Load(db, card.AuthorId, null, ct);
            var within = author is null ? db.Scorecards : db.Scorecards.ReadableBy(db, author);
            return await within.AnyAsync(s => s.ApplicationId == card.ApplicationId && s.AuthorId != card.AuthorId && s.SubmittedAt != null, ct);
        }
    }

    private static Forbidden Own() => new("Nobody reopens their own scorecard. Amend it with a reason, or ask somebody else in HR.");
}
