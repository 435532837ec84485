using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Interviews;

/// <summary>My own scorecard of an interview: the kit, what I have written so far, and who else writes.</summary>
public static class MyScorecard
{
    [Requires(Right.Score)]
    public sealed record Query(Guid InterviewId) : IQuery<View>;

    /// <param name="Reopened">Who made a submitted scorecard a draft again, until it is handed in.</param>
    /// <param name="Contrast">What to keep in mind before the first rating, if anything.</param>
    public sealed record View(
        Guid ScorecardId, InterviewHead Interview, IReadOnlyList<KitCard> Questions, IReadOnlyList<Panellist> Panel, SaveDraft.Command Form, DateTime? SavedAt, DateTime? SubmittedAt, bool Waived,
        Reopened? Reopened, Nudge? Contrast, DateTime Now)
    {
        public bool Open => SubmittedAt is null && !Waived && !Interview.Cancelled;
        public bool Begun => Interview.StartsAt <= Now;

        /// <summary>What it is, in words that cannot be taken for one another.</summary>
        public string State => SubmittedAt is not null ? "submitted" : Interview.Cancelled ? "called off" : Waived ? "given up" : Reopened is not null ? "draft again, not submitted" : "draft, not submitted";
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var mine = db.Scorecards.OwnOf(viewer).Where(s => s.InterviewId == query.InterviewId);
            var now = clock.GetUtcNow().UtcDateTime;
            // Other candidates' scorecards of one's own are asked for alone: another rater's would break rule 1.
            var others = db.Scorecards.OwnOf(viewer).Where(s => s.InterviewId != query.InterviewId && s.SavedAt != null && s.Ratings.Any(r => r.Score != null));
            var card = await mine.Select(s => new
            {
                s.Id,
                s.Version,
                s.SavedAt,
                s.SubmittedAt,
                s.WaivedAt,
                s.ReopenedAt,
                Other = others.Where(o => o.OpeningId == s.OpeningId && o.CandidateId != s.CandidateId).Max(o => o.SavedAt),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That scorecard");
            var interview = await db.Interviews.Where(i => i.Id == query.InterviewId).Heads(viewer).SingleAsync(ct);
            var questions = await db.KitCards(interview.KitId, ct);
            var content = await mine.ContentOf(ct);
            var panel = await db.Panel(viewer, query.InterviewId, ct);
            var reopened = card.ReopenedAt is null ? null : (await db.Reopenings([card.Id], ct))[card.Id].LastOrDefault();
            var contrast = content.Entries.Any(e => e.Score is not null) ? null : RatingNudges.BeforeRating(card.Other, now);
            var form = new SaveDraft.Command { Id = query.InterviewId, Version = card.Version, Sequence = DraftNumber.NewPage() }.Filled<SaveDraft.Command>(content, questions);
            return new View(card.Id, interview, questions, [.. panel.Where(p => p.AccountId != viewer.AccountId)], form, card.SavedAt, card.SubmittedAt, card.WaivedAt is not null, reopened, contrast, now);
        }
    }
}
