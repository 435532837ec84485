using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Mail;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Mail;

/// <summary>The outbox: what was written to whom, and how far each letter is. Of applications the viewer can see.</summary>
public static class ListLetters
{
    private const int PageSize = 50;

    /// <param name="Before">Shows those written before this one.</param>
    [Requires(Right.WorkLibrary)]
    public sealed record Query(LetterState? State = null, Guid? Before = null) : IQuery<View>;

    public sealed record View(IReadOnlyList<Row> Rows, Guid? Older, int Waiting, int Undeliverable, DateTime Now);

    public sealed record Row(Guid Id, LetterKind Kind, string To, string Subject, LetterState State, DateTime At, string? Failure);

    /// <summary>Tries a letter again that was given up.</summary>
    [Requires(Right.WorkLibrary)]
    public sealed record TryAgain(Guid Id) : ICommand;

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var letters = db.Visible(viewer);
            var counts = await letters.Where(l => l.State == LetterState.Waiting || l.State == LetterState.Undeliverable).GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            if (query.State is { } state) letters = letters.Where(l => l.State == state);
            if (query.Before is { } before) letters = letters.Where(l => l.Id.CompareTo(before) < 0);
            var rows = await letters.OrderByDescending(l => l.Id).Take(PageSize + 1)
                .Select(l => new Row(l.Id, l.Kind, l.ToName, l.Subject, l.State, l.ClosedAt ?? l.WrittenAt, l.Failure)).ToListAsync(ct);
            int Of(LetterState s) => counts.Find(c => c.Key == s)?.Count ?? 0;
            return new View([.. rows.Take(PageSize).Select(r => r with { At = Domain.Values.Zones.FromUtc(r.At, viewer.Zone) })], rows.Count > PageSize ? rows[PageSize - 1].Id : null, Of(LetterState.Waiting), Of(LetterState.Undeliverable), clock.GetUtcNow().UtcDateTime);
        }
    }

    internal sealed class Retrier(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<TryAgain, Unit>
    {
        public async Task<Unit> Handle(TryAgain command, CancellationToken ct)
        {
            var letter = await db.Visible(viewer).AsTracking().SingleOrDefaultAsync(l => l.Id == command.Id, ct) ?? throw new NotFound("That letter");
            letter.TryAgain(clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }

    /// <summary>Letters of applications in reach.</summary>
    internal static IQueryable<Letter> Visible(this TalentHubDb db, Viewer viewer)
    {
        var applications = db.Applications.VisibleTo(viewer);
        return db.Letters.Where(l => applications.Any(a => a.Id == l.ApplicationId));
    }
}
