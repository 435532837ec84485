using TalentHub.Domain;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.UnitTests.Domain.QuestionBanks;

public sealed class QuestionTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Anchors Sounds = new("a", "b", "c");

    [Fact]
    public void A_new_wording_waits_for_approval_again()
    {
        var question = New();
        question.Approve(Guid.NewGuid(), Now);
        question.Revise(QuestionKind.Situational, "What would you do?", [" First? ", ""], Sounds, 12);
        Assert.Null(question.ApprovedAt);
        Assert.Equal((2, "First?"), (question.Number, question.Probes.Single()));
    }

    [Theory]
    [InlineData("question-minutes")]
    [InlineData("probe-too-long")]
    [InlineData("question-retired")]
    [InlineData("text-missing")]
    [InlineData("text-too-long")]
    public void A_broken_rule_says_its_code(string code)
    {
        var question = New();
        Action act = code switch
        {
            "question-minutes" => () => question.Revise(QuestionKind.Behavioural, "Why?", [], Sounds, 31),
            "probe-too-long" => () => question.Revise(QuestionKind.Behavioural, "Why?", [new string('x', 301)], Sounds, 5),
            "question-retired" => () => { question.Retire(Now); question.Approve(Guid.NewGuid(), Now); }
            ,
            "text-missing" => () => Anchors.Of("a", " ", "c"),
            _ => () => question.Revise(QuestionKind.Behavioural, new string('x', 401), [], Sounds, 5),
        };
        Assert.Equal(code, Assert.Throws<RuleBroken>(act).Code);
    }

    private static Question New() => new(new Competency("Closes in steps", RoleLevel.Rep, "Asks for the next small yes.", Sounds), QuestionKind.Behavioural, "Tell me of a deal.", [], Sounds, 8);
}
