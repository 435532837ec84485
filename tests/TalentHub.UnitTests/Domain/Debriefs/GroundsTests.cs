using TalentHub.Domain;
using TalentHub.Domain.Interviews;

namespace TalentHub.UnitTests.Domain.Debriefs;

public sealed class GroundsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Guid One = Guid.NewGuid();

    [Fact]
    public void One_reason_is_enough_wherever_it_stands()
    {
        Assert.Equal("Overall.", new Grounds(" Overall. ", [], null).Reasons);
        var on = new Grounds(null, [new(One, " Two deals. "), new(Guid.NewGuid(), "  ")], null);
        Assert.Equal(("", "Two deals."), (on.Reasons, Assert.Single(on.On).Words));
        Assert.Equal("text-missing", Broken(() => new Grounds(" ", [new(One, " ")], null)));
        Assert.Equal("reason-twice", Broken(() => new Grounds(null, [new(One, "a"), new(One, "b")], null)));
        Assert.Equal("text-too-long", Broken(() => new Grounds(null, [new(One, new string('a', 601))], null)));
    }

    [Fact]
    public void A_next_step_says_what_and_lies_ahead()
    {
        Assert.Null(NextStep.Of(" ", null, null, Today));
        Assert.Equal(new NextStep("Offer", One, Today), NextStep.Of(" Offer ", One, Today, Today));
        Assert.Equal("next-step-missing", Broken(() => NextStep.Of(null, One, null, Today)));
        Assert.Equal("next-step-past", Broken(() => NextStep.Of("Offer", null, Today.AddDays(-1), Today)));
    }

    private static string Broken(Func<object?> act) => Assert.Throws<RuleBroken>(() => { act(); }).Code;
}
