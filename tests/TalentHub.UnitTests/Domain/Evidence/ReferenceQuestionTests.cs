using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Seed;

namespace TalentHub.UnitTests.Domain.Evidence;

/// <summary>What a referee is asked is held to the same checker as the question bank.</summary>
public sealed class ReferenceQuestionTests
{
    public static TheoryData<RoleLevel> Levels => [.. Enum.GetValues<RoleLevel>()];

    [Theory, MemberData(nameof(Levels))]
    public void The_form_of_a_level_passes_the_checker_and_is_tied_to_its_competencies(RoleLevel level)
    {
        var questions = Content.References(level);
        Assert.InRange(questions.Count, 6, 8);
        Assert.Equal(questions.Count, questions.DistinctBy(q => q.CompetencyKey).Count());
        Assert.All(questions, q => Assert.Equal(level, Content.Competencies.Single(c => c.Key == q.CompetencyKey).RoleLevel));
        // A form has no probes; the checker is told of some, since it looks for a talk.
        var faults = from question in questions
                     let wording = Wording.Of(QuestionKind.Behavioural, question.Text, ["When was that?", "What came of it?"], question.Anchors.Anchors(), 5)
                     from finding in QuestionCheck.Of(wording, questions.Where(o => o.Key != question.Key).Select(o => o.Text))
                     select $"{question.Key}: {finding.Where}: {finding.Sentence}";
        Assert.Empty(faults);
    }

    [Fact]
    public void Keys_are_unique_across_levels() =>
        Assert.Equal(21, Enum.GetValues<RoleLevel>().SelectMany(Content.References).Select(q => q.Key).Distinct().Count());

    [Fact]
    public void Where_the_library_has_no_such_competency_the_tie_is_left_out()
    {
        var question = Content.References(RoleLevel.Rep)[0];
        Assert.Null(question.Asked(new Dictionary<string, Guid>()).CompetencyId);
        var id = Guid.NewGuid();
        Assert.Equal(id, question.Asked(new Dictionary<string, Guid> { ["Prepares each call"] = id }).CompetencyId);
    }
}
