using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>The openings a viewer has to do with, newest first.</summary>
public static class ListOpenings
{
    public const int PageSize = 50;

    /// <param name="After">Where the page before ended, as its <see cref="View.Next"/> says.</param>
    [Requires(Right.ReadOpenings)]
    public sealed record Query(OpeningStatus? Status, RoleLevel? Level, string? After) : IQuery<View>;

    public sealed record View(IReadOnlyList<Row> Rows, string? Next, bool MayCreate);

    /// <param name="Active">Active applications the viewer can see.</param>
    public sealed record Row(
        Guid Id, string Title, string? Location, RoleLevel Level, OpeningStatus Status, bool Confidential, DateOnly OpenedOn, DateOnly? ClosedOn, string? Lead, int Active)
    {
        public int DaysOpen { get; init; }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var applications = db.Applications.VisibleTo(viewer);
            var rows = await Narrow(query).OrderByDescending(o => o.OpenedOn).ThenByDescending(o => o.Id).Take(PageSize + 1).Select(o => new Row(
                o.Id, o.Title, o.Location, o.Level, o.Status, o.Confidential, o.OpenedOn, o.ClosedOn,
                o.Team.Where(t => t.Part == TeamPart.Lead).OrderBy(t => t.AccountId).Join(db.Users, t => t.AccountId, u => u.Id, (t, u) => u.DisplayName).FirstOrDefault(),
                applications.Count(a => a.OpeningId == o.Id && a.State == ApplicationState.Active))).ToListAsync(ct);
            var more = rows.Count > PageSize;
            if (more) rows.RemoveAt(PageSize);
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            return new View([.. rows.Select(r => r with { DaysOpen = (r.ClosedOn ?? today).DayNumber - r.OpenedOn.DayNumber })],
                more ? $"{rows[^1].OpenedOn:yyyyMMdd}.{rows[^1].Id:N}" : null, viewer.May(Right.WorkOpenings));
        }

        private IQueryable<Opening> Narrow(Query query)
        {
            var openings = db.Openings.VisibleTo(viewer);
            if (query.Status is { } status) openings = openings.Where(o => o.Status == status);
            if (query.Level is { } level) openings = openings.Where(o => o.Level == level);
            if (query.After?.Split('.') is [var day, var last]
                && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Guid.TryParse(last, out var id))
                openings = openings.Where(o => o.OpenedOn < on || (o.OpenedOn == on && o.Id.CompareTo(id) < 0));
            return openings;
        }
    }
}
