using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>The openings a form can offer: to filter by, or to add an application to.</summary>
public static class OpeningChoices
{
    private const int MostToAddTo = 300;

    /// <summary>A filter longer than this is no help; every opening has a list of its own besides.</summary>
    private const int MostToFilterBy = 100;

    /// <param name="ToAddTo">Only those that take candidates and that the viewer works on.</param>
    /// <param name="Chosen">One that is offered in any case, if the viewer sees it.</param>
    [Requires(Right.ReadCandidates)]
    public sealed record Query(bool ToAddTo, Guid? Chosen = null) : IQuery<Choices>;

    /// <param name="MayAdd">Whether the viewer adds candidates at all.</param>
    /// <param name="IsHr">Whether a person may be recorded without an opening, or as someone who works here.</param>
    public sealed record Choices(IReadOnlyList<Choice> Openings, bool MayAdd, bool IsHr);

    public sealed record Choice(Guid Id, string Title);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Choices>
    {
        public async Task<Choices> Handle(Query query, CancellationToken ct)
        {
            var openings = query.ToAddTo
                ? db.Openings.WorkableBy(viewer).Where(o => o.Status == OpeningStatus.Open || o.Status == OpeningStatus.Draft)
                : db.Openings.VisibleTo(viewer);
            var chosen = query.Chosen;
            var rows = await openings.OrderByDescending(o => o.Id == chosen).ThenBy(o => o.Status).ThenByDescending(o => o.OpenedOn).ThenBy(o => o.Id).Take(query.ToAddTo ? MostToAddTo : MostToFilterBy)
                .Select(o => new { o.Id, o.Title, o.Location, o.Status }).ToListAsync(ct);
            return new Choices(
                [.. rows.OrderBy(o => o.Title, StringComparer.OrdinalIgnoreCase).Select(o => new Choice(o.Id, Said(o.Title, o.Location, o.Status)))],
                viewer.May(Right.WorkCandidates), viewer.Is(Role.Hr));
        }

        private static string Said(string title, string? place, OpeningStatus status) =>
            (place is null ? title : $"{title}, {place}") + (status is OpeningStatus.Filled or OpeningStatus.Closed ? " (ended)" : "");
    }
}
