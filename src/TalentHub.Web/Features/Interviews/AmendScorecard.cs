using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Interviews;

/// <summary>Changes a submitted scorecard of one's own, with a reason, until the decision; both versions are kept.</summary>
public static class AmendScorecard
{
    [Requires(Right.Score)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(InterviewHead Interview, IReadOnlyList<KitCard> Questions, Command Form);

    [Requires(Right.Score)]
    public sealed class Command : ScorecardInput, ICommand, IVersioned
    {
        /// <summary>The scorecard.</summary>
        public Guid Id { get; set; }
        public int Version { get; set; }
        public string? Reason { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            Include(new ScorecardInputRules());
            RuleFor(c => c.Reason).NotEmpty().WithMessage("Please write why you amend it: the panel will read it beside both versions.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            // Also while it is reopened: whoever was amending it at that moment keeps what they typed.
            var mine = db.Scorecards.ReadableBy(db, viewer).Where(s => s.Id == query.Id && s.AuthorId == viewer.AccountId && (s.SubmittedAt != null || s.ReopenedAt != null));
            var card = await mine.Select(s => new { s.Version, s.InterviewId }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That scorecard");
            var interview = await db.Interviews.Where(i => i.Id == card.InterviewId).Heads(viewer).SingleAsync(ct);
            var questions = await db.KitCards(interview.KitId, ct);
            return new View(interview, questions, new Command { Id = query.Id, Version = card.Version }.Filled<Command>(await mine.ContentOf(ct), questions));
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            await db.LockAuditChain(ct);
            var card = await db.Scorecards.OwnOf(viewer).Where(s => s.Id == command.Id)
                .AsTracking().Include(s => s.Interview).Include(s => s.Ratings).Include(s => s.Revisions).SingleOrDefaultAsync(ct) ?? throw new NotFound("That scorecard");
            card.Edit(command.Version);
            var kit = await db.Kits.Include(k => k.Questions).SingleAsync(k => k.Id == card.Interview!.KitId, ct);
            var decided = await db.Decisions.AnyAsync(d => d.ApplicationId == card.ApplicationId && d.Outcome != DecisionOutcome.Hold && d.TakenBackAt == null, ct);
            card.Amend(command.Content(), kit, command.Reason ?? "", decided, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
