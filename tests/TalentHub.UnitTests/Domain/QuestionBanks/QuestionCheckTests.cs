using TalentHub.Domain.QuestionBanks;
using TalentHub.Seed;

namespace TalentHub.UnitTests.Domain.QuestionBanks;

/// <summary>The second reader that never tires: what it finds, what it lets pass, and that the shipped bank passes it.</summary>
public sealed class QuestionCheckTests
{
    private const string Clean = "Tell me about the last customer you gave up on.";
    private static readonly Anchors Sounds = new("Names nobody, or blames the customer for it.", "Names one, with a reason that came late.", "Names one by a test set beforehand, and what the time went to.");

    [Theory]
    [InlineData("protected-topic", "How old are your usual customers, and how old are you?")]
    [InlineData("protected-topic", "What do your children think of the travel?")]
    [InlineData("protected-topic", "What was your last salary?")]
    [InlineData("protected-topic", "Where are you originally from?")]
    [InlineData("protected-topic", "Which trade union did you deal with?")]
    [InlineData("yes-no", "Have you ever given up on a customer?")]
    [InlineData("yes-no", "A customer calls late. Would you answer?")]
    [InlineData("leading", "You never give up on a customer, of course; tell me about one.")]
    [InlineData("double-barrelled", "What did you lose last, and why?")]
    [InlineData("double-barrelled", "What did you lose? What did you learn?")]
    [InlineData("gendered", "Tell me about a buyer and what he wanted.")]
    public void A_text_that_should_not_be_asked_is_found(string code, string text) => Assert.Contains(code, Codes(Of(text)));

    [Theory]
    [InlineData(Clean)]
    [InlineData("Could you walk me through the last week of a quarter?")]
    [InlineData("A family-owned machine builder asks for a price. How do you begin?")]
    [InlineData("You have a region with two languages. What do you do in the first month?")]
    [InlineData("Here are notes on five accounts. Put them in the order in which you would call them.")]
    public void An_ordinary_question_passes(string text) => Assert.Empty(Codes(Of(text)));

    [Fact]
    public void Anchors_that_judge_say_too_little_or_repeat_one_another_are_found()
    {
        var found = QuestionCheck.Of(Wording.Of(QuestionKind.Behavioural, Clean, ["When?", "What then?"], new("Poor.", "Names a customer and a reason for giving up.", "Names a customer and a reason for giving up early."), 8), []);
        Assert.Equal(["anchor-judges", "anchor-thin", "anchors-alike"], Codes(found).Order());
        Assert.All(found, f => Assert.NotEmpty(f.Why));
    }

    [Fact]
    public void A_role_play_without_a_brief_and_a_question_without_probes_are_found()
    {
        var found = QuestionCheck.Of(Wording.Of(QuestionKind.RolePlay, "I am a buyer in a hurry. Please begin.", [], Sounds, 8), []);
        Assert.Equal(["few-probes", "no-brief"], Codes(found).Order());
    }

    [Fact]
    public void A_near_twin_is_named()
    {
        var twin = Assert.Single(QuestionCheck.Of(Of(Clean), ["Tell me about the last customer that you gave up on.", "What is on your desk on Monday?"]));
        Assert.Equal("near-duplicate", twin.Code);
        Assert.Contains("that you gave up", twin.Sentence);
    }

    [Fact]
    public void Likeness_runs_from_nothing_in_common_to_the_same()
    {
        Assert.Equal(1, QuestionCheck.Likeness("Who paid?", "who PAID"));
        Assert.Equal(0, QuestionCheck.Likeness("abc", "xyz"));
        Assert.Equal(0, QuestionCheck.Likeness("", ""));
    }

    /// <summary>Each shipped question, against all others of its level.</summary>
    [Fact]
    public void The_shipped_bank_passes()
    {
        var faults = from question in Content.Questions
                     let others = Content.Questions.Where(o => o.Key != question.Key && o.RoleLevel == question.RoleLevel).Select(o => o.Text)
                     from finding in QuestionCheck.Of(question.Wording(), others)
                     select $"{question.Key}: {finding.Where}: {finding.Sentence}";
        Assert.Empty(faults);
    }

    private static Wording Of(string text) => Wording.Of(QuestionKind.Behavioural, text, ["When was that?", "What came of it?"], Sounds, 8);

    private static IEnumerable<string> Codes(Wording wording) => Codes(QuestionCheck.Of(wording, []));

    private static IEnumerable<string> Codes(IEnumerable<Finding> findings) => findings.Select(f => f.Code);
}
