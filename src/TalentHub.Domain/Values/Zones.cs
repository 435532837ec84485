using System.Globalization;
namespace TalentHub.Domain.Values;

/// <summary>
/// Time zones by their IANA name ("Europe/London"), as the system's zone data know them. Moments are kept in UTC; a zone says what a clock on a
/// wall shows.
/// </summary>
public static class Zones
{
    /// <summary>For whoever has not said where they are.</summary>
    public const string Utc = "Etc/UTC";

    private static readonly string[] Areas = ["Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];

    private static readonly Lazy<IReadOnlyList<string>> Places = new(() =>
        [Utc, .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => Areas.Any(a => id.StartsWith(a, StringComparison.Ordinal))).Order(StringComparer.Ordinal)]);

    /// <summary>The zones to choose from: UTC, then by continent and city.</summary>
    public static IReadOnlyList<string> All => Places.Value;

    /// <summary>Whether the system knows the zone, an older name of one included.</summary>
    public static bool Known(string? zone) => zone is { Length: > 0 and <= 60 } && zone.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+') && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <summary>The zone, once it is known to exist.</summary>
    /// <exception cref="RuleBroken"><c>zone-unknown</c>.</exception>
    public static string Checked(string? zone, string? field = null)
    {
        Rule.Holds(Known(zone), "zone-unknown", "Choose a time zone from the list.", field);
        return zone!;
    }

    /// <summary>Whether a clock in the zone ever shows this, in years people plan for.</summary>
    public static bool Exists(DateTime wall, string zone) =>
        wall.Year is >= 2000 and <= 2200 && Known(zone) && !TimeZoneInfo.FindSystemTimeZoneById(zone).IsInvalidTime(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified));

    /// <summary>The moment at which a clock in the zone shows this. An hour that comes twice, when summer time ends, is taken the first time.</summary>
    /// <param name="wall">What the clock shows; its kind is not looked at.</param>
    /// <returns>UTC.</returns>
    /// <exception cref="RuleBroken"><c>zone-unknown</c>; <c>year-out-of-reach</c>; <c>no-such-hour</c> when the clocks skip it as summer time begins.</exception>
    public static DateTime ToUtc(DateTime wall, string? zone, string? field = null)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(Checked(zone, field));
        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        Rule.Holds(local.Year is >= 2000 and <= 2200, "year-out-of-reach", "Give a year between 2000 and 2200.", field);
        Rule.Holds(!place.IsInvalidTime(local), "no-such-hour", $"The clocks go forward that night, so {local:HH:mm} does not exist in {Spoken(zone!)}. Choose another time.", field);
        var offset = place.IsAmbiguousTime(local) ? place.GetAmbiguousTimeOffsets(local).Max() : place.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>What a clock in the zone shows at that moment.</summary>
    /// <param name="at">UTC.</param>
    public static DateTime FromUtc(DateTime at, string zone) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(zone)), DateTimeKind.Unspecified);

    /// <summary>"18 Nov 2026 12:00 London time".</summary>
    /// <param name="at">UTC.</param>
    public static string Moment(DateTime at, string zone) => string.Create(CultureInfo.InvariantCulture, $"{FromUtc(at, zone):d MMM yyyy} {Clock(at, zone)}");

    /// <summary>"12:00 London time".</summary>
    /// <param name="at">UTC.</param>
    public static string Clock(DateTime at, string zone) => string.Create(CultureInfo.InvariantCulture, $"{FromUtc(at, zone):HH:mm} {Spoken(zone)}");

    /// <summary>"London time", or "UTC".</summary>
    public static string Spoken(string zone) => zone == Utc ? "UTC" : $"{City(zone)} time";

    /// <summary>"London (Europe)", as a list offers it.</summary>
    public static string Offered(string zone) => zone == Utc ? "UTC" : $"{City(zone)} ({zone.Split('/')[0]})";

    private static string City(string zone) => zone.Split('/')[^1].Replace('_', ' ');
}
