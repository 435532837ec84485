using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Interviews;

/// <summary>What an interviewer has before them: what is due, what is today, what comes, what is done.</summary>
public static class MyInterviews
{
    private const int PageSize = 20;

    /// <param name="Before">Shows older done interviews: those that began before this moment.</param>
    [Requires(Right.Score)]
    public sealed record Query(DateTime? Before = null) : IQuery<View>;

    public sealed record View(DateTime Now, IReadOnlyList<Item> Due, IReadOnlyList<Item> Today, IReadOnlyList<Item> Upcoming, IReadOnlyList<Item> Done, DateTime? Older)
    {
        public bool IsEmpty => Due.Count + Today.Count + Upcoming.Count + Done.Count == 0;
    }

    /// <summary>One of my scorecards.</summary>
    /// <param name="Panel">The others on the panel, by name.</param>
    public sealed record Item(InterviewHead Interview, Guid ScorecardId, DateTime? SubmittedAt, DateTime? SavedAt, bool Waived, bool Closed, string Panel)
    {
        /// <summary>Who asked for it again, while it is due again.</summary>
        public Reopened? Reopened { get; init; }

        public string Button(DateTime now) => SubmittedAt is not null ? "Read" : Interview.StartsAt <= now ? "Score" : "Open kit";

        public string Href => SubmittedAt is not null ? $"/scorecards/{ScorecardId}" : $"/interviews/{Interview.Id}/scorecard";

        /// <summary>Whether there is anything to open.</summary>
        public bool Opens => SubmittedAt is not null || !(Waived || Interview.Cancelled);
    }

    private sealed record Row(Guid ScorecardId, Guid InterviewId, DateTime StartsAt, DateTime? SubmittedAt, DateTime? SavedAt, bool Waived, bool Closed, bool Reopened);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var mine = db.Scorecards.OwnOf(viewer);
            var open = await Rows(mine.Where(s => s.SubmittedAt == null && s.WaivedAt == null && s.Interview!.State == InterviewState.Scheduled && s.Application!.State == ApplicationState.Active)
                .OrderBy(s => s.Interview!.StartsAt).Take(200), ct);
            var ended = mine.Where(s => s.SubmittedAt != null || s.WaivedAt != null || s.Interview!.State != InterviewState.Scheduled || s.Application!.State != ApplicationState.Active);
            if (query.Before is { } before) ended = ended.Where(s => s.Interview!.StartsAt < before);
            var done = await Rows(ended.OrderByDescending(s => s.Interview!.StartsAt).Take(PageSize + 1), ct);

            var ids = open.Concat(done.Take(PageSize)).Select(r => r.InterviewId).ToList();
            var heads = await db.Interviews.Where(i => ids.Contains(i.Id)).Heads(viewer).ToDictionaryAsync(h => h.Id, ct);
            var panels = await Panels(ids, ct);
            var again = open.Where(r => r.Reopened).Select(r => r.ScorecardId).ToList();
            var reopened = again.Count > 0 ? await db.Reopenings(again, ct) : null;
            Item Shown(Row row) => new(heads[row.InterviewId], row.ScorecardId, row.SubmittedAt, row.SavedAt, row.Waived, row.Closed, string.Join(", ", panels[row.InterviewId])) { Reopened = reopened?[row.ScorecardId].LastOrDefault() };

            var shown = open.Select(Shown).ToLookup(i => i.Interview.EndsAt <= now || i.Reopened is not null);
            var (due, waiting) = (shown[true].OrderBy(i => i.Reopened is null).ToList(), shown[false].ToList());
            return new View(now,
                due,
                [.. waiting.Where(i => i.Interview.Here(i.Interview.StartsAt).Date <= i.Interview.Here(now).Date)],
                [.. waiting.Where(i => i.Interview.Here(i.Interview.StartsAt).Date > i.Interview.Here(now).Date)],
                [.. done.Take(PageSize).Select(Shown)],
                done.Count > PageSize ? done[PageSize - 1].StartsAt : null);
        }

        private static Task<List<Row>> Rows(IQueryable<Scorecard> cards, CancellationToken ct) => cards
            .Select(s => new Row(s.Id, s.InterviewId, s.Interview!.StartsAt, s.SubmittedAt, s.SavedAt, s.WaivedAt != null, s.Application!.State != ApplicationState.Active, s.ReopenedAt != null)).ToListAsync(ct);

        /// <summary>Names alone; who sits on a panel is no secret to the panel.</summary>
        private async Task<ILookup<Guid, string>> Panels(List<Guid> interviews, CancellationToken ct) =>
            (await (from card in db.Scorecards
                    where interviews.Contains(card.InterviewId) && card.AuthorId != viewer.AccountId
                    join account in db.Users on card.AuthorId equals account.Id
                    orderby account.DisplayName
                    select new { card.InterviewId, account.DisplayName }).ToListAsync(ct)).ToLookup(p => p.InterviewId, p => p.DisplayName);
    }
}
