using System.Globalization;

namespace TalentHub.Web.Features.Home;

/// <summary>Says days, times and small numbers the way one speaks.</summary>
public static class Clock
{
    private static readonly string[] Numbers = ["Nothing", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    public static string Greeting(DateTime now, int things)
    {
        var hello = now.Hour switch { < 5 => "Good evening", < 12 => "Good morning", < 18 => "Good afternoon", _ => "Good evening" };
        var count = things < Numbers.Length ? Numbers[things] : things.ToString(CultureInfo.InvariantCulture);
        return $"{hello}. {count} {(things == 0 ? "waits" : things == 1 ? "thing waits" : "things wait")} for you.";
    }

    public static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    public static string Date(DateTime now) => now.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    public static string Moment(DateTime at, DateTime now)
    {
        var time = at.ToString("HH:mm", CultureInfo.InvariantCulture);
        return (DateOnly.FromDateTime(at).DayNumber - DateOnly.FromDateTime(now).DayNumber) switch
        {
            0 => $"at {time}",
            1 => $"tomorrow at {time}",
            -1 => $"yesterday at {time}",
            _ => $"on {Day(DateOnly.FromDateTime(at))} at {time}",
        };
    }
}
