using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Mail;
using TalentHub.Web.Platform.Jobs;

namespace TalentHub.Web.Platform.Mail;

/// <summary>
/// Carries letters from the outbox to the mail server. A letter is taken for a while before it is handed over, so that two nodes never hand over
/// the same one; should whoever took it die in between, it is handed over again, under the same Message-ID.
/// </summary>
public sealed class Delivery(TalentHubDb db, ITransport transport, TimeProvider clock, ILogger<Delivery> log) : IRound
{
    private const int AtOnce = 50;

    /// <summary>How long a letter that is being handed over is left alone: longer than any mail server may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task Go(CancellationToken ct)
    {
        while (await Due(ct) is { Count: > 0 } due)
            foreach (var letter in due)
                if (await Take(letter.Id, ct) && !await Deliver(letter, ct)) return;
    }

    /// <summary>Oldest first, and never a letter before an earlier one to the same person about the same interview: a calendar would bring back what was called off.</summary>
    private Task<List<Letter>> Due(CancellationToken ct)
    {
        var now = Now;
        return db.Letters.AsNoTracking().Where(l => l.State == LetterState.Waiting && l.DueAt <= now
                && !db.Letters.Any(e => e.State == LetterState.Waiting && e.InterviewId == l.InterviewId && e.ToAddress == l.ToAddress && e.Id.CompareTo(l.Id) < 0))
            .OrderBy(l => l.Id).Take(AtOnce).ToListAsync(ct);
    }

    private async Task<bool> Take(Guid id, CancellationToken ct)
    {
        var (now, until) = (Now, Now + Lease);
        return await db.Letters.Where(l => l.Id == id && l.State == LetterState.Waiting && l.DueAt <= now)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.DueAt, until).SetProperty(l => l.Attempts, l => l.Attempts + 1), ct) == 1;
    }

    /// <summary>Returns whether it makes sense to go on with the next.</summary>
    private async Task<bool> Deliver(Letter letter, CancellationToken ct)
    {
        var message = new MailMessage(letter.ToAddress, letter.Subject, letter.Text)
        {
            Id = letter.Id,
            ToName = letter.ToName,
            ReplyTo = letter.ReplyTo,
            Calendar = letter is { Calendar: { } text, CalendarMethod: { } method } ? (text, method) : null,
        };
        // Not broken off when the program ends: half a letter is worse than a moment's wait.
        var handed = await transport.Hand(message, CancellationToken.None);
        switch (handed.Outcome)
        {
            case Handed.Taken:
                await Close(letter.Id, LetterState.Sent, null);
                return true;
            case Handed.Later or Handed.Down when Now < letter.WrittenAt + Letter.Patience:
                log.LogWarning("The mail server did not take a letter ({Code}); it is tried again.", handed.Code);
                await Postpone(letter, handed.Code, ct);
                return handed.Outcome == Handed.Later;
            default:
                log.LogError("A letter could not be delivered ({Code}).", handed.Code);
                await Close(letter.Id, LetterState.Undeliverable, handed.Code);
                return true;
        }
    }

    private Task Postpone(Letter letter, string? code, CancellationToken ct)
    {
        var next = Now + Letter.Pause(letter.Attempts + 1);
        return db.Letters.Where(l => l.Id == letter.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.DueAt, next).SetProperty(l => l.Failure, code), ct);
    }

    /// <summary>Not broken off when the program ends: the mail server has the letter, and that must be known.</summary>
    private Task Close(Guid id, LetterState state, string? code)
    {
        var at = Now;
        return db.Letters.Where(l => l.Id == id).ExecuteUpdateAsync(s => s.SetProperty(l => l.State, state).SetProperty(l => l.ClosedAt, at).SetProperty(l => l.Failure, code), CancellationToken.None);
    }
}
