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
        Assert.Equal(code, RatingNudges.WhileRating(Marks.Of(Scores(scores)))?.Code);

    /// <summary>A save reads the marks it writes, and of the others how many and between what: wherever the cut is, the same nudge.</summary>
    [Theory]
    [InlineData("4 4 4 4")]
    [InlineData("4 4 4 3")]
    [InlineData("4 5 4 5 4")]
    [InlineData("2 1 2 1 2")]
    [InlineData("- 2 - 1 2 1 2")]
    [InlineData("- 3")]
    public void Marks_in_two_parts_say_what_they_say_together(string scores)
    {
        var all = Scores(scores).ToList();
        for (var cut = 0; cut <= all.Count; cut++) Assert.Equal(Marks.Of(all), Marks.Of(all.Take(cut)).And(Marks.Of(all.Skip(cut))));
    }

    [Fact]
    public void Halo_says_the_number() =>
        Assert.StartsWith("Every rating so far is a 4.", RatingNudges.WhileRating(new(4, 4, 4))!.Sentence, StringComparison.Ordinal);

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

    /// <summary>"-" is a question without a mark.</summary>
    private static IEnumerable<int?> Scores(string said) => said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s == "-" ? (int?)null : s[0] - '0');
}
