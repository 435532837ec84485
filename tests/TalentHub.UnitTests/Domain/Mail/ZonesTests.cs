using TalentHub.Domain;
using TalentHub.Domain.Values;

namespace TalentHub.UnitTests.Domain.Mail;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("2026-01-12T15:00", "Europe/London", "2026-01-12T15:00")]
    [InlineData("2026-07-12T15:00", "Europe/London", "2026-07-12T14:00")]
    [InlineData("2026-07-12T15:00", "Asia/Kolkata", "2026-07-12T09:30")]
    // The hour that comes twice, when British summer time ends, is taken the first time.
    [InlineData("2026-10-25T01:30", "Europe/London", "2026-10-25T00:30")]
    public void A_clock_on_a_wall_names_a_moment(string wall, string zone, string utc)
    {
        var at = Zones.ToUtc(Parse(wall), zone);
        Assert.Equal((Parse(utc), DateTimeKind.Utc), (at, at.Kind));
        Assert.Equal(Parse(wall), Zones.FromUtc(at, zone));
    }

    [Fact]
    public void An_hour_the_clocks_skip_is_refused() => Assert.Equal("no-such-hour", Assert.Throws<RuleBroken>(() => Zones.ToUtc(Parse("2026-03-29T01:30"), "Europe/London")).Code);

    [Theory]
    [InlineData("Europe/London", true)]
    [InlineData("Asia/Calcutta", true)]
    [InlineData("Etc/UTC", true)]
    [InlineData("", false)]
    [InlineData("London", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("../../../etc/hostname", false)]
    public void Only_zones_the_system_knows_are_taken(string zone, bool known) => Assert.Equal(known, Zones.Known(zone));

    [Fact]
    public void The_list_names_cities()
    {
        Assert.Equal(Zones.Utc, Zones.All[0]);
        Assert.Contains("America/New_York", Zones.All);
        Assert.Equal("New York time", Zones.Spoken("America/New_York"));
        Assert.Equal("New York (America)", Zones.Offered("America/New_York"));
        Assert.DoesNotContain(Zones.All, z => !Zones.Known(z));
    }

    private static DateTime Parse(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
