using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>Who is on the hiring team, and who could be.</summary>
public static class ShowTeam
{
    [Requires(Right.ReadOpenings)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(string Title, IReadOnlyList<Member> Members, IReadOnlyList<Person> Others, bool MayWork);

    public sealed record Member(Guid AccountId, string Name, TeamPart Part);

    public sealed record Person(Guid Id, string Name);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var workable = db.Openings.WorkableBy(viewer);
            var opening = await db.Openings.VisibleTo(viewer).Where(o => o.Id == query.Id).Select(o => new { o.Title, MayWork = workable.Any(w => w.Id == o.Id) }).SingleOrDefaultAsync(ct)
                ?? throw new NotFound("That opening");
            var members = await db.TeamMembers.Where(t => t.OpeningId == query.Id).Join(db.Users, t => t.AccountId, u => u.Id, (t, u) => new { t.Part, u.Id, u.DisplayName })
                .OrderBy(m => m.Part).ThenBy(m => m.DisplayName).Select(m => new Member(m.Id, m.DisplayName, m.Part)).ToListAsync(ct);
            var mayWork = opening.MayWork && viewer.May(Right.WorkOpenings);
            // Every active account is offered, an insider here too: a gap in the list would say who the candidate is.
            var others = mayWork
                ? await db.Users.Where(u => u.DisabledAt == null && !db.TeamMembers.Any(t => t.OpeningId == query.Id && t.AccountId == u.Id))
                    .OrderBy(u => u.DisplayName).Select(u => new Person(u.Id, u.DisplayName)).ToListAsync(ct)
                : [];
            return new View(opening.Title, members, others, mayWork);
        }
    }
}
