using System.Globalization;
using System.Text;

namespace TalentHub.Web.Platform.Mail;

/// <summary>Somebody in a calendar entry.</summary>
public sealed record CalendarPerson(string Name, string Address);

/// <summary>A meeting as calendars exchange it.</summary>
/// <param name="Uid">The same for every version of the meeting.</param>
/// <param name="Sequence">Grows with every change, so that an older version that arrives late changes nothing.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="Stamp">When this version was written, UTC.</param>
public sealed record CalendarEntry(
    string Uid, int Sequence, DateTime StartsAt, int Minutes, string Summary, string Description, string? Location, string? Link,
    CalendarPerson Organizer, IReadOnlyList<CalendarPerson> Attendees, DateTime Stamp);

/// <summary>
/// Writes calendar entries as RFC 5545 has them, with the methods of RFC 5546. Times are in UTC: every calendar shows them where its owner is, across any change of
/// summer time, without having to be told the rules of a zone.
/// </summary>
public static class CalendarFile
{
    public const string Request = "REQUEST";
    public const string Cancel = "CANCEL";
    public const string Publish = "PUBLISH";

    /// <summary>The longest line in octets, without its end.</summary>
    private const int LineLength = 75;

    public static string Write(CalendarEntry entry, string method)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//TalentHub//Interviews//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, $"METHOD:{method}");
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{entry.Uid}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"));
        Line(text, $"DTSTAMP:{Moment(entry.Stamp)}");
        Line(text, $"DTSTART:{Moment(entry.StartsAt)}");
        Line(text, $"DTEND:{Moment(entry.StartsAt.AddMinutes(entry.Minutes))}");
        Line(text, $"SUMMARY:{Escape(entry.Summary)}");
        Line(text, $"DESCRIPTION:{Escape(entry.Description)}");
        if (entry.Location is { } location) Line(text, $"LOCATION:{Escape(location)}");
        if (entry.Link is { } link) Line(text, $"URL:{link}");
        // Colleagues who may look into each other's calendars see that the time is taken, and no more.
        Line(text, "CLASS:PRIVATE");
        Line(text, $"STATUS:{(method == Cancel ? "CANCELLED" : "CONFIRMED")}");
        Line(text, $"ORGANIZER;CN={Quote(entry.Organizer.Name)}:mailto:{entry.Organizer.Address}");
        foreach (var person in entry.Attendees)
            Line(text, $"ATTENDEE;CN={Quote(person.Name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{person.Address}");
        Line(text, "END:VEVENT");
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Moment(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => Plain(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A parameter value cannot hold a double quote or a line end.</summary>
    private static string Quote(string name) => $"\"{Plain(name).Replace('"', '\'').Replace('\n', ' ')}\"";

    /// <summary>Without control characters; the ends of lines are one character.</summary>
    private static string Plain(string text) => string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Where(c => c == '\n' || !char.IsControl(c)));

    /// <summary>Folds between characters, never inside one.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LineLength)
            {
                text.Append("\r\n ");
                used = 1;
            }
            text.Append(rune);
            used += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
