using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain.Access;

namespace TalentHub.Seed;

/// <summary>Who can sign in to the demo company, each with a sentence on what to look at.</summary>
internal sealed class DemoAccounts
{
    /// <summary>Where the demo company's people are.</summary>
    public const string Zone = "Europe/London";

    private readonly Dictionary<Guid, string> names = [];

    public DemoAccounts(TalentHubDb db, DateTime at)
    {
        Guid Add(string name, string note, params Role[] roles) => this.Add(db, at, name, note, roles);

        Administrator = Add("Ingrid Solheim", "Looks after accounts and can read the audit trail, yet finds no candidate, scorecard or exit.", Role.Administrator);
        Hr = Add("Hannah Reyes", "HR partner: every search, ramp and exit; start with the VP comparison or who stays and why.", Role.Hr);
        SecondHr = Add("Tom Ashworth", "HR partner who runs the exits: one leaver of this week has not been asked why yet.", Role.Hr);
        North = Add("Rosa Okafor", "Hiring manager, North East: interviews today and tomorrow, and a new hire who is falling behind.", Role.Lead, Role.SalesManager, Role.Interviewer);
        Midlands = Add("Jonas Lindqvist", "Hiring manager, Midlands: a finalist to debrief on whom the panel disagrees.", Role.Lead, Role.SalesManager, Role.Interviewer);
        South = Add("Claire Beaumont", "Hiring manager, South: a search that needs candidates and one that is not prepared yet.", Role.Lead, Role.SalesManager, Role.Interviewer);
        Kim = Add("Kim Larsen", "Scores interviews: two scorecards are due, one of them half written.", Role.Interviewer);
        Mateo = Add("Mateo Silva", "Scores interviews: has handed in a scorecard that a colleague may not see yet.", Role.Interviewer);
        Farah = Add("Farah Nasser", "Scores interviews: has one this morning and one tomorrow.", Role.Interviewer);
        Owen = Add("Owen Pritchard", "Scores interviews: saw coaching quite otherwise than the rest of the panel.", Role.Interviewer);
        Yuki = Add("Yuki Tanabe", "Scores interviews: compare own ratings with those of the other interviewers.", Role.Interviewer);
        Chief = Add("Ruth Ekström", "Chief executive: chooses the next VP of Sales between one insider and two outsiders.", Role.Executive);
        Finance = Add("Viktor Mann", "Finance director on the VP panel: sees the VP search and the counts, not other people's files.", Role.Executive);
        Theo = Add("Theo Brandt", "New hire on day 47: plenty of conversations, too few of them become meetings.", Role.NewHire);
        Ines = Add("Ines Caron", "New hire on day 12: own milestones, own numbers, next checkpoint.", Role.NewHire);
        Insider = Add("Dario Marchetti", "Sales manager and also a candidate for VP: check that there is no trace of that search to be found.", Role.SalesManager, Role.Lead);
    }

    public Guid Administrator { get; }
    public Guid Hr { get; }
    public Guid SecondHr { get; }
    public Guid North { get; }
    public Guid Midlands { get; }
    public Guid South { get; }
    public Guid Kim { get; }
    public Guid Mateo { get; }
    public Guid Farah { get; }
    public Guid Owen { get; }
    public Guid Yuki { get; }
    public Guid Chief { get; }
    public Guid Finance { get; }
    public Guid Theo { get; }
    public Guid Ines { get; }
    public Guid Insider { get; }

    public IEnumerable<string> Names => names.Values;

    /// <summary>The three who run a territory and hire for it.</summary>
    public IReadOnlyList<Guid> Managers => [North, Midlands, South];

    public IReadOnlyList<Guid> Interviewers => [Kim, Mateo, Farah, Owen, Yuki];

    /// <summary>The account of that name, if there is one.</summary>
    public Guid? Of(string name) => names.Where(n => n.Value == name).Select(n => (Guid?)n.Key).FirstOrDefault();

    public string NameOf(Guid account) => names[account];

    public string TeamOf(Guid manager) => manager == North ? "North East" : manager == Midlands ? "Midlands" : manager == South ? "South" : "Continental Europe";

    /// <summary>How far from the others an interviewer rates, in points: some are strict, one is generous.</summary>
    public double SeverityOf(Guid author) => author == Kim ? -0.55 : author == Mateo ? 0.5 : author == Owen ? -0.25 : author == Midlands ? 0.2 : 0;

    private Guid Add(TalentHubDb db, DateTime at, string name, string note, Role[] roles)
    {
        var address = Demo.Address(name, "halden.example");
        var account = new Account
        {
            DisplayName = name,
            UserName = address,
            NormalizedUserName = address.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            CreatedAt = at,
            Zone = Zone,
            DemoNote = note,
        };
        db.Users.Add(account);
        db.RoleGrants.AddRange(roles.Select(r => new RoleGrant(account.Id, r, Viewer.Console.AccountId, at)));
        names.Add(account.Id, name);
        return account.Id;
    }
}
