using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Insights;

/// <summary>What there is to learn from, and how much of it.</summary>
public static class ListInsights
{
    [Requires(Right.ReadRetention)]
    public sealed record Query : IQuery<Overview>;

    public sealed record Overview(int People, int Left, bool MayImport);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Overview>
    {
        public async Task<Overview> Handle(Query query, CancellationToken ct)
        {
            // Counts of everyone, without names: the right to read retention is the right to these.
            var people = await db.Employees.GroupBy(e => e.LeftOn != null).Select(g => new { Left = g.Key, Count = g.Count() }).ToListAsync(ct);
            return new(people.Sum(p => p.Count), people.Where(p => p.Left).Sum(p => p.Count), viewer.May(Right.ImportEmployees));
        }
    }
}
