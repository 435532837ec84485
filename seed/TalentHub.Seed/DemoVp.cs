using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Seed;

/// <summary>
/// One insider and two outsiders, asked the same by the same four. An outsider leads by a little, not clearly: the insider
/// knows company and customers and has not reported to a board; for the third nobody saw how an account is repaired.
/// </summary>
internal sealed class DemoVp(Demo demo)
{
    private static readonly Dictionary<string, Dictionary<string, int[]>> Patterns = new()
    {
        ["Dario Marchetti"] = new()
        {
            ["leads-through-managers"] = [4, 3, 4, 3],
            ["plans-beyond-the-year"] = [3, 3, 4, 3],
            ["builds-and-turns-people"] = [4, 4, 4, 3],
            ["launches-with-others"] = [4, 4, 3, 4],
            ["reads-company-and-customers"] = [5, 5, 4, 5],
            ["repairs-broken-accounts"] = [5, 4, 4, 5],
            ["reports-to-the-board"] = [2, 2, 3, 2],
        },
        ["Selma Whitlock"] = new()
        {
            ["leads-through-managers"] = [5, 4, 4, 4],
            ["plans-beyond-the-year"] = [4, 4, 4, 4],
            ["builds-and-turns-people"] = [5, 3, 4, 2],
            ["launches-with-others"] = [4, 4, 4, 3],
            ["reads-company-and-customers"] = [3, 2, 3, 3],
            ["repairs-broken-accounts"] = [4, 3, 3, 4],
            ["reports-to-the-board"] = [4, 5, 4, 4],
        },
        ["Priya Anand"] = new()
        {
            ["leads-through-managers"] = [4, 3, 3, 4],
            ["plans-beyond-the-year"] = [4, 4, 3, 4],
            ["builds-and-turns-people"] = [3, 3, 4, 3],
            ["launches-with-others"] = [4, 3, 4, 4],
            ["reads-company-and-customers"] = [3, 3, 3, 2],
            ["repairs-broken-accounts"] = [0, 0, 0, 0],
            ["reports-to-the-board"] = [4, 4, 3, 4],
        },
    };

    private readonly Searches searches = new(demo);

    public static void Fill(Demo demo) => new DemoVp(demo).Fill();

    private void Fill()
    {
        var accounts = demo.Accounts;
        Guid[] panel = [accounts.Chief, accounts.Finance, accounts.Hr, accounts.North];
        var opening = searches.Open("VP of Sales", "Leeds", RoleLevel.Vp, accounts.Chief, -52, panel);
        var dario = demo.NewCandidate("Dario Marchetti", "Sales manager, Continental Europe, here for six years", "Asked to be considered. Same process as for everybody.", demo.At(-45, 9));
        dario.LinkTo(demo.Managers[accounts.Insider]);
        var selma = demo.NewCandidate("Selma Whitlock", "VP Sales, Carrow Systems", "Leads five managers in process control. Notice period six months.", demo.At(-44, 9));
        var priya = demo.NewCandidate("Priya Anand", "Regional VP, Sable Analytics", "From software, wants back to industry, where the first ten years were spent.", demo.At(-40, 9));
        Interviewed(opening, dario, HireChannel.Internal, null, -45, panel).InformManager(demo.At(-44, 10));
        PutToTheVote(Interviewed(opening, selma, HireChannel.Headhunter, "Search of the spring", -44, panel));
        Interviewed(opening, priya, HireChannel.Network, null, -40, panel);
    }

    /// <summary>HR has proposed; two of the four have voted, one of them against.</summary>
    private void PutToTheVote(Application application)
    {
        var accounts = demo.Accounts;
        var reasons = new[] { ("leads-through-managers", "Five managers, and each could say what was theirs to decide."), ("reports-to-the-board", "Bad news came early, with what she would do about it.") };
        var proposal = application.Propose(DecisionOutcome.Hire, new Grounds(
            "The plan reaches past the year and the board would hear the truth from her. What she knows of our customers can be learnt; whom she lost in the second team we should ask her referees.",
            reasons.Select(r => new CompetencyReason(demo.Library.Competencies[r.Item1].Id, r.Item2)), new NextStep("Speak to two referees, then the board", accounts.Hr, demo.Day(5))), accounts.Hr, demo.At(-2, 10));
        application.CastVote(proposal.Id, Stand.For, "She answered for her numbers without being asked twice.", accounts.Finance, demo.At(-2, 14));
        application.CastVote(proposal.Id, Stand.Against, Phrases.All.Dissents[3], accounts.North, demo.At(-1, 9));
    }

    private Application Interviewed(Opening opening, Candidate candidate, HireChannel channel, string? detail, int from, Guid[] panel)
    {
        var application = searches.Apply(opening, candidate, channel, from, detail);
        var pattern = Patterns[candidate.Name];
        foreach (var (stage, s) in opening.Stages.Select((stage, s) => (stage, s)))
        {
            var interview = searches.Meet(application, stage, demo.At(from + 12 + 16 * s, 9 + s), "Boardroom", panel);
            foreach (var (author, n) in panel.Select((a, n) => (a, n)))
                searches.Score(interview, stage, author, (competency, _) => pattern[competency][(n + s) % panel.Length] is > 0 and var score ? score : null);
        }
        application.OpenDebrief(demo.Accounts.Hr, null, demo.At(-3, 14));
        return application;
    }
}
