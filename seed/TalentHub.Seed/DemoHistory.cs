using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Seed;

/// <summary>Three years of searches: who applied, what the panels saw, who was taken, and how they fared.</summary>
internal sealed class DemoHistory(Demo demo)
{
    private readonly Searches searches = new(demo);

    private static readonly (string Title, string Location, int Manager, (HireChannel Channel, int LeavesAfter)[] Hires)[] Past =
    [
        ("Territory reps, first intake", "Leeds", 1, [(HireChannel.Agency, 118), (HireChannel.SalesTeamReferral, 0), (HireChannel.TradeShow, 0)]),
        ("Territory reps, South Coast", "Southampton", 2, [(HireChannel.Advertisement, 203), (HireChannel.EmployeeReferral, 0), (HireChannel.SalesTeamReferral, 0)]),
        ("Territory reps, Tyne and Tees", "Newcastle", 0, [(HireChannel.Network, 0), (HireChannel.Agency, 81), (HireChannel.EmployeeReferral, 0)]),
        ("Territory reps, food and drink", "Nottingham", 1, [(HireChannel.EmployeeReferral, 0), (HireChannel.Advertisement, 0), (HireChannel.Competitor, 410)]),
        ("Territory reps, Severn", "Bristol", 2, [(HireChannel.SalesTeamReferral, 0), (HireChannel.Agency, 260), (HireChannel.Advertisement, 0)]),
        ("Territory reps, chemicals", "Middlesbrough", 0, [(HireChannel.Advertisement, 150), (HireChannel.TradeShow, 0)]),
        ("Territory reps, East Midlands", "Derby", 1, [(HireChannel.Network, 0), (HireChannel.Agency, 0), (HireChannel.SalesTeamReferral, 0)]),
        ("Territory reps, second intake", "Reading", 2, [(HireChannel.EmployeeReferral, 330), (HireChannel.Headhunter, 0), (HireChannel.Advertisement, 62)]),
        ("Territory reps, water utilities", "York", 0, [(HireChannel.SalesTeamReferral, 0), (HireChannel.Agency, 190)]),
        ("Territory reps, machine builders", "Coventry", 1, [(HireChannel.Advertisement, 0), (HireChannel.Direct, 0)]),
        ("Territory reps, Thames Valley", "Reading", 2, [(HireChannel.TradeShow, 0), (HireChannel.Agency, 75)]),
        ("Territory reps, ports and terminals", "Hull", 0, [(HireChannel.EmployeeReferral, 0), (HireChannel.Advertisement, 110)]),
    ];

    private static readonly int[] OpenedDaysAgo = [1_020, 940, 860, 790, 700, 620, 540, 470, 400, 330, 260, 200];

    public static List<Seller> Fill(Demo demo)
    {
        var history = new DemoHistory(demo);
        return [.. Past.SelectMany((_, i) => history.Search(i))];
    }

    private List<Seller> Search(int i)
    {
        var (title, location, who, hires) = Past[i];
        var manager = demo.Accounts.Managers[who];
        var opened = -OpenedDaysAgo[i];
        var panel = Panel(demo, manager, i);
        var opening = searches.Open(title, location, RoleLevel.Rep, manager, opened, panel);
        var sellers = hires.Select((h, n) => Hire(opening, manager, panel, opened, n, h.Channel, h.LeavesAfter == 0 ? null : h.LeavesAfter)).ToList();
        for (var n = 0; n < 1 + i % 2; n++) TurnDown(opening, manager, panel, opened, n);
        if (i % 3 == 0) searches.Apply(opening, demo.NewCandidate(null, null, null, demo.At(opened + 8, 10)), HireChannel.Advertisement, opened + 8).Withdraw(demo.Accounts.Hr, demo.At(opened + 15, 9));
        opening.Fill(demo.Day(opened + 44));
        return sellers;
    }

    /// <summary>The manager and two of the five interviewers, changing from search to search.</summary>
    public static Guid[] Panel(Demo demo, Guid manager, int turn)
    {
        var all = demo.Accounts.Interviewers;
        return [manager, all[turn % all.Count], all[(turn + 2) % all.Count]];
    }

    private Seller Hire(Opening opening, Guid manager, Guid[] panel, int opened, int n, HireChannel channel, int? leaves)
    {
        var name = demo.NewName();
        var ability = new Ability(name, leaves is null ? 0.65 : 0.15);
        var application = Interviewed(opening, name, ability, panel, opened + n, channel);
        Decide(application, DecisionOutcome.Hire, manager, panel, opened + 40 + n);
        var plan = DemoRamp.Welcome(demo, application, manager, demo.Day(opened + 60 + n), "field-rep-long-cycle");
        DemoRamp.PlayOut(demo, plan, leaves);
        return new Seller(plan.Employee, ability, leaves, plan.Plan);
    }

    private void TurnDown(Opening opening, Guid manager, Guid[] panel, int opened, int n)
    {
        var name = demo.NewName();
        var application = Interviewed(opening, name, new Ability(name, -0.75), panel, opened + 4 + n, Demo.Dice(name).Bool() ? HireChannel.Advertisement : HireChannel.Agency);
        Decide(application, DecisionOutcome.Reject, manager, panel, opened + 41 + n);
    }

    /// <summary>An application that has been through all three stages, every scorecard in.</summary>
    public Application Interviewed(Opening opening, string name, Ability ability, Guid[] panel, int from, HireChannel channel)
    {
        var candidate = demo.NewCandidate(name, null, null, demo.At(from + 4, 10));
        var application = searches.Apply(opening, candidate, channel, from + 4);
        Guid[][] panels = [[panel[0]], panel, [panel[0], panel[1]]];
        int[] days = [14, 24, 31];
        foreach (var (stage, s) in opening.Stages.Select((stage, s) => (stage, s)))
        {
            var interview = searches.Meet(application, stage, demo.At(from + days[s], 10 + 2 * s), s == 0 ? "Video" : "Room 3", panels[s]);
            searches.ScoreAll(interview, stage, ability);
        }
        return application;
    }

    /// <summary>Debrief the day before, then the decision; now and then a panellist who had said no puts the dissent on record.</summary>
    public void Decide(Application application, DecisionOutcome outcome, Guid by, Guid[] panel, int offset)
    {
        var name = application.Candidate!.Name;
        application.OpenDebrief(by, null, demo.At(offset - 1, 15));
        var against = application.Scorecards.Where(s => s.AuthorId != by && (s.Recommendation <= Recommendation.No) == (outcome == DecisionOutcome.Hire)).Select(s => s.AuthorId).Distinct().Where(panel.Contains).Take(1);
        application.Decide(outcome, Phrases.Reason(outcome, RoleLevel.Rep, name), null, against.Select(a => (a, Phrases.Dissent(name))), false, by, demo.At(offset, 11));
    }
}
