using TalentHub.Domain.Interviews;

namespace TalentHub.UnitTests.Domain.Interviews;

/// <summary>What is asked once before a scorecard is handed in.</summary>
public sealed class ScorecardCheckTests
{
    [Theory]
    [InlineData("", Recommendation.Yes, "4 4 4 3", "Named two lost deals.")]
    [InlineData("all-alike", Recommendation.Yes, "4 4 4 4", "Named two lost deals.")]
    [InlineData("", Recommendation.Yes, "4 4 4", "Named two lost deals.")]
    [InlineData("at-odds", Recommendation.No, "5 4 4", "Named two lost deals.")]
    [InlineData("at-odds", Recommendation.StrongYes, "1 2 2", "Blamed the buyer twice.")]
    [InlineData("", Recommendation.No, "5 3 3", "Named two lost deals.")]
    [InlineData("little-seen", Recommendation.Yes, "5 n n", "Named two lost deals.")]
    [InlineData("little-seen", Recommendation.Yes, "n n", "")]
    [InlineData("thin-evidence", Recommendation.Yes, "5 3", "Good answer")]
    [InlineData("all-alike at-odds thin-evidence", Recommendation.StrongNo, "5 5 5 5", "Fine.")]
    public void What_stands_out_is_named(string codes, Recommendation word, string ratings, string evidence) =>
        Assert.Equal(codes, string.Join(' ', ScorecardCheck.Of(Card(word, ratings, evidence)).Select(l => l.Code)));

    [Theory]
    [InlineData(null, "4 4 4 4", "Named two lost deals.")]
    [InlineData(Recommendation.No, "5 5 - 5", "Named two lost deals.")]
    [InlineData(Recommendation.No, "5 5 5 5", " ")]
    public void A_card_that_is_not_complete_is_told_what_is_missing_and_nothing_else(Recommendation? word, string ratings, string evidence) =>
        Assert.Empty(ScorecardCheck.Of(Card(word, ratings, evidence)));

    private static ScorecardContent Card(Recommendation? word, string ratings, string evidence) =>
        new(word, "", [.. ratings.Split(' ').Select(r => new ScorecardEntry(Guid.NewGuid(), int.TryParse(r, out var score) ? score : null, r == "n", r == "n" ? "" : evidence, r == "n" ? NotObservedReason.RanOutOfTime : null))]);
}
