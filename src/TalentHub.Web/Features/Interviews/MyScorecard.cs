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

    public sealed record View(Guid ScorecardId, InterviewHead Interview, IReadOnlyList<KitCard> Questions, IReadOnlyList<Panellist> Panel, SaveDraft.Command Form, DateTime? SavedAt, DateTime? SubmittedAt, bool Waived, DateTime Now)
    {
        public bool Open => SubmittedAt is null && !Waived && !Interview.Cancelled;
        public bool Begun => Interview.StartsAt <= Now;
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var mine = db.Scorecards.ReadableBy(db, viewer).Where(s => s.InterviewId == query.InterviewId && s.AuthorId == viewer.AccountId);
            var card = await mine.Select(s => new { s.Id, s.Version, s.SavedAt, s.SubmittedAt, s.WaivedAt }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That scorecard");
            var interview = await db.Interviews.Where(i => i.Id == query.InterviewId).Heads(viewer).SingleAsync(ct);
            var questions = await db.KitCards(interview.KitId, ct);
            var content = await mine.ContentOf(ct);
            var panel = await db.Panel(viewer, query.InterviewId, ct);
            var form = new SaveDraft.Command { Id = query.InterviewId, Version = card.Version, Sequence = DraftNumber.NewPage() }.Filled<SaveDraft.Command>(content, questions);
            return new View(card.Id, interview, questions, [.. panel.Where(p => p.AccountId != viewer.AccountId)], form, card.SavedAt, card.SubmittedAt, card.WaivedAt is not null, clock.GetUtcNow().UtcDateTime);
        }
    }
}
