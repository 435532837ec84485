using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Exits;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Exits;

/// <summary>Who left and why: with names for HR, a team's summary for its manager, counts for an executive.</summary>
public static class ListExits
{
    private const int PageSize = 50;

    /// <param name="After">Key of the last row of the page before.</param>
    [Requires(Right.ReadExits)]
    public sealed record Query(string? After = null) : IQuery<View>;

    /// <param name="Rows">Null for a viewer who sees counts alone.</param>
    /// <param name="Counts">Null for a viewer who sees names.</param>
    public sealed record View(IReadOnlyList<Row>? Rows, string? Next, ExitCounts? Counts, bool MayWork);

    public sealed record Row(Guid Id, string Name, string? JobTitle, DateOnly LastDay, ExitDirection Direction, bool? Regretted, Accord Accord, string? MainReason, bool Interviewed);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var named = viewer.Is(Role.Hr) || viewer.Is(Role.SalesManager);
            var counts = viewer.Is(Role.Executive) && !viewer.Is(Role.Hr);
            var rows = named ? await Rows(query.After, ct) : null;
            var next = rows?.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{rows[PageSize - 1].LastDay:yyyy-MM-dd}_{rows[PageSize - 1].Id}") : null;
            return new(rows?.Take(PageSize).ToList(), next, counts ? await Counts(ct) : null, viewer.May(Right.WorkExits));
        }

        private async Task<List<Row>> Rows(string? after, CancellationToken ct)
        {
            var exits = db.Exits.VisibleTo(viewer).AsNoTracking();
            if (after?.Split('_') is [var date, var id] && DateOnly.TryParseExact(date, "yyyy-MM-dd", out var day) && Guid.TryParse(id, out var last))
                exits = exits.Where(e => e.LastDay < day || (e.LastDay == day && e.Id.CompareTo(last) < 0));
            var found = await exits.OrderByDescending(e => e.LastDay).ThenByDescending(e => e.Id).Take(PageSize + 1).Select(e => new
            {
                e.Id,
                e.Employee!.Name,
                e.Employee.JobTitle,
                e.LastDay,
                e.Direction,
                e.Regretted,
                e.InterviewedAt,
                Reasons = e.Reasons.OrderBy(r => r.Rank).Select(r => new { r.Side, r.Code }).ToList(),
            }).ToListAsync(ct);
            var hr = viewer.Is(Role.Hr);
            return [.. found.Select(e =>
            {
                var leaver = e.Reasons.Where(r => r.Side == ExitSide.Leaver).Select(r => r.Code).ToList();
                var manager = e.Reasons.Where(r => r.Side == ExitSide.Manager).Select(r => r.Code).ToList();
                var main = hr ? leaver.Concat(manager).FirstOrDefault() : manager.FirstOrDefault();
                return new Row(e.Id, e.Name, e.JobTitle, e.LastDay, e.Direction, e.Regretted, AccordFor(hr, ExitReading.Compare(leaver, manager)), main is null ? null : ExitWords.Label(main), e.InterviewedAt is not null);
            })];
        }

        /// <summary>A manager learns whether the main reason is the same, and no more of what the leaver said.</summary>
        private static Accord AccordFor(bool hr, Accord accord) => !hr && accord == Accord.NothingShared ? Accord.OtherMainReason : accord;

        private async Task<ExitCounts> Counts(CancellationToken ct)
        {
            var me = viewer.AccountId;
            var exits = await db.Exits.AsNoTracking().Where(e => e.Employee!.AccountId == null || e.Employee.AccountId != me).Select(e => new
            {
                e.Direction,
                Main = e.Reasons.Where(r => r.Rank == 1).OrderBy(r => r.Side == ExitSide.Leaver ? 0 : 1).Select(r => r.Code).FirstOrDefault(),
            }).ToListAsync(ct);
            return ExitCounts.Of(exits.Select(e => e.Direction), exits.Select(e => e.Main).OfType<string>().Select(ExitWords.Bucket));
        }
    }
}
