using TalentHub.Domain.Interviews;

namespace TalentHub.UnitTests.Domain.Interviews;

/// <summary>When a known rating error is named, and when it is not.</summary>
public sealed class RatingNudgesTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("", null)]
    [InlineData("4 4 4", null)]
    [InlineData("4 4 4 4", "halo")]
    [InlineData("1 1 1 1 1", "halo")]
    [InlineData("4 4 4 3", null)]
    [InlineData("4 5 4 5", null)]
    [InlineData("4 5 4 5 4", "leniency")]
    [InlineData("2 1 2 1 2", "severity")]
    [InlineData("2 1 2 1 4", null)]
    [InlineData("3 4 5 4 5", null)]
    public void While_rating(string scores, string? code) =>
        Assert.Equal(code, RatingNudges.WhileRating([.. scores.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s[0] - '0')])?.Code);

    [Fact]
    public void Halo_says_the_number() =>
        Assert.StartsWith("Every rating so far is a 4.", RatingNudges.WhileRating([4, 4, 4, 4])!.Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, null)]
    [InlineData(-1.0, "earlier today")]
    [InlineData(-20.0, "in the last 24 hours")]
    [InlineData(-24.0, "in the last 24 hours")]
    [InlineData(-24.1, null)]
    [InlineData(1.0, null)]
    public void Before_rating(double? hours, string? words)
    {
        var nudge = RatingNudges.BeforeRating(hours is { } h ? Now.AddHours(h) : null, Now);
        Assert.Equal(words is not null, nudge is not null);
        if (words is not null) Assert.Contains(words, nudge!.Sentence, StringComparison.Ordinal);
    }
}
