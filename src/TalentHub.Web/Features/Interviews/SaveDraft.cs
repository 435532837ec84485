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
    /// <summary>
    /// Sequence starts from the number the scorecard was read with and grows by one a save; Version is the one last seen. An answer left out stays as it is kept,
    /// so a save may hold only what changed since the last one that was acknowledged.
    /// </summary>
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
        private static readonly Translated<Func<TalentHubDb, Guid, Guid, Guid[], IAsyncEnumerable<Found>>> Mine = new(() => EF.CompileAsyncQuery(
            (TalentHubDb db, Guid interview, Guid author, Guid[] answered) =>
                from card in db.Scorecards.AsTracking()
                where card.InterviewId == interview && card.AuthorId == author
                from rating in card.Ratings.Where(r => answered.Contains(r.KitQuestionId)).DefaultIfEmpty()
                select new Found
                {
                    Card = card,
                    Rating = rating,
                    KitId = card.Interview!.KitId,
                    Others = card.Ratings.Count(r => r.Score != null && !answered.Contains(r.KitQuestionId)),
                    Lowest = card.Ratings.Where(r => !answered.Contains(r.KitQuestionId)).Min(r => r.Score),
                    Highest = card.Ratings.Where(r => !answered.Contains(r.KitQuestionId)).Max(r => r.Score),
                }));

        public async Task<Saved> Handle(Command command, CancellationToken ct)
        {
            await db.HoldScorecard(command.Id, viewer.AccountId, ct);
            Found? mine = null;
            // Every line brings one rating more into the card.
            await foreach (var found in Mine.For(db)(db, command.Id, viewer.AccountId, [.. command.Answers.Select(a => a.KitQuestionId)]).WithCancellation(ct)) mine = found;
            if (mine is not { Card: var card } || !viewer.Owns(card)) throw new NotFound("That scorecard");
            var taken = card.SaveDraft(command.Sequence, command.Version, command.Content(), await KitsInUse.Lines(db, mine.KitId, ct), clock.GetUtcNow().UtcDateTime);
            var marks = Marks.Of(card.Ratings.Select(r => r.Score)).And(new(mine.Others, mine.Lowest, mine.Highest));
            return new Saved(taken, card.Sequence, card.Version, card.SavedAt, RatingNudges.WhileRating(marks));
        }

        /// <summary>A line of the answer: the scorecard with one of the ratings the save writes; of the others no more than the nudge needs. Flat, since EF takes longer over a list inside it than over the lines.</summary>
        private sealed class Found
        {
            public required Scorecard Card { get; init; }
            public Rating? Rating { get; init; }
            public required Guid KitId { get; init; }
            public required int Others { get; init; }
            public int? Lowest { get; init; }
            public int? Highest { get; init; }
        }
    }
}
