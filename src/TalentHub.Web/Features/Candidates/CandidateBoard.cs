using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>The candidates of one opening, stage by stage.</summary>
public static class CandidateBoard
{
    /// <summary>How many cards are shown at most, over all stages; the list shows the rest.</summary>
    public const int Most = 400;

    [Requires(Right.ReadCandidates)]
    public sealed record Query(Guid OpeningId) : IQuery<Board>;

    public sealed record Board(Guid OpeningId, string Opening, string? Location, bool MayWork, IReadOnlyList<Column> Columns, IReadOnlyList<Ended> Closed)
    {
        public int Active => Columns.Sum(c => c.Count);
        public IEnumerable<ShowCandidate.Step> Stages => Columns.Where(c => c.StageId is not null).Select(c => new ShowCandidate.Step(c.StageId!.Value, c.Name));
    }

    /// <param name="StageId">None for those nobody has looked at yet.</param>
    /// <param name="Count">All who stand here, shown or not.</param>
    public sealed record Column(Guid? StageId, string Name, int Count, IReadOnlyList<Card> Cards);

    public sealed record Card(Guid Id, string Name, string? Headline, bool Internal, HireChannel Channel, DateTime MovedAt);

    public sealed record Ended(ApplicationState State, int Count);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Board>
    {
        public async Task<Board> Handle(Query query, CancellationToken ct)
        {
            var workable = db.Openings.WorkableBy(viewer);
            var worker = viewer.May(Right.WorkCandidates);
            var opening = await db.Openings.VisibleTo(viewer).Where(o => o.Id == query.OpeningId)
                .Select(o => new { o.Title, o.Location, MayWork = worker && workable.Any(w => w.Id == o.Id) }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That opening");
            var stages = await db.Stages.Where(s => s.OpeningId == query.OpeningId).OrderBy(s => s.Order).Select(s => new { s.Id, s.Name }).ToListAsync(ct);
            var applications = db.Applications.VisibleTo(viewer).Where(a => a.OpeningId == query.OpeningId);
            var counts = await applications.GroupBy(a => new { a.State, a.StageId }).Select(g => new { g.Key.State, g.Key.StageId, Count = g.Count() }).ToListAsync(ct);
            var cards = await applications.Where(a => a.State == ApplicationState.Active).OrderByDescending(a => a.MovedAt).ThenBy(a => a.Id).Take(Most)
                .Select(a => new { a.StageId, Card = new Card(a.Id, a.Candidate!.Name, a.Candidate.Headline, a.Candidate.EmployeeId != null, a.Channel, a.MovedAt) }).ToListAsync(ct);

            Column At(Guid? stage, string name) => new(stage, name, counts.Where(c => c.State == ApplicationState.Active && c.StageId == stage).Sum(c => c.Count), [.. cards.Where(c => c.StageId == stage).Select(c => c.Card)]);
            return new Board(query.OpeningId, opening.Title, opening.Location, opening.MayWork,
                [At(null, "New"), .. stages.Select(s => At(s.Id, s.Name))],
                [.. counts.Where(c => c.State != ApplicationState.Active).GroupBy(c => c.State).OrderBy(g => g.Key).Select(g => new Ended(g.Key, g.Sum(c => c.Count)))]);
        }
    }
}
