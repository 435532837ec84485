using TalentHub.Domain.Openings;

namespace TalentHub.UnitTests.Domain.Openings;

public sealed class RaterPlanTests
{
    private static readonly Guid Kim = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Mateo = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Farah = new("00000000-0000-0000-0000-000000000003");

    [Fact]
    public void A_seat_nobody_is_named_for_counts_as_somebody_new() => Assert.Equal(3, RaterPlan.DifferentRaters([new(1, []), new(2, [])]));

    [Fact]
    public void The_same_person_at_two_stages_is_one_opinion() => Assert.Equal(1, RaterPlan.DifferentRaters([new(1, [Kim]), new(1, [Kim])]));

    /// <summary>Taking Kim first for the first stage must give way, since nobody else is named for the second.</summary>
    [Fact]
    public void Two_who_can_stand_in_for_one_another_are_two_opinions()
    {
        Assert.Equal(2, RaterPlan.DifferentRaters([new(1, [Kim, Mateo]), new(1, [Kim])]));
        Assert.Equal(3, RaterPlan.DifferentRaters([new(1, [Kim, Mateo]), new(1, [Kim, Farah]), new(1, [Kim])]));
        Assert.Equal(2, RaterPlan.DifferentRaters([new(2, [Kim, Mateo]), new(2, [Kim, Mateo])]));
    }

    [Fact]
    public void A_panel_bigger_than_its_names_has_room_for_others() => Assert.Equal(3, RaterPlan.DifferentRaters([new(3, [Kim])]));

    [Fact]
    public void No_more_of_those_named_sit_than_the_panel_has_seats() => Assert.Equal(1, RaterPlan.DifferentRaters([new(1, [Kim, Mateo, Farah])]));

    [Fact]
    public void Nothing_that_covers_it_is_no_opinion() => Assert.Equal(0, RaterPlan.DifferentRaters([]));
}
