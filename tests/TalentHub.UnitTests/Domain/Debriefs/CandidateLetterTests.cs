using TalentHub.Domain.Interviews;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.UnitTests.Domain.Debriefs;

public sealed class CandidateLetterTests
{
    private static readonly DateOnly Monday = new(2026, 12, 21), Friday = new(2026, 11, 27);

    public static TheoryData<DecisionOutcome, bool> All => new()
    {
        { DecisionOutcome.Hire, false }, { DecisionOutcome.Hire, true }, { DecisionOutcome.Reject, false },
        { DecisionOutcome.Reject, true }, { DecisionOutcome.Hold, false }, { DecisionOutcome.Hold, true },
    };

    [Theory, MemberData(nameof(All))]
    public void Every_letter_greets_by_name_says_which_post_and_carries_no_number_but_dates(DecisionOutcome outcome, bool insider)
    {
        var letter = Of(outcome, insider);
        Assert.StartsWith("Dear Amara Osei,", letter.Body);
        Assert.Contains("Territory rep", letter.Body);
        Assert.Equal("Your application: Territory rep", letter.Subject);
        Assert.DoesNotContain(letter.Body.Replace("21 December 2026", "").Replace("27 November 2026", ""), char.IsDigit);
        foreach (var word in new[] { "score", "rating", "vote", "panel", "unfortunately", "age", "family", "health", "culture" })
            Assert.DoesNotMatch($@"(?i)\b{word}", letter.Body);
        Assert.EndsWith("The hiring team", letter.Body);
    }

    [Fact]
    public void A_hire_names_the_first_day_and_by_when_it_stands_in_writing()
    {
        Assert.Contains("Your first day with us would be 21 December 2026. ".Trim(), Of(DecisionOutcome.Hire, false).Body);
        Assert.Contains("You will have everything in writing by 27 November 2026.", Of(DecisionOutcome.Hire, false).Body);
        var bare = CandidateLetter.For(new("Amara Osei", "Territory rep", DecisionOutcome.Hire, false, null, null)).Body;
        Assert.DoesNotContain("first day", bare);
        Assert.Contains("Everything follows in writing.", bare);
    }

    [Fact]
    public void A_hold_says_by_when_they_hear_and_a_rejection_offers_a_talk()
    {
        Assert.Contains("You will hear from us by 27 November 2026", Of(DecisionOutcome.Hold, false).Body);
        Assert.Contains("We will write again as soon as we have decided.", CandidateLetter.For(new("Amara Osei", "Territory rep", DecisionOutcome.Hold, false, null, null)).Body);
        Assert.Contains("we will find a time to talk", Of(DecisionOutcome.Reject, false).Body);
    }

    [Theory, MemberData(nameof(All))]
    public void An_insider_is_told_in_person_first(DecisionOutcome outcome, bool insider)
    {
        var first = Of(outcome, insider).First;
        if (!insider) Assert.Null(first);
        else Assert.Contains("in person first", first);
    }

    private static CandidateLetter Of(DecisionOutcome outcome, bool insider) => CandidateLetter.For(new("Amara Osei", "Territory rep", outcome, insider, Monday, Friday));
}
