using TalentHub.Domain.Evidence;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.UnitTests.Domain.Debriefs;

public sealed class AgendaTests
{
    private static readonly List<Weighed> Profile = [.. new[] { "Closes", "Qualifies", "Prepares", "Coachable", "Listens" }.Select(n => new Weighed(Guid.NewGuid(), n, 20, 3.5))];

    [Fact]
    public void The_widest_disagreement_comes_first_and_says_who_stands_where()
    {
        var agenda = Agenda.Of(Panel([4, 5, 3, 2, null], [4, 4, 3, 5, null], [null, 4, null, 5, 3]));
        Assert.Equal(["Coachable", "Qualifies"], agenda.Items.Select(i => i.Competency));
        Assert.Equal(("B and C: 5; A: 2", true), (agenda.Items[0].InWords, agenda.Items[0].Mixed));
        Assert.Equal(["Closes", "Prepares"], agenda.Alike.Order());
        Assert.Equal(["Listens"], agenda.OneRater);
        Assert.Empty(agenda.Unseen);
    }

    [Fact]
    public void A_composite_of_one_rater_is_too_few_and_of_two_has_its_standard_error()
    {
        Assert.Equal("too few raters to say", Standing.InWords(Panel([4, 5, 3, 2, 4])));
        Assert.Equal("too few raters to say", Standing.InWords(Panel([4, 5, 3, 2, 4], [null, null, null, null, null])));
        var two = Panel([4, 5, 3, 2, 4], [4, 4, 3, 5, 4]);
        Assert.StartsWith("3.8 (standard error 0.", Standing.InWords(two));
        // Squares within parts 0, .5, 0, 4.5, 0 with one degree of freedom each: the variance of each mean is half of it, weighted by 1/25.
        Assert.Contains($"standard error {Math.Sqrt((.25 + 2.25) / 25):0.00}", Standing.InWords(two));
        Assert.Equal("4.0 (standard error: too few to say)", Standing.InWords(Panel([4, 4, 4, 4, 4], [4, 4, 4, 4, 4])));
    }

    [Fact]
    public void Two_with_the_same_initials_are_told_apart()
    {
        var voices = new[] { "Ana Ito", "Ben Oak", "Alf Imre" }.Select(n => new Voice(Guid.NewGuid(), n, [])).ToList();
        Assert.Equal(["AI1", "BO", "AI2"], voices.Select(v => Initials.Of(v.Author, voices)));
    }

    private static PanelReading Panel(params int?[][] raters) => PanelReading.Of(Profile, [.. raters.Select((scores, r) =>
    {
        var card = new Card(Guid.NewGuid(), Guid.Empty, Guid.NewGuid(), $"{(char)('A' + r)}", Guid.Empty, "Panel", StageKind.Panel, 1, Guid.Empty, 1, Recommendation.Yes, "", default);
        return card with { Ratings = [.. scores.Select((s, i) => new Said(card.Id, Profile[i].Id, Profile[i].Name, i, "?", s, s is null, "", EvidenceKind.Interview)).Where(s => s.Score is not null)] };
    })], OtherEvidence.None);
}
