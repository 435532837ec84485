using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Science;
using TalentHub.Science.Agreement;
using TalentHub.Science.Proportions;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Calibration;

/// <summary>
/// How somebody's ratings lie beside their panels'. Theirs to see, and HR's; nobody else's. Only what the viewer may read moves a number: applications whose
/// debrief is open, and on which the viewer owes no scorecard.
/// </summary>
public static class ShowCalibration
{
    private const double SoonInHours = 24;

    /// <summary>One's own.</summary>
    [Requires(Right.Score)]
    public sealed record Mine : IQuery<View>;

    /// <summary>Somebody's, for HR.</summary>
    [Requires(Right.ReadCalibration)]
    public sealed record Of(Guid AccountId) : IQuery<View>;

    /// <param name="Name">None on one's own page.</param>
    /// <param name="Delay">Hours from the end of the interview to the scorecard.</param>
    /// <param name="Late">Share handed in more than a day after.</param>
    /// <param name="Others">Whose page HR can turn to.</param>
    public sealed record View(string? Name, Science.Agreement.Calibration Reading, Estimate Delay, Estimate Late, IReadOnlyList<Peer> Others);

    private sealed record Score(Guid ApplicationId, Guid AuthorId, Guid CompetencyId, int Value);

    internal sealed class MyReader(TalentHubDb db, Viewer viewer) : IRequestHandler<Mine, View>
    {
        public async Task<View> Handle(Mine query, CancellationToken ct) =>
            await Read(db, viewer, viewer.AccountId, null, viewer.May(Right.ReadCalibration) ? await Peers.Load(db, viewer, Open(db, viewer), ct) : [], ct);
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Of, View>
    {
        public async Task<View> Handle(Of query, CancellationToken ct)
        {
            var name = await db.Users.Where(u => u.Id == query.AccountId).Select(u => u.DisplayName).SingleOrDefaultAsync(ct) ?? throw new NotFound("That account");
            return await Read(db, viewer, query.AccountId, name, [], ct);
        }
    }

    private static async Task<View> Read(TalentHubDb db, Viewer viewer, Guid account, string? name, IReadOnlyList<Peer> others, CancellationToken ct)
    {
        var open = Open(db, viewer);
        var cards = open.Where(s => s.Application!.Scorecards.Any(x => x.AuthorId == account && x.SubmittedAt != null));
        var scores = await (from r in db.Ratings
                            join s in cards on r.ScorecardId equals s.Id
                            where r.Score != null
                            select new Score(s.ApplicationId, s.AuthorId, r.CompetencyId, r.Score!.Value)).ToListAsync(ct);
        var times = await open.Where(s => s.AuthorId == account).Select(s => new { s.Interview!.StartsAt, s.Interview.Minutes, s.SubmittedAt }).ToListAsync(ct);
        var hours = times.Select(t => Math.Max(0, (t.SubmittedAt!.Value - t.StartsAt.AddMinutes(t.Minutes)).TotalHours)).ToList();
        return new View(name, RaterCalibration.Of(Units(scores, account)), RaterCalibration.Median(hours),
            Binomial.Wilson(hours.Count(h => h > SoonInHours), hours.Count, minimum: RaterCalibration.MinimumDurations), others);
    }

    /// <summary>A unit is one competency of one candidate; whoever rated several questions on it counts once, with their mean.</summary>
    private static List<RatedBeside> Units(List<Score> scores, Guid account) =>
        [.. scores.GroupBy(s => (s.ApplicationId, s.CompetencyId)).OrderBy(g => g.Key.ApplicationId).ThenBy(g => g.Key.CompetencyId)
            .Select(g => (g.Key.ApplicationId, Means: g.GroupBy(s => s.AuthorId).ToDictionary(a => a.Key, a => a.Average(s => s.Value))))
            .Where(u => u.Means.Count > 1 && u.Means.ContainsKey(account))
            .Select(u => new RatedBeside($"{u.ApplicationId}", u.Means[account], [.. u.Means.Where(m => m.Key != account).Select(m => m.Value)]))];

    /// <summary>Submitted scorecards the viewer may read, of candidates whose debrief is open and on whom the viewer owes none.</summary>
    private static IQueryable<Scorecard> Open(TalentHubDb db, Viewer viewer)
    {
        var me = viewer.AccountId;
        return db.Scorecards.ReadableBy(db, viewer).Where(s => s.SubmittedAt != null && s.Application!.Debrief != null
            && !s.Application.Scorecards.Any(x => x.AuthorId == me && x.SubmittedAt == null && x.WaivedAt == null));
    }
}
