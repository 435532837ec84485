using TalentHub.Domain.Mail;

namespace TalentHub.UnitTests.Domain.Mail;

public sealed class ReminderTimesTests
{
    private const string London = "Europe/London";
    private static readonly DateTime End = new(2026, 11, 24, 14, 50, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(-600, false)]
    [InlineData(0, false)]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(179, true)]
    public void The_first_is_due_an_hour_after_the_end(int minutes, bool due) => Assert.Equal(due, ReminderTimes.Due(End, London, null, End.AddMinutes(minutes)));

    [Fact]
    public void A_first_one_that_was_missed_waits_for_a_civil_hour()
    {
        Assert.False(ReminderTimes.Due(End, London, null, End.AddHours(10)));
        Assert.True(ReminderTimes.Due(End, London, null, new DateTime(2026, 11, 25, 9, 0, 0, DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData("2026-11-24T17:00", false)]
    [InlineData("2026-11-25T08:59", false)]
    [InlineData("2026-11-25T09:00", true)]
    [InlineData("2026-11-25T17:59", true)]
    [InlineData("2026-11-25T18:00", false)]
    public void Then_once_a_day_between_nine_and_six(string now, bool due) =>
        Assert.Equal(due, ReminderTimes.Due(End, London, End.AddHours(1), DateTime.SpecifyKind(DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc)));

    [Fact]
    public void In_summer_nine_in_London_is_eight_by_UTC()
    {
        var end = new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc);
        Assert.True(ReminderTimes.Due(end, London, end.AddHours(1), new DateTime(2026, 7, 2, 8, 0, 0, DateTimeKind.Utc)));
        Assert.False(ReminderTimes.Due(end, London, end.AddHours(1), new DateTime(2026, 7, 2, 7, 59, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void After_two_weeks_it_stops()
    {
        var nine = new DateTime(2026, 12, 9, 9, 0, 0, DateTimeKind.Utc);
        Assert.False(ReminderTimes.Due(End, London, End.AddHours(1), nine));
        Assert.True(ReminderTimes.Due(End, London, End.AddHours(1), nine.AddDays(-1)));
    }

    [Fact]
    public void A_reminder_of_an_earlier_date_does_not_count_after_a_move() => Assert.True(ReminderTimes.Due(End, London, End.AddDays(-2), End.AddHours(1)));
}
