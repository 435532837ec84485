using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Interviews;

/// <summary>What an interviewer has on already around a time: taken or not, and how much; never with whom.</summary>
/// <param name="InWeek">Interviews in the week of that time, this one not counted.</param>
/// <param name="Late">Scorecards they still owe, of interviews that have ended.</param>
/// <param name="Taken">Interviews that overlap with it, as hours of the day.</param>
public sealed record Load(int InWeek, int Late, IReadOnlyList<string> Taken)
{
    public static readonly Load None = new(0, 0, []);

    /// <summary>"2 interviews that week · owes 1 scorecard", or that they have none.</summary>
    public string Said => string.Join(" · ", new[]
    {
        InWeek switch { 0 => "nothing else that week", 1 => "1 other interview that week", _ => $"{InWeek} other interviews that week" },
        Late switch { 0 => null, 1 => "owes 1 scorecard", _ => $"owes {Late} scorecards" },
    }.OfType<string>());
}

/// <summary>A time somebody asks about.</summary>
/// <param name="StartsAt">UTC.</param>
/// <param name="Except">The interview that is being moved.</param>
internal sealed record Slot(DateTime StartsAt, int Minutes, string Zone, Guid? Except = null)
{
    /// <summary>Of a length nobody may plan, what is worth looking at.</summary>
    public DateTime EndsAt => StartsAt.AddMinutes(Math.Clamp(Minutes, 0, 24 * 60));

    /// <summary>Monday to Monday, where they are.</summary>
    public (DateTime From, DateTime To) Week
    {
        get
        {
            var day = Zones.FromUtc(StartsAt, Zone).Date;
            var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
            return (Midnight(monday), Midnight(monday.AddDays(7)));
        }
    }

    /// <summary>In the few zones that skip midnight when summer time begins, the day begins an hour later.</summary>
    private DateTime Midnight(DateTime day) => TimeZoneInfo.FindSystemTimeZoneById(Zone).IsInvalidTime(day) ? Zones.ToUtc(day.AddHours(1), Zone) : Zones.ToUtc(day, Zone);
}

internal static class Availability
{
    /// <summary>The longest interview; what begins earlier than this before a time cannot reach into it.</summary>
    private const int Longest = 240;

    public static async Task<Dictionary<Guid, Load>> Loads(this TalentHubDb db, IReadOnlyCollection<Guid> accounts, Slot slot, DateTime now, CancellationToken ct)
    {
        var (monday, next) = slot.Week;
        var earliest = monday.AddMinutes(-Longest);
        var meetings = await db.Scorecards
            .Where(s => accounts.Contains(s.AuthorId) && s.WaivedAt == null && s.InterviewId != slot.Except && s.Interview!.State == InterviewState.Scheduled
                && s.Interview.StartsAt >= earliest && s.Interview.StartsAt < next)
            .Select(s => new { s.AuthorId, s.Interview!.StartsAt, s.Interview.Minutes }).ToListAsync(ct);
        var owed = await db.Scorecards
            .Where(s => accounts.Contains(s.AuthorId) && s.WaivedAt == null && s.SubmittedAt == null && s.Interview!.State == InterviewState.Scheduled
                && s.Application!.State == Domain.Candidates.ApplicationState.Active && s.Interview.StartsAt < now)
            .Select(s => new { s.AuthorId, s.Interview!.StartsAt, s.Interview.Minutes }).ToListAsync(ct);
        return accounts.Distinct().ToDictionary(a => a, a =>
        {
            var mine = meetings.Where(m => m.AuthorId == a).ToList();
            return new Load(
                mine.Count(m => m.StartsAt >= monday),
                owed.Count(o => o.AuthorId == a && o.StartsAt.AddMinutes(o.Minutes) <= now),
                [.. mine.Where(m => m.StartsAt < slot.EndsAt && m.StartsAt.AddMinutes(m.Minutes) > slot.StartsAt).OrderBy(m => m.StartsAt).Select(m => Hours(m.StartsAt, m.Minutes, slot.Zone))]);
        });
    }

    /// <summary>Refuses a time at which somebody on the panel, or the candidate, is taken, unless whoever plans it says that it is meant.</summary>
    /// <exception cref="RuleBroken"><c>clash</c>, with everything that overlaps.</exception>
    public static async Task CheckClashes(this TalentHubDb db, Viewer viewer, Guid candidateId, IReadOnlyCollection<Guid> panel, Slot slot, bool meant, DateTime now, CancellationToken ct)
    {
        if (meant) return;
        var loads = await db.Loads(panel, slot, now, ct);
        var names = await db.Users.Where(u => panel.Contains(u.Id)).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        var sentences = names.Where(n => loads[n.Id].Taken.Count > 0).Select(n => $"{n.DisplayName} has another interview at {string.Join(" and ", loads[n.Id].Taken)}.").ToList();
        if (await db.CandidateTaken(viewer, candidateId, slot, ct) is { } taken) sentences.Add($"The candidate has another interview at {taken}.");
        Rule.Holds(sentences.Count == 0, "clash", $"{string.Join(" ", sentences)} Choose another time, or tick the box if it is meant.", "DespiteClash");
    }

    /// <summary>Looks among the interviews the viewer can see: that somebody is a candidate elsewhere is no news for others.</summary>
    private static async Task<string?> CandidateTaken(this TalentHubDb db, Viewer viewer, Guid candidateId, Slot slot, CancellationToken ct)
    {
        var (earliest, end) = (slot.StartsAt.AddMinutes(-Longest), slot.EndsAt);
        var near = await db.Interviews.VisibleTo(db, viewer)
            .Where(i => i.CandidateId == candidateId && i.Id != slot.Except && i.State == InterviewState.Scheduled && i.StartsAt >= earliest && i.StartsAt < end)
            .Select(i => new { i.StartsAt, i.Minutes }).ToListAsync(ct);
        return near.Find(i => i.StartsAt.AddMinutes(i.Minutes) > slot.StartsAt) is { } found ? Hours(found.StartsAt, found.Minutes, slot.Zone) : null;
    }

    private static string Hours(DateTime at, int minutes, string zone) => string.Create(CultureInfo.InvariantCulture,
        $"{Zones.FromUtc(at, zone):HH:mm}–{Zones.FromUtc(at.AddMinutes(minutes), zone):HH:mm}");
}
