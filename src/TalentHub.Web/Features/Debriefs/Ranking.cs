using TalentHub.Science;
using TalentHub.Science.Scoring;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>A candidate's name with what the panel said.</summary>
public sealed record Ranked(string Name, PanelReading Reading);

/// <summary>The order if one weight were twice what it is.</summary>
/// <param name="Changed">Somebody else comes first than with the stated weights.</param>
public sealed record Doubling(string Competency, int Weight, string First, double Lead, bool Changed, bool Clear);

/// <summary>Who lies first by the stated weights, by how much, and whether that would hold. It describes; it decides nothing.</summary>
public sealed record Ranking(string First, string Second, Estimate Lead, IReadOnlyList<Doubling> Doublings)
{
    /// <summary>The whole interval of the lead lies above zero.</summary>
    public bool Clear => Lead.Lower > 0;

    public string Verdict => !Lead.HasInterval ? "too few to say whether that is a lead" : Clear ? "a clear lead" : "not a clear lead";

    /// <returns>None with fewer than two candidates who have a composite.</returns>
    public static Ranking? Of(IReadOnlyList<Ranked> candidates)
    {
        if (Order(candidates, c => c.Weight) is not { } now) return null;
        var competencies = candidates[0].Reading.Competencies.Select(r => r.Competency).Where(c => c.Weight > 0).OrderByDescending(c => c.Weight).ThenBy(c => c.Name);
        var doublings = competencies.Select(doubled => (doubled, Order(candidates, c => c.Id == doubled.Id ? 2 * c.Weight : c.Weight)!.Value))
            .Select(d => new Doubling(d.doubled.Name, d.doubled.Weight, d.Value.First, d.Value.Lead.Value!.Value, d.Value.First != now.First, d.Value.Lead.Lower > 0));
        return new Ranking(now.First, now.Second, now.Lead, [.. doublings.OrderByDescending(d => d.Changed)]);
    }

    private static (string First, string Second, Estimate Lead)? Order(IReadOnlyList<Ranked> candidates, Func<Weighed, double> weight)
    {
        var order = candidates.Select(c => (c.Name, Score: PanelComposite.Of(c.Reading.Parts(weight), PanelReading.Level)))
            .Where(c => c.Score.Score.Value is not null).OrderByDescending(c => c.Score.Score.Value).ToList();
        return order.Count < 2 ? null : (order[0].Name, order[1].Name, PanelComposite.Lead(order[0].Score, order[1].Score, PanelReading.Level));
    }
}
