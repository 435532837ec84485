using TalentHub.Domain.Values;

namespace TalentHub.Domain.Mail;

/// <summary>What a letter is about. Each kind has a template, but for the letter after a decision, which a person writes.</summary>
public enum LetterKind { PanelInvitation, PanelChange, PanelCancellation, ScorecardReminder, CandidateInvitation, CandidateChange, CandidateCancellation, ScorecardReopened, CandidateDecision }

/// <summary>How far a letter is.</summary>
public enum LetterState { Waiting, Sent, Undeliverable, Withdrawn }

/// <summary>Where a letter goes.</summary>
/// <param name="AccountId">For somebody who signs in.</param>
/// <param name="CandidateId">For a candidate.</param>
public sealed record Addressee(Guid? AccountId, Guid? CandidateId, string Name, string Address);

/// <summary>What a letter belongs to.</summary>
/// <param name="InterviewId">None for a letter about the application as a whole.</param>
/// <param name="ScorecardId">The scorecard a reminder asks for.</param>
public sealed record LetterAbout(Guid OpeningId, Guid ApplicationId, Guid? InterviewId = null, Guid? ScorecardId = null);

/// <summary>What a letter says.</summary>
/// <param name="Calendar">A calendar entry as text (RFC 5545), if one goes with it.</param>
/// <param name="CalendarMethod">REQUEST or CANCEL.</param>
/// <param name="ReplyTo">Who an answer goes to.</param>
public sealed record LetterContent(string Subject, string Text, string? Calendar = null, string? CalendarMethod = null, string? ReplyTo = null);

/// <summary>
/// A letter in the outbox: written in the same transaction as what it tells of, handed to the mail server afterwards. It says where and when,
/// never what somebody judged.
/// </summary>
public sealed class Letter : Entity, IInOpening, INotAudited
{
    /// <summary>How long a letter is tried for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private Letter() { }

    /// <param name="key">Names the event it tells of to whom: the same letter is never written twice.</param>
    /// <param name="notBefore">When it may leave; none: at once.</param>
    public Letter(LetterKind kind, string key, Addressee to, LetterAbout about, LetterContent content, DateTime at, DateTime? notBefore = null)
    {
        (Kind, Key, WrittenAt, DueAt) = (kind, key, at, notBefore > at ? notBefore.Value : at);
        (ToAccountId, ToCandidateId, ToName, ToAddress) = (to.AccountId, to.CandidateId, to.Name, to.Address);
        (OpeningId, ApplicationId, InterviewId, ScorecardId) = (about.OpeningId, about.ApplicationId, about.InterviewId, about.ScorecardId);
        (Subject, Text, Calendar, CalendarMethod, ReplyTo) = (content.Subject, content.Text, content.Calendar, content.CalendarMethod, content.ReplyTo);
    }

    public LetterKind Kind { get; private set; }

    /// <summary>Unique.</summary>
    public string Key { get; private set; } = "";

    public Guid? ToAccountId { get; private set; }
    public Guid? ToCandidateId { get; private set; }
    public string ToName { get; private set; } = "";
    public string ToAddress { get; private set; } = "";
    public string? ReplyTo { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid? InterviewId { get; private set; }
    public Guid? ScorecardId { get; private set; }
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string? Calendar { get; private set; }
    public string? CalendarMethod { get; private set; }
    public DateTime WrittenAt { get; private set; }

    /// <summary>When it is tried next. While it is being handed over, when somebody else may try again should the one who does it die.</summary>
    public DateTime DueAt { get; private set; }

    public int Attempts { get; private set; }
    public LetterState State { get; private set; }

    /// <summary>When it was sent, given up or withdrawn.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>What the mail server answered last, as a short code without any address.</summary>
    public string? Failure { get; private set; }

    /// <summary>How long to wait after so many attempts in vain: 10 seconds, doubling to five minutes.</summary>
    public static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(300, 10 * Math.Pow(2, Math.Clamp(attempts - 1, 0, 10))));

    /// <summary>Tries again a letter that was given up.</summary>
    /// <exception cref="RuleBroken"><c>letter-not-given-up</c>.</exception>
    public void TryAgain(DateTime at)
    {
        Rule.Holds(State == LetterState.Undeliverable, "letter-not-given-up", "This letter has not been given up: it was sent, withdrawn, or is still on its way.");
        (State, ClosedAt, Failure, Attempts, DueAt, WrittenAt) = (LetterState.Waiting, null, null, 0, at, at);
        Touch();
    }
}
