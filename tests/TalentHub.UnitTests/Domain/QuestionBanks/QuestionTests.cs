using TalentHub.Domain;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.UnitTests.Domain.QuestionBanks;

public sealed class QuestionTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Anchors Sounds = new("a", "b", "c");

    private static readonly Guid Writer = Guid.NewGuid(), Reader = Guid.NewGuid();

    [Fact]
    public void A_new_wording_waits_for_approval_again_and_the_one_before_is_kept()
    {
        var question = New();
        question.Approve(Reader, false, Now);
        question.Revise(Wording.Of(QuestionKind.Situational, "What would you do?", [" First? ", ""], Sounds, 12), Reader, Now);
        Assert.Null(question.ApprovedAt);
        Assert.Equal((2, "First?", Reader), (question.Number, question.Probes.Single(), question.WrittenBy));
        var before = question.Earlier.Single();
        Assert.Equal((1, "Tell me of a deal.", Writer, Reader), (before.Number, before.Text, before.WrittenBy, before.ApprovedBy));
    }

    [Fact]
    public void Whoever_wrote_a_wording_leaves_the_approval_to_somebody_else_unless_there_is_nobody()
    {
        var question = New();
        Assert.Equal("second-reader", Assert.Throws<RuleBroken>(() => question.Approve(Writer, false, Now)).Code);
        question.Approve(Writer, true, Now);
        question.Revise(Wording.Of(QuestionKind.Behavioural, "Tell me of a lost deal.", [], Sounds, 8), Reader, Now);
        question.Approve(Writer, false, Now);
        Assert.Equal((Reader, Writer), (question.WrittenBy, question.ApprovedBy));
    }

    [Theory]
    [InlineData("question-minutes")]
    [InlineData("probe-too-long")]
    [InlineData("probes-too-many")]
    [InlineData("question-retired")]
    [InlineData("nothing-reworded")]
    [InlineData("text-missing")]
    [InlineData("text-too-long")]
    public void A_broken_rule_says_its_code(string code)
    {
        var question = New();
        Action act = code switch
        {
            "question-minutes" => () => Wording.Of(QuestionKind.Behavioural, "Why?", [], Sounds, 31),
            "probe-too-long" => () => Wording.Of(QuestionKind.Behavioural, "Why?", [new string('x', 301)], Sounds, 5),
            "probes-too-many" => () => Wording.Of(QuestionKind.Behavioural, "Why?", ["1", "2", "3", "4", "5", "6", "7"], Sounds, 5),
            "question-retired" => () =>
            {
                question.Retire(Now);
                question.Approve(Reader, false, Now);
            }
            ,
            "nothing-reworded" => () => question.Revise(question.Wording(), Writer, Now),
            "text-missing" => () => Anchors.Of("a", " ", "c"),
            _ => () => Wording.Of(QuestionKind.Behavioural, new string('x', 401), [], Sounds, 5),
        };
        Assert.Equal(code, Assert.Throws<RuleBroken>(act).Code);
    }

    private static Question New() =>
        new(new Competency("Closes in steps", RoleLevel.Rep, "Asks for the next small yes.", Sounds), Wording.Of(QuestionKind.Behavioural, "Tell me of a deal.", [], Sounds, 8), Writer, Now);
}
