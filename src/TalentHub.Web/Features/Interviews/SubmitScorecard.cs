using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Interviews;

/// <summary>Hands a scorecard in: it is locked, and the others' open to its author. The last one of an application opens its debrief.</summary>
public static class SubmitScorecard
{
    /// <summary>Returns the scorecard's id. The same form sent twice is one submission.</summary>
    [Requires(Right.Score)]
    public sealed class Command : ScorecardInput, ICommand<Guid>, IVersioned
    {
        /// <summary>The interview.</summary>
        public Guid Id { get; set; }
        public int Version { get; set; }
        public long Sequence { get; set; }

        internal static Command From(SaveDraft.Command form) => new()
        {
            Id = form.Id,
            Version = form.Version,
            Sequence = form.Sequence,
            Recommendation = form.Recommendation,
            Summary = form.Summary,
            Answers = form.Answers,
            GeneralEvidence = form.GeneralEvidence,
            RedFlags = form.RedFlags,
        };
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => Include(new ScorecardInputRules());
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            // The audit chain first, the scorecard second: the order in which everybody takes them, so that nobody waits in a circle.
            await db.LockAuditChain(ct);
            await db.HoldScorecard(command.Id, viewer.AccountId, ct);
            var card = await db.Scorecards.OwnOf(viewer).Where(s => s.InterviewId == command.Id)
                .AsTracking().Include(s => s.Interview).Include(s => s.Ratings).Include(s => s.Revisions).AsSplitQuery().SingleOrDefaultAsync(ct) ?? throw new NotFound("That scorecard");
            if (card.SubmittedAt is not null && card.Says(command.Content())) return card.Id;
            var kit = await db.Kits.Include(k => k.Questions).SingleAsync(k => k.Id == card.Interview!.KitId, ct);
            if (card.IsOutstanding) card.CheckSeen(command.Sequence, command.Version);
            var at = clock.GetUtcNow().UtcDateTime;
            var closed = card.ReopenedAt is not null && await db.Applications.AnyAsync(a => a.Id == card.ApplicationId && a.State != ApplicationState.Active, ct);
            card.Submit(command.Content(), kit, at, closed);
            await db.OpenIfAllIn(card.ApplicationId, at, ct);
            return card.Id;
        }
    }
}
