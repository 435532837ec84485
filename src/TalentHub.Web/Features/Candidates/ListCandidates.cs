using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>The candidates in the viewer's reach, a page at a time.</summary>
public static class ListCandidates
{
    public const int PageSize = 50;

    /// <summary>What the list is sorted by.</summary>
    public enum Order { Name, Newest }

    /// <summary>What is asked for.</summary>
    /// <param name="Q">Words in name, e-mail address, headline or notes; one or two characters find names that begin so.</param>
    /// <param name="Opening">Only who applied for this opening.</param>
    /// <param name="Stage">Only who stands at this stage.</param>
    /// <param name="State">Only who has an application in this state.</param>
    /// <param name="Channel">Only who came by this channel.</param>
    /// <param name="Sort">By name, or newest first.</param>
    /// <param name="After">Cursor: the page after it.</param>
    /// <param name="Before">Cursor: the page before it.</param>
    [Requires(Right.ReadCandidates)]
    public sealed record Query(string? Q = null, Guid? Opening = null, Guid? Stage = null, ApplicationState? State = null, HireChannel? Channel = null,
        Order Sort = Order.Name, string? After = null, string? Before = null) : IQuery<Page>
    {
        internal bool NarrowsApplications => Opening is not null || Stage is not null || State is not null || Channel is not null;
    }

    /// <summary>One page of the list.</summary>
    /// <param name="Rows">At most 50 candidates.</param>
    /// <param name="Next">Cursor to send as <c>after</c>; none on the last page.</param>
    /// <param name="Previous">Cursor to send as <c>before</c>; none on the first page.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, string? Next, string? Previous);

    /// <summary>One candidate of the list.</summary>
    /// <param name="Id">Of the candidate.</param>
    /// <param name="Name">As they write it.</param>
    /// <param name="Headline">Present role and company.</param>
    /// <param name="Internal">Works here.</param>
    /// <param name="AddedAt">When first recorded, UTC.</param>
    /// <param name="Latest">The application that moved last among those in reach and asked for.</param>
    public sealed record Row(Guid Id, string Name, string? Headline, bool Internal, DateTime AddedAt, Latest? Latest);

    /// <summary>Where an application stands.</summary>
    /// <param name="Id">Of the application.</param>
    /// <param name="OpeningId">Of the opening applied for.</param>
    /// <param name="Opening">Title of the opening.</param>
    /// <param name="Stage">The stage reached; none while the application is new.</param>
    /// <param name="State">Active, hired, rejected or withdrawn.</param>
    /// <param name="Channel">How the person was found.</param>
    /// <param name="MovedAt">When it last moved, UTC.</param>
    public sealed record Latest(Guid Id, Guid OpeningId, string Opening, string? Stage, ApplicationState State, HireChannel Channel, DateTime MovedAt);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Page>
    {
        public async Task<Page> Handle(Query query, CancellationToken ct)
        {
            var applications = Applications(query);
            var found = await new CandidateFinder(db, viewer).Find(query.Q, query.NarrowsApplications ? applications : null, ct);
            var before = Cursor.Read(query.Before);
            var from = before ?? Cursor.Read(query.After);
            var backwards = before is not null;
            var sorted = query.Sort == Order.Newest ? Newest(found, from, backwards) : ByName(found, from, backwards);
            var heads = await sorted.Take(PageSize + 1).Select(c => new { c.Id, c.Name, c.SortName, c.Headline, Internal = c.EmployeeId != null, c.AddedAt }).ToListAsync(ct);
            var more = heads.Count > PageSize;
            if (more) heads.RemoveAt(PageSize);
            if (backwards) heads.Reverse();
            if (heads.Count == 0) return new Page([], null, null);

            var latest = await LatestOf(applications, [.. heads.Select(h => h.Id)], ct);
            string At(int i) => new Cursor(query.Sort == Order.Newest ? heads[i].AddedAt.Ticks.ToString(CultureInfo.InvariantCulture) : heads[i].SortName, heads[i].Id).Write();
            return new Page([.. heads.Select(h => new Row(h.Id, h.Name, h.Headline, h.Internal, h.AddedAt, latest.GetValueOrDefault(h.Id)))],
                backwards || more ? At(heads.Count - 1) : null,
                backwards ? (more ? At(0) : null) : from is not null ? At(0) : null);
        }

        /// <summary>The applications in reach that the filters ask for.</summary>
        private IQueryable<Application> Applications(Query query)
        {
            var applications = db.Applications.VisibleTo(viewer);
            if (query.Opening is { } opening) applications = applications.Where(a => a.OpeningId == opening);
            if (query.Stage is { } stage) applications = applications.Where(a => a.StageId == stage);
            if (query.State is { } state) applications = applications.Where(a => a.State == state);
            if (query.Channel is { } channel) applications = applications.Where(a => a.Channel == channel);
            return applications;
        }

        private static IQueryable<Candidate> ByName(IQueryable<Candidate> found, Cursor? from, bool backwards)
        {
            if (from is null) return found.OrderBy(c => c.SortName).ThenBy(c => c.Id);
            var (key, id) = (from.Key, from.Id);
            return backwards
                ? found.Where(c => string.Compare(c.SortName, key) <= 0 && (string.Compare(c.SortName, key) < 0 || c.Id < id)).OrderByDescending(c => c.SortName).ThenByDescending(c => c.Id)
                : found.Where(c => string.Compare(c.SortName, key) >= 0 && (string.Compare(c.SortName, key) > 0 || c.Id > id)).OrderBy(c => c.SortName).ThenBy(c => c.Id);
        }

        private static IQueryable<Candidate> Newest(IQueryable<Candidate> found, Cursor? from, bool backwards)
        {
            if (from is null || !long.TryParse(from.Key, CultureInfo.InvariantCulture, out var ticks) || ticks < 0 || ticks > DateTime.MaxValue.Ticks)
                return found.OrderByDescending(c => c.AddedAt).ThenByDescending(c => c.Id);
            var (at, id) = (new DateTime(ticks, DateTimeKind.Utc), from.Id);
            return backwards
                ? found.Where(c => c.AddedAt >= at && (c.AddedAt > at || c.Id > id)).OrderBy(c => c.AddedAt).ThenBy(c => c.Id)
                : found.Where(c => c.AddedAt <= at && (c.AddedAt < at || c.Id < id)).OrderByDescending(c => c.AddedAt).ThenByDescending(c => c.Id);
        }

        private static async Task<Dictionary<Guid, Latest>> LatestOf(IQueryable<Application> applications, Guid[] candidates, CancellationToken ct)
        {
            var rows = await applications.Where(a => candidates.Contains(a.CandidateId))
                .Select(a => new { a.CandidateId, Latest = new Latest(a.Id, a.OpeningId, a.Opening!.Title, a.Stage!.Name, a.State, a.Channel, a.MovedAt) }).ToListAsync(ct);
            return rows.GroupBy(r => r.CandidateId).ToDictionary(g => g.Key, g => g.Select(r => r.Latest).MaxBy(l => (l.MovedAt, l.Id))!);
        }
    }
}
