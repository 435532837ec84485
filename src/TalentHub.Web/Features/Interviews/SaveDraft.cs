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
        private static readonly Translated<Func<TalentHubDb, Guid, Guid, CancellationToken, Task<Found?>>> Mine = new(() => EF.CompileAsyncQuery(
            (TalentHubDb db, Guid interview, Guid author, CancellationToken _) => db.Scorecards
                .Where(s => s.InterviewId == interview && s.AuthorId == author).AsTracking().Include(s => s.Ratings).AsSingleQuery()
                .Select(s => new Found { Card = s, KitId = s.Interview!.KitId }).SingleOrDefault()));

        public async Task<Saved> Handle(Command command, CancellationToken ct)
        {
            await db.HoldScorecard(command.Id, viewer.AccountId, ct);
            var mine = await Mine.For(db)(db, command.Id, viewer.AccountId, ct);
            if (mine is not { Card: var card } || !viewer.Owns(card)) throw new NotFound("That scorecard");
            var taken = card.SaveDraft(command.Sequence, command.Version, command.Content(), await KitsInUse.Lines(db, mine.KitId, ct), clock.GetUtcNow().UtcDateTime);
            return new Saved(taken, card.Sequence, card.Version, card.SavedAt, RatingNudges.WhileRating([.. card.Ratings.Select(r => r.Score).OfType<int>()]));
        }

        private sealed class Found
        {
            public required Scorecard Card { get; init; }
            public required Guid KitId { get; init; }
        }
    }
}
