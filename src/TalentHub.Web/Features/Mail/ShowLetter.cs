using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Mail;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Mail;

/// <summary>One letter as it was written.</summary>
public static class ShowLetter
{
    [Requires(Right.WorkLibrary)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(Guid Id, LetterKind Kind, string To, string Address, string Subject, string Text, bool Calendar, LetterState State, DateTime WrittenAt, DateTime DueAt, DateTime? ClosedAt, int Attempts, string? Failure, Guid? InterviewId, Guid ApplicationId);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var letter = await db.Visible(viewer).Where(l => l.Id == query.Id)
                .Select(l => new View(l.Id, l.Kind, l.ToName, l.ToAddress, l.Subject, l.Text, l.Calendar != null, l.State, l.WrittenAt, l.DueAt, l.ClosedAt, l.Attempts, l.Failure, l.InterviewId, l.ApplicationId))
                .SingleOrDefaultAsync(ct) ?? throw new NotFound("That letter");
            return letter with { WrittenAt = Zones.FromUtc(letter.WrittenAt, viewer.Zone), DueAt = Zones.FromUtc(letter.DueAt, viewer.Zone), ClosedAt = letter.ClosedAt is { } at ? Zones.FromUtc(at, viewer.Zone) : null };
        }
    }
}
