using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Interviews;

/// <summary>One scorecard as it was handed in, with every version it had; for those whom rule 1 lets read it.</summary>
public static class ReadScorecard
{
    [Requires(Right.Score)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(Guid Id, int Version, InterviewHead Interview, string Author, bool Mine, DateTime? SubmittedAt, bool Decided, IReadOnlyList<KitCard> Questions, Written Card, IReadOnlyList<Revision> Revisions, IReadOnlyList<Panellist> Panel, DateTime Now)
    {
        /// <summary>When it was made a draft again, by whom and why; oldest first.</summary>
        public IReadOnlyList<Reopened> Reopenings { get; init; } = [];

        /// <summary>HR, of somebody else's, until the decision.</summary>
        public bool MayReopen { get; init; }


        public bool MayAmend => Mine && SubmittedAt is not null && !Decided;
    }

    /// <summary>What the scorecard says.</summary>
    public sealed class Written : ScorecardInput;

    /// <summary>A version handed in.</summary>
    /// <param name="Reason">Why it was amended; none for a submission.</param>
    /// <param name="Changes">What it changed against the version before; nothing for the first.</param>
    public sealed record Revision(int Number, DateTime At, string? Reason, IReadOnlyList<Change> Changes);

    /// <summary>One thing an amendment changed.</summary>
    public sealed record Change(string What, string Before, string After);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var readable = db.Scorecards.ReadableBy(db, viewer).Where(s => s.Id == query.Id);
            var card = await readable.Select(s => new
            {
                s.Version,
                s.InterviewId,
                s.AuthorId,
                s.SubmittedAt,
                Author = db.Users.Where(u => u.Id == s.AuthorId).Select(u => u.DisplayName).First(),
                Decided = s.Application!.Decisions.Any(d => d.Outcome != DecisionOutcome.Hold && d.TakenBackAt == null),
                Open = s.Application.State == ApplicationState.Active && s.Interview!.State == InterviewState.Scheduled,
                Again = s.Reopenings.Any(),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That scorecard");
            var interview = await db.Interviews.Where(i => i.Id == card.InterviewId).Heads(viewer).SingleAsync(ct);
            var questions = await db.KitCards(interview.KitId, ct);
            var written = new Written().Filled<Written>(await readable.ContentOf(ct), questions);
            var revisions = await readable.SelectMany(s => s.Revisions).OrderBy(r => r.Number).Select(r => new { r.Number, r.At, r.Reason, r.Content }).ToListAsync(ct);
            var states = revisions.Select(r => new Written().Filled<Written>(JsonSerializer.Deserialize<ScorecardContent>(r.Content)!, questions)).ToList();
            var panel = await db.Panel(viewer, card.InterviewId, ct);
            var mine = card.AuthorId == viewer.AccountId;
            var reopenings = card.Again ? (await db.Reopenings([query.Id], ct))[query.Id] : [];
            return new View(query.Id, card.Version, interview, card.Author, mine, card.SubmittedAt, card.Decided, questions, written,
                [.. revisions.Select((r, i) => new Revision(r.Number, r.At, r.Reason, i == 0 ? [] : Changes(states[i - 1], states[i], questions)))],
                [.. panel.Where(p => p.AccountId != card.AuthorId)], clock.GetUtcNow().UtcDateTime)
            {
                Reopenings = [.. reopenings],
                MayReopen = viewer.May(Right.ReopenScorecards) && !mine && card is { SubmittedAt: not null, Open: true },
            };
        }
    }

    private static List<Change> Changes(Written before, Written after, IReadOnlyList<KitCard> questions)
    {
        var all = questions.Select(q => new Change($"Question {q.Order}: {q.Competency}", before.To(q.Id).ToString(), after.To(q.Id).ToString())).ToList();
        all.Add(new Change("Overall recommendation", Said(before.Recommendation), Said(after.Recommendation)));
        all.Add(new Change("Summary", before.Summary ?? "", after.Summary ?? ""));
        all.Add(new Change("General evidence", before.GeneralEvidence ?? "", after.GeneralEvidence ?? ""));
        all.Add(new Change("Red flags", string.Join("; ", before.RedFlags ?? []), string.Join("; ", after.RedFlags ?? [])));
        return [.. all.Where(c => c.Before != c.After)];
    }

    private static string Said(Recommendation? recommendation) => recommendation is { } r ? Domain.Values.Words.Of(r) : "none";
}
