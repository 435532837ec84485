using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Competencies;

/// <summary>The competency library, level by level.</summary>
public static class ListCompetencies
{
    /// <param name="Level">Without one, every level.</param>
    [Requires(Right.ReadLibrary)]
    public sealed record Query(RoleLevel? Level) : IQuery<View>;

    public sealed record View(IReadOnlyList<Row> Rows, bool MayWork);

    /// <param name="Approved">Questions a kit may hold.</param>
    /// <param name="Waiting">Questions that wait to be read.</param>
    /// <param name="Profiles">Success profiles whose latest version weighs it.</param>
    public sealed record Row(Guid Id, string Name, RoleLevel Level, string Definition, int Approved, int Waiting, int Profiles);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var rows = await db.Competencies.Where(c => query.Level == null || c.Level == query.Level).OrderBy(c => c.Level).ThenBy(c => c.Name).Select(c => new Row(
                c.Id, c.Name, c.Level, c.Definition,
                db.Questions.Count(q => q.CompetencyId == c.Id && q.RetiredAt == null && q.ApprovedAt != null),
                db.Questions.Count(q => q.CompetencyId == c.Id && q.RetiredAt == null && q.ApprovedAt == null),
                db.Profiles.Count(p => p.Versions.OrderByDescending(v => v.Number).First().Competencies.Any(x => x.CompetencyId == c.Id)))).ToListAsync(ct);
            return new View(rows, viewer.May(Right.WorkLibrary));
        }
    }
}
