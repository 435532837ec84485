using TalentHub.Domain.Interviews;
using TalentHub.Domain.Values;

namespace TalentHub.Seed;

/// <summary>The search decided this week: the hire, free at once, has just started.</summary>
internal static class DemoDecided
{
    public static Seller Fill(Demo demo)
    {
        var (accounts, history) = (demo.Accounts, new DemoHistory(demo));
        Guid[] panel = [accounts.South, accounts.Farah, accounts.Kim];
        var opening = new Searches(demo).Open("Territory rep, South West", "Exeter", RoleLevel.Rep, accounts.South, -47, panel);
        var ability = new Ability("Nia Bowen", 0.75);
        var chosen = history.Interviewed(opening, ability.Name, ability, panel, -44, HireChannel.SalesTeamReferral);
        var second = history.Interviewed(opening, "Marek Zielinski", new Ability("Marek Zielinski", 0.1), panel, -43, HireChannel.TradeShow);
        chosen.OpenDebrief(accounts.South, null, demo.At(-5, 15));
        var proposal = chosen.Propose(DecisionOutcome.Hire, new Grounds("Prepares every visit and says what the next one is for. Ready for a territory.", [], new NextStep("Offer in writing", accounts.South, demo.Day(-3))), accounts.South, demo.At(-5, 16));
        chosen.CastVote(proposal.Id, Stand.For, null, accounts.South, demo.At(-5, 16, 10));
        chosen.CastVote(proposal.Id, Stand.For, null, accounts.Farah, demo.At(-5, 17));
        chosen.CastVote(proposal.Id, Stand.Against, Phrases.All.Dissents[0], accounts.Kim, demo.At(-4, 9));
        chosen.Decide(DecisionOutcome.Hire, Phrases.Reason(DecisionOutcome.Hire, RoleLevel.Rep, ability.Name), null, [], false, accounts.South, demo.At(-4, 11));
        second.OpenDebrief(accounts.South, null, demo.At(-5, 16));
        second.Decide(DecisionOutcome.Reject, Phrases.Reason(DecisionOutcome.Reject, RoleLevel.Rep, "Marek Zielinski"), null, [], false, accounts.South, demo.At(-4, 12));
        opening.Fill(demo.Day(-4));
        var hire = DemoRamp.Welcome(demo, chosen, accounts.South, demo.Today.AddDays(-2), "field-rep-long-cycle");
        return new Seller(hire.Employee, ability, null, hire.Plan);
    }
}
