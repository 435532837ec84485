using TalentHub.Domain.Openings;

namespace TalentHub.UnitTests.Domain.Openings;

public sealed class KitProposalTests
{
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();

    [Fact]
    public void Each_competency_has_its_turn_before_any_has_two()
    {
        KitChoice[] choices = [New(First, 10), New(First, 10), New(Second, 10)];
        var drawn = KitProposal.Draw([First, Second], choices, minutes: 20);
        Assert.Equal([First, Second], drawn.Select(id => choices.Single(c => c.QuestionId == id).CompetencyId));
    }

    [Fact]
    public void The_least_used_question_comes_first_and_what_does_not_fit_is_left_out()
    {
        KitChoice[] choices = [New(First, 10, used: 3), New(First, 10), New(Second, 25)];
        Assert.Equal([choices[1].QuestionId, choices[0].QuestionId], KitProposal.Draw([First, Second], choices, minutes: 20));
    }

    [Fact]
    public void A_long_question_takes_no_other_competency_out_of_the_kit()
    {
        KitChoice[] choices = [New(First, 30), New(First, 10, used: 9), New(Second, 15), New(Second, 25)];
        Assert.Equal([choices[1].QuestionId, choices[2].QuestionId], KitProposal.Draw([First, Second], choices, minutes: 30));
        // With time for both, the least used comes first again; a competency nobody can ask about keeps no room.
        Assert.Equal(choices[0].QuestionId, KitProposal.Draw([First, Second], choices, minutes: 45)[0]);
        Assert.Equal([choices[0].QuestionId], KitProposal.Draw([First, Guid.NewGuid()], choices, minutes: 30));
        // Where there is no time for all, the most important goes first.
        Assert.Equal([choices[1].QuestionId], KitProposal.Draw([First, Second], choices, minutes: 12));
    }

    [Fact]
    public void A_kit_stops_at_fifteen_questions_and_nothing_makes_an_empty_one()
    {
        Assert.Equal(15, KitProposal.Draw([First], [.. Enumerable.Range(0, 20).Select(_ => New(First, 3))], minutes: 240).Count);
        Assert.Empty(KitProposal.Draw([First], [New(First, 30)], minutes: 20));
    }

    private static KitChoice New(Guid competency, int minutes, int used = 0) => new(Guid.NewGuid(), competency, minutes, used);
}
