using TalentHub.Domain.Values;

namespace TalentHub.Domain.Mail;

/// <summary>When an interviewer is reminded of a scorecard: one hour after the interview's end, never before it, then once a day at a civil hour.</summary>
public static class ReminderTimes
{
    /// <summary>From the interview's end to the first reminder.</summary>
    public static readonly TimeSpan First = TimeSpan.FromHours(1);

    /// <summary>How long after the end of an interview reminders go on.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>A first reminder later than this, because nothing ran when it was due, waits for a civil hour as well.</summary>
    private static readonly TimeSpan Missed = TimeSpan.FromHours(3);

    private static readonly TimeOnly From = new(9, 0);
    private static readonly TimeOnly Until = new(18, 0);

    /// <summary>Whether a reminder is due.</summary>
    /// <param name="endsAt">End of the interview, UTC.</param>
    /// <param name="zone">Where the interviewer is.</param>
    /// <param name="last">When they were last reminded of this scorecard, UTC. A reminder from before the end belonged to an earlier date of the interview.</param>
    public static bool Due(DateTime endsAt, string zone, DateTime? last, DateTime now)
    {
        if (now < endsAt + First || now > endsAt + Longest) return false;
        var here = Zones.FromUtc(now, zone);
        var civil = TimeOnly.FromDateTime(here) >= From && TimeOnly.FromDateTime(here) < Until;
        if (last is not { } before || before < endsAt) return now < endsAt + Missed || civil;
        return civil && Zones.FromUtc(before, zone).Date < here.Date;
    }
}
