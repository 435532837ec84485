using TalentHub.Domain.Exits;

namespace TalentHub.Seed;

/// <summary>Twenty exits, told by both sides, who often do not tell the same story.</summary>
internal sealed class DemoExits(Demo demo)
{
    private sealed record Story(ExitDirection Direction, string[] Leaver, string[] Manager, bool Regretted, bool Preventable);

    private static readonly Story[] Stories =
    [
        new(ExitDirection.TheyLeft, ["manager-did-not-coach", "no-next-step"], ["pay-below-market"], true, true),
        new(ExitDirection.WeLetThemGo, ["territory-too-thin"], ["activity-stayed-below-plan", "advice-not-taken-up"], false, false),
        new(ExitDirection.WeLetThemGo, ["job-not-as-described"], ["skill-did-not-develop"], false, true),
        new(ExitDirection.TheyLeft, ["no-next-step", "pay-below-market"], ["no-next-step"], true, true),
        new(ExitDirection.TheyLeft, ["too-little-selling-time"], ["pay-below-market"], true, true),
        new(ExitDirection.Agreed, ["manager-relationship"], ["results-stayed-below-target"], false, true),
        new(ExitDirection.TheyLeft, ["territory-too-thin", "commission-plan-changed"], ["territory-too-thin"], false, true),
        new(ExitDirection.TheyLeft, ["manager-did-not-coach"], ["manager-did-not-coach"], true, true),
        new(ExitDirection.RoleGone, ["territory-too-thin"], ["territory-merged"], true, false),
        new(ExitDirection.WeLetThemGo, ["manager-did-not-coach"], ["activity-stayed-below-plan"], false, true),
        new(ExitDirection.TheyLeft, ["commission-plan-changed"], ["pay-below-market"], false, false),
        new(ExitDirection.WeLetThemGo, ["job-not-as-described", "manager-did-not-coach"], ["skill-did-not-develop"], false, true),
        new(ExitDirection.TheyLeft, ["pay-below-market"], ["pay-below-market"], true, false),
        new(ExitDirection.TheyLeft, ["product-or-delivery-let-customers-down"], ["product-or-delivery-let-customers-down"], true, true),
        new(ExitDirection.WeLetThemGo, ["culture-did-not-fit"], ["conduct-inside-the-company"], false, false),
        new(ExitDirection.TheyLeft, ["personal-circumstances"], ["personal-circumstances"], true, false),
        new(ExitDirection.WeLetThemGo, ["manager-did-not-coach"], ["advice-not-taken-up"], false, true),
        new(ExitDirection.Agreed, ["job-not-as-described"], ["activity-stayed-below-plan"], false, true),
        new(ExitDirection.TheyLeft, ["direction-unclear", "manager-did-not-coach"], ["pay-below-market"], true, true),
        new(ExitDirection.TheyLeft, ["no-next-step"], ["pay-below-market"], true, true),
    ];

    private static readonly Dictionary<string, string> ManagerWords = new()
    {
        ["pay-below-market"] = "Had an offer we could not match. I heard of it on the last day that mattered.",
        ["activity-stayed-below-plan"] = "Half of the agreed calls in six weeks out of ten. We spoke about it three times.",
        ["skill-did-not-develop"] = "Meetings stayed friendly and ended without a date. Joint visits did not change that.",
        ["results-stayed-below-target"] = "Four quarters under 70 % in a territory that carried the predecessor.",
        ["territory-too-thin"] = "The list was too short. I said so in the spring and we should have moved the border then.",
        ["manager-did-not-coach"] = "I had nine people and let the weekly visits slip. This one is on me.",
        ["advice-not-taken-up"] = "Agreed to everything on Friday and did the old thing on Monday.",
    };

    private static readonly string[] Prevented =
    [
        "Somebody asking in the third month how it really goes.", "A second person on the large accounts. I asked twice.",
        "Nothing. The reason lies outside the company.", "The territory as it was described to me, or a quota to match.",
        "Regular visits with my manager, as in the first two weeks.", "A date for the next step. Any date.",
    ];

    private static readonly string[] Scales = [.. Content.ExitInterview.Where(q => q.Kind == "scale").Select(q => q.Key)];

    public static void Fill(Demo demo, IEnumerable<Seller> sellers)
    {
        var leavers = sellers.Where(s => s.LeavesAfter is not null).OrderBy(s => s.Employee.HiredOn.AddDays(s.LeavesAfter!.Value)).ToList();
        foreach (var (leaver, i) in leavers.Select((s, i) => (s, i))) new DemoExits(demo).Tell(leaver, Stories[i % Stories.Length], i == leavers.Count - 1, i % 4 != 1);
    }

    /// <param name="fresh">Recorded this week: the manager has spoken, the leaver has not been asked yet.</param>
    private void Tell(Seller seller, Story story, bool fresh, bool interviewed)
    {
        var employee = seller.Employee;
        var last = employee.HiredOn.AddDays(seller.LeavesAfter!.Value);
        var told = demo.Past(last.AddDays(-20).ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc));
        var exit = new Exit(employee, story.Direction, last, demo.Accounts.SecondHr, told);
        HashSet<string> known = [.. Content.ExitReasons.All.Select(r => r.Code)];
        exit.Explain(ExitSide.Manager, story.Manager, ManagerWords.GetValueOrDefault(story.Manager[0]), known);
        if (!fresh)
        {
            exit.Explain(ExitSide.Leaver, story.Leaver, Phrases.ExitWords(story.Leaver[0], employee.Name), known);
            exit.Judge(story.Regretted, story.Preventable, story.Direction != ExitDirection.WeLetThemGo);
            if (interviewed) exit.Interview(Answers(employee.Name, story), demo.Past(last.AddDays(-3).ToDateTime(new TimeOnly(14, 0), DateTimeKind.Utc)));
        }
        demo.Db.Add(exit);
    }

    private static IEnumerable<(string, string?, int?)> Answers(string name, Story story)
    {
        var coached = !story.Leaver.Contains("manager-did-not-coach");
        yield return ("why-leaving", Phrases.ExitWords(story.Leaver[0], name), null);
        yield return ("could-have-prevented", Phrases.Pick(Prevented, name), null);
        foreach (var key in Scales)
        {
            var mean = key == "keeps-support" && !coached ? 1.8 : key == "keeps-customer-care" ? 3.6 : story.Regretted ? 3.2 : 2.7;
            yield return (key, null, (int)Math.Clamp(Math.Round(mean + 0.8 * Demo.Normal($"{name}|{key}")), 1, 5));
        }
    }
}
