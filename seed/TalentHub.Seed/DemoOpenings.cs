using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Seed;

/// <summary>Searches that are under way, one at each stage of a search, and one that was given up.</summary>
internal sealed class DemoOpenings(Demo demo)
{
    private readonly Searches searches = new(demo);
    private DemoAccounts Accounts => demo.Accounts;

    public static void Fill(Demo demo)
    {
        var openings = new DemoOpenings(demo);
        openings.NotPrepared();
        openings.Sourcing();
        openings.MidInterviews();
        openings.ReadyForDebrief();
        openings.Confidential();
        openings.GivenUp();
    }

    /// <summary>Two of five preparation questions answered: it cannot start yet.</summary>
    private void NotPrepared()
    {
        var opening = searches.Draft("Key account rep, energy", "Aberdeen", RoleLevel.Rep, Accounts.South, -6, [Accounts.Yuki, Accounts.Owen]);
        Searches.Prepare(opening, RoleLevel.Rep, Accounts.South, demo.At(-5, 14), 2);
        demo.Db.Add(opening);
    }

    private void Sourcing()
    {
        var opening = searches.Open("Inside rep, spare parts", "Reading", RoleLevel.Rep, Accounts.South, -12, [Accounts.South, Accounts.Yuki, Accounts.Mateo]);
        HireChannel[] channels = [HireChannel.Advertisement, HireChannel.Advertisement, HireChannel.Agency, HireChannel.EmployeeReferral, HireChannel.Direct, HireChannel.Advertisement, HireChannel.Network, HireChannel.WordOfMouth, HireChannel.TradeShow];
        foreach (var (channel, i) in channels.Select((c, i) => (c, i)))
        {
            var offset = -10 + i;
            var application = searches.Apply(opening, demo.NewCandidate(null, null, null, demo.Past(demo.At(offset, 10))), channel, offset);
            if (i is 0 or 3) searches.Meet(application, opening.Stages[0], demo.At(3 + i, 9, 30), "Video", Accounts.South);
            if (i == 2) application.Withdraw(Accounts.South, demo.Past(demo.At(-1, 12)));
        }
    }

    /// <summary>
    /// Amara was interviewed yesterday: Rosa and Mateo have handed in, Kim has not, so the two cannot be read by Kim. Luis
    /// is on today; two more follow tomorrow.
    /// </summary>
    private void MidInterviews()
    {
        Guid[] panel = [Accounts.North, Accounts.Kim, Accounts.Mateo, Accounts.Farah];
        var opening = searches.Open("Territory rep, North East", "Newcastle", RoleLevel.Rep, Accounts.North, -31, panel);
        var (screen, discovery, rolePlay) = (opening.Stages[0], opening.Stages[1], opening.Stages[2]);

        var amara = Screened(opening, "Amara Osei", "Account executive, Brightwater Controls", 0.7, HireChannel.TradeShow, -20);
        var yesterday = searches.Meet(amara.Application, discovery, demo.At(-1, 14), "Room 3", Accounts.North, Accounts.Mateo, Accounts.Kim);
        foreach (var author in new[] { Accounts.North, Accounts.Mateo }) searches.Score(yesterday, discovery, author, (c, q) => searches.Seen(amara.Ability, c, q, author));
        searches.Begin(yesterday, discovery, Accounts.Kim, 3, amara.Ability);

        var luis = Screened(opening, "Luis Ferreira", "Inside sales rep, Norte Automation", 0.2, HireChannel.EmployeeReferral, -17);
        searches.Meet(luis.Application, discovery, demo.At(0, 10, 30), "Room 3", Accounts.North, Accounts.Farah, Accounts.Mateo);

        var hedda = Screened(opening, "Hedda Nyström", "Field sales engineer, Lundmark Process", 0.4, HireChannel.Network, -24);
        var third = searches.Meet(hedda.Application, discovery, demo.At(-8, 11), "Room 2", Accounts.North, Accounts.Kim, Accounts.Farah);
        searches.ScoreAll(third, discovery, hedda.Ability);
        var play = searches.Meet(hedda.Application, rolePlay, demo.At(-1, 9, 30), "Room 3", Accounts.North, Accounts.Kim);
        searches.Score(play, rolePlay, Accounts.North, (c, q) => searches.Seen(hedda.Ability, c, q, Accounts.North));

        foreach (var (hour, name) in new[] { (9, "Tobias Kern"), (13, "Aoife Gallagher") })
            searches.Meet(Screened(opening, name, null, 0.1, HireChannel.SalesTeamReferral, -15).Application, discovery, demo.At(1, hour, 30), "Room 3", Accounts.North, Accounts.Farah, Accounts.Kim);

        searches.Meet(Applied(opening, "Bram Vermeulen", HireChannel.Agency, -4), screen, demo.At(0, 15), "Video", Accounts.North);
        Applied(opening, "Samir Haddad", HireChannel.Customer, -2);
        Applied(opening, "Greta Lind", HireChannel.Advertisement, -1);
    }

