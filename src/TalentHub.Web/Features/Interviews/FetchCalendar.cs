using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Interviews;

/// <summary>The calendar entry of an interview, for a calendar no mail reaches.</summary>
public static class FetchCalendar
{
    [Requires(Right.Score)]
    public sealed record Query(Guid Id) : IQuery<string>;

    internal sealed class Reader(TalentHubDb db, Viewer viewer, InterviewPost post) : IRequestHandler<Query, string>
    {
        public async Task<string> Handle(Query query, CancellationToken ct)
        {
            var interview = await db.Interviews.VisibleTo(db, viewer).Include(i => i.Scorecards).SingleOrDefaultAsync(i => i.Id == query.Id, ct) ?? throw new NotFound("That interview");
            return await post.Entry(interview, ct);
        }
    }
}
