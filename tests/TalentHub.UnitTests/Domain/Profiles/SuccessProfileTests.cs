using TalentHub.Domain;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.UnitTests.Domain.Profiles;

public sealed class SuccessProfileTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Publishing_puts_the_draft_in_force_and_retires_the_one_before()
    {
        var profile = Published();
        profile.StartNextVersion();
        profile.Publish(Guid.NewGuid(), Now);
        Assert.Equal([ProfileState.Retired, ProfileState.Published], profile.Versions.Select(v => v.State));
        Assert.Null(profile.Draft);
        Assert.Equal(2, profile.Published!.Number);
    }

    [Fact]
    public void The_next_version_is_a_copy_that_leaves_the_published_one_alone()
    {
        var profile = Published();
        var next = profile.StartNextVersion();
        next.Weigh(Competencies(3).Select(c => (c, 10, 2.0)));
        Assert.Equal(100, profile.Published!.TotalWeight);
        Assert.Equal("Opens a territory.", next.Purpose);
        Assert.Equal([HireChannel.TradeShow], next.Channels);
        Assert.Single(next.Indicators);
    }

    [Theory]
    [InlineData("nothing-to-publish")]
    [InlineData("draft-exists")]
    [InlineData("weights-sum")]
    [InlineData("profile-size")]
    [InlineData("profile-published")]
    [InlineData("competency-twice")]
    [InlineData("weight-range")]
    [InlineData("target-range")]
    [InlineData("text-missing")]
    [InlineData("text-too-long")]
    public void A_broken_rule_says_its_code(string code)
    {
        var fresh = Draft();
        Action act = code switch
        {
            "nothing-to-publish" => () => Published().Publish(Guid.NewGuid(), Now),
            "draft-exists" => () => { var p = Published(); p.StartNextVersion(); p.StartNextVersion(); }
            ,
            "weights-sum" => () => { fresh.Draft!.Weigh(Competencies(3).Select(c => (c, 30, 3.0))); fresh.Publish(Guid.NewGuid(), Now); }
            ,
            "profile-size" => () => { fresh.Draft!.Weigh(Competencies(2).Select(c => (c, 50, 3.0))); fresh.Publish(Guid.NewGuid(), Now); }
            ,
            "profile-published" => () => Published().Versions[0].Describe("Other", null, []),
            "competency-twice" => () => { var c = Competencies(1)[0]; fresh.Draft!.Weigh([(c, 50, 3), (c, 50, 3)]); }
            ,
            "weight-range" => () => fresh.Draft!.Weigh([(Competencies(1)[0], 0, 3)]),
            "target-range" => () => fresh.Draft!.Weigh([(Competencies(1)[0], 50, 5.5)]),
            "text-missing" => () => _ = new SuccessProfile(" ", RoleLevel.Rep, null),
            _ => () => fresh.Draft!.Describe(new string('x', 1001), null, []),
        };
        Assert.Equal(code, Assert.Throws<RuleBroken>(act).Code);
    }

    private static SuccessProfile Draft() => new("Field rep", RoleLevel.Rep, "Field");

    private static SuccessProfile Published()
    {
        var profile = Draft();
        profile.Draft!.Describe("Opens a territory.", null, [HireChannel.TradeShow, HireChannel.TradeShow]);
        profile.Draft.Weigh(Competencies(4).Select(c => (c, 25, 3.5)));
        profile.Draft.Indicate([(IndicatorKind.Leading, "Meetings by week 6", "Ramp records")]);
        profile.Publish(Guid.NewGuid(), Now);
        return profile;
    }

    private static List<Competency> Competencies(int count) =>
        [.. Enumerable.Range(1, count).Select(n => new Competency($"Ability {n}", RoleLevel.Rep, "Seen in what they did.", new Anchors("a", "b", "c")))];
}