    /// <summary>All scorecards in, and the panel far apart on whether advice is used.</summary>
    private void ReadyForDebrief()
    {
        Guid[] panel = [Accounts.Midlands, Accounts.Owen, Accounts.Yuki];
        var opening = searches.Open("Territory rep, Midlands", "Birmingham", RoleLevel.Rep, Accounts.Midlands, -38, panel);
        foreach (var (name, general, from) in new[] { ("Elena Petrova", 0.55, -35), ("Declan Moore", 0.35, -33) })
        {
            var ability = new Ability(name, general);
            var application = searches.Apply(opening, demo.NewCandidate(name, null, null, demo.At(from, 10)), HireChannel.TradeShow, from);
            foreach (var (stage, s) in opening.Stages.Select((stage, s) => (stage, s)))
            {
                var interview = searches.Meet(application, stage, demo.At(from + 10 + 9 * s, 10 + s), "Room 1", s == 0 ? [Accounts.Midlands] : panel);
                foreach (var author in interview.Scorecards.Select(c => c.AuthorId))
                    searches.Score(interview, stage, author, (c, q) => name == "Elena Petrova" && c == "applies-coaching" ? Split(author) : searches.Seen(ability, c, q, author));
            }
            if (name == "Elena Petrova") PutToTheVote(application);
        }
        Applied(opening, null, HireChannel.Advertisement, -30).Withdraw(Accounts.Midlands, demo.At(-21, 9));
    }

    /// <summary>The last scorecard opened the debrief; one of the three has voted.</summary>
    private void PutToTheVote(Domain.Candidates.Application application)
    {
        application.OpenIfAllIn(application.Opening!.Stages, application.Scorecards.Max(s => s.SubmittedAt!.Value));
        var proposal = application.Propose(Domain.Interviews.DecisionOutcome.Hire, new("Opens doors and closes in steps. The second try at the role-play decides it for me.", [], new("Offer in writing", Accounts.Midlands, demo.Day(6))), Accounts.Midlands, demo.At(-2, 11));
        application.CastVote(proposal.Id, Domain.Interviews.Stand.For, "The second try was twice the first.", Accounts.Yuki, demo.At(-2, 15));
    }

    private int Split(Guid author) => author == Accounts.Owen ? 1 : author == Accounts.Yuki ? 5 : 4;

    /// <summary>A successor is sought before the present manager is told: visible to its team alone.</summary>
    private void Confidential()
    {
        var opening = searches.Open("Sales manager, key accounts", "Leeds", RoleLevel.Manager, Accounts.Hr, -22, [Accounts.Chief], confidential: true);
        foreach (var (name, offset, general) in new[] { ("Judith Amsel", -16, 0.6), ("Peter Rowntree", -14, -0.1), ("Nadia Benali", -5, 0.3) })
        {
            var application = searches.Apply(opening, demo.NewCandidate(name, "Sales manager, industrial equipment", "Approached by us, quietly.", demo.At(offset, 9)), HireChannel.Headhunter, offset);
            if (offset > -10) continue;
            var interview = searches.Meet(application, opening.Stages[0], demo.At(offset + 8, 16), "Off site", Accounts.Hr, Accounts.Chief);
            searches.ScoreAll(interview, opening.Stages[0], new Ability(name, general));
        }
    }

    private void GivenUp()
    {
        var opening = searches.Open("Key account rep, Iberia", "Lisbon", RoleLevel.Rep, Accounts.Midlands, -160, [Accounts.Farah, Accounts.Mateo]);
        var history = new DemoHistory(demo);
        var name = demo.NewName();
        Guid[] panel = [Accounts.Midlands, Accounts.Farah, Accounts.Mateo];
        history.Decide(history.Interviewed(opening, name, new Ability(name, -0.9), panel, -150, HireChannel.Headhunter), Domain.Interviews.DecisionOutcome.Reject, Accounts.Midlands, panel, -112);
        Applied(opening, null, HireChannel.Advertisement, -148).Withdraw(Accounts.Midlands, demo.At(-130, 9));
        opening.CloseWithoutHire(demo.Day(-100));
    }

    private Domain.Candidates.Application Applied(Opening opening, string? name, HireChannel channel, int offset) =>
        searches.Apply(opening, demo.NewCandidate(name, null, null, demo.Past(demo.At(offset, 10))), channel, offset);

    private (Domain.Candidates.Application Application, Ability Ability) Screened(Opening opening, string name, string? headline, double general, HireChannel channel, int offset)
    {
        var ability = new Ability(name, general);
        var application = searches.Apply(opening, demo.NewCandidate(name, headline, null, demo.At(offset, 10)), channel, offset);
        var interview = searches.Meet(application, opening.Stages[0], demo.At(offset + 6, 11), "Video", Accounts.North);
        searches.ScoreAll(interview, opening.Stages[0], ability);
        return (application, ability);
    }
}
