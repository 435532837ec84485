using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Profiles;

/// <summary>Every success profile, with the version in force and the one being written.</summary>
public static class ListProfiles
{
    [Requires(Right.ReadLibrary)]
    public sealed record Query : IQuery<View>;

    public sealed record View(IReadOnlyList<Row> Rows, bool MayWork);

    /// <param name="Openings">Openings made on any of its versions, as far as the viewer can see them.</param>
    public sealed record Row(Guid Id, string Name, RoleLevel Level, string? Variant, int? Published, DateTime? PublishedAt, int? Draft, int Openings);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var openings = db.Openings.VisibleTo(viewer);
            var rows = await db.Profiles.OrderBy(p => p.Level).ThenBy(p => p.Name).Select(p => new Row(
                p.Id, p.Name, p.Level, p.Variant,
                p.Versions.Where(v => v.State == ProfileState.Published).Select(v => (int?)v.Number).FirstOrDefault(),
                p.Versions.Where(v => v.State == ProfileState.Published).Select(v => v.PublishedAt).FirstOrDefault(),
                p.Versions.Where(v => v.State == ProfileState.Draft).Select(v => (int?)v.Number).FirstOrDefault(),
                openings.Count(o => o.ProfileVersion!.ProfileId == p.Id))).ToListAsync(ct);
            return new View(rows, viewer.May(Right.WorkLibrary));
        }
    }
}
