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

/// <summary>Keeps what an interviewer has written so far. Sent within two seconds of a pause, so it reads no more than it needs.</summary>
public static class SaveDraft
{
    /// <summary>Sequence starts from the number the scorecard was read with and grows by one a save; Version is the one last seen.</summary>
    [Requires(Right.Score)]
    public sealed class Command : ScorecardInput, ICommand<Saved>, IVersioned
    {
        /// <summary>The interview.</summary>
        public Guid Id { get; set; }
        public int Version { get; set; }
        public long Sequence { get; set; }
    }

    /// <summary>What the server holds now.</summary>
    /// <param name="Taken">False for a save that arrived after a later one: nothing changed.</param>
    /// <param name="Nudge">What the ratings given so far suggest looking at, if anything.</param>
    public sealed record Saved(bool Taken, long Sequence, int Version, DateTime? SavedAt, Nudge? Nudge);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            Include(new ScorecardInputRules());
            RuleFor(c => c.Sequence).Must(DraftNumber.IsOurs).WithMessage("Count the saves up from the number the scorecard was read with.");
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Saved>
    {
        public async Task<Saved> Handle(Command command, CancellationToken ct)
        {
            var mine = db.Scorecards.ReadableBy(db, viewer).Where(s => s.InterviewId == command.Id && s.AuthorId == viewer.AccountId);
            await db.HoldScorecard(command.Id, viewer.AccountId, ct);
            var card = await mine.AsTracking().Include(s => s.Ratings).AsSingleQuery().SingleOrDefaultAsync(ct) ?? throw new NotFound("That scorecard");
            var kit = await db.Interviews.Where(i => i.Id == command.Id).SelectMany(i => i.Kit!.Questions).Select(q => new KitLine(q.Id, q.Order, q.CompetencyId)).ToListAsync(ct);
            var taken = card.SaveDraft(command.Sequence, command.Version, command.Content(), kit, clock.GetUtcNow().UtcDateTime);
            return new Saved(taken, card.Sequence, card.Version, card.SavedAt, RatingNudges.WhileRating([.. card.Ratings.Select(r => r.Score).OfType<int>()]));
        }
    }

    /// <summary>
    /// Makes saves of one scorecard queue up behind one another on an engine that would let them race: an update that
    /// changes nothing takes the row.
    /// </summary>
    internal static Task HoldScorecard(this TalentHubDb db, Guid interviewId, Guid authorId, CancellationToken ct) => db.Scorecards
        .Where(s => s.InterviewId == interviewId && s.AuthorId == authorId).ExecuteUpdateAsync(s => s.SetProperty(c => c.Sequence, c => c.Sequence), ct);
}
