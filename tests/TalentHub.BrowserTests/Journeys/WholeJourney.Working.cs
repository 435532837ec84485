using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Journeys;

/// <content>From the first day to what was learnt from the last.</content>
public sealed partial class WholeJourney
{
    private async Task The_new_hire_ramps()
    {
        var start = site.Today.AddDays(6);
        site.WaitUntil(start.AddDays(24), 9);
        await first.Return();
        await first.Place("People & access");
        clara = await Invite(Candidate, Candidate, ["New hire"]);
        await clara.Place("Ramp");
        await clara.Sees(Candidate, "day 25 of 90");
        await Record(clara, 3, "9");

        await hr.Return();
        await hr.Place("Ramp");
        await hr.Follow(Candidate);
        await hr.SeesNot("has no account yet");
        await Record(hr, 4, "20");
        await hr.Sees("20 / ", "9 / ", "Rode along on four of them.");
        var milestone = hr.Main.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Territory read" });
        await milestone.GetByText("Mark as reached").First.ClickAsync();
        await hr.Fill("Reached on", $"{start.AddDays(4):yyyy-MM-dd}", milestone);
        await hr.Press("Mark as reached", milestone);
        await hr.Sees($"reached {start.AddDays(4):d MMM yyyy}");
        var checkpoint = hr.Main.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Is the work being done" });
        await checkpoint.GetByText("Hold the day-30 checkpoint").ClickAsync();
        await hr.Pick("Extend");
        await hr.Fill("Evidence", "The calls are prepared, and there are too few of them.");
        await hr.Confirm("Record the decision");
        await hr.Sees("extend", "The calls are prepared, and there are too few of them.");
        var paper = await hr.Pdf("PDF");
        foreach (var words in new[] { Candidate, "Territory rep", "too few of them" }) Assert.Contains(words, paper);

        await clara.Page.ReloadAsync();
        await clara.Sees("too few of them");
    }

    private static async Task Record(Walker who, int week, string value)
    {
        await who.Follow($"Record week {week}");
        await who.Sees($"What happened in week {week}?", "Target");
        await who.Press("Record week");
        await who.Sees("Please write a number");
        foreach (var field in await who.Main.GetByRole(AriaRole.Spinbutton).AllAsync()) await field.FillAsync(value);
        await who.Fill("Note", "Rode along on four of them.");
        await who.Press("Record week");
    }

    private async Task She_leaves_and_both_sides_say_why()
    {
        site.WaitUntil(site.Today.AddDays(30), 9);
        await hr.Return();
        await hr.Place("Ramp");
        await hr.Follow(Candidate);
        await hr.Follow("Record the exit");
        await Assertions.Expect(hr.Main.GetByLabel("Person").Locator("option:checked")).ToContainTextAsync(Candidate);
        await hr.Choose("How it ends", "They left");
        await hr.Fill("Last day at work", $"{site.Today:yyyy-MM-dd}");
        await hr.Press("Record the exit");
        await hr.Sees($"Why did {Candidate} leave?");
        var leaver = hr.Main.GetByRole(AriaRole.Group, new() { Name = "The leaver’s side" });
        var company = hr.Main.GetByRole(AriaRole.Group, new() { Name = "The manager’s side" });
        await hr.Choose("Main reason", "The manager gave little coaching or time", leaver);
        await hr.Choose("Reason 2", "The territory or account list could not carry the target", leaver);
        await hr.Fill("In their words", "I asked for a ride-along three times.", leaver);
        await hr.Choose("Main reason", "The territory or account list could not carry the target", company);
        await hr.Fill("In their words", "We gave her the thinnest patch.", company);
        await hr.Choose("Would we rather have kept them?", "Yes");
        await hr.Choose("Could it have been prevented?", "Yes");
        await hr.Press("Save both sides");
        await hr.Sees("They weigh it differently.", "yes");
        await hr.Follow("Exit interview");
        await hr.Fill("What made you start thinking about leaving?", "The second week without a visit together.");
        await hr.Pick("2", hr.Main.GetByRole(AriaRole.Article).Filter(new() { HasText = "How well did coaching" }));
        await hr.Press("Save the exit interview");
        await hr.Sees("Saved");
        await hr.Follow("Back to the exit");
        await hr.Sees("Read the exit interview", "Did we know?");
        await hr.Follow("Ramp plan");
        await hr.Sees("ended", "Ended on");
        await Assertions.Expect(hr.Main.GetByRole(AriaRole.Link, new() { Name = "Record week" })).ToHaveCountAsync(0);

        // Her manager learns whether both sides agree, and not what she said.
        await manager.Return();
        await manager.Place("Exits");
        await manager.Follow(Candidate);
        await manager.Sees("We gave her the thinnest patch.", "do not give the same main reason");
        await manager.SeesNot("I asked for a ride-along three times.", "The second week without a visit together.");
    }

    private async Task The_company_reads_what_it_learnt()
    {
        await hr.Place("Insights");
        await hr.Sees("1 person, 1 of whom left");
        await hr.Follow("Retention");
        await hr.Sees("too few to say", "Ten hires are the least a curve is drawn for", "Trade show", "of 1 recorded here");
        await hr.SeesNot(Candidate);
        var paper = await hr.Pdf("PDF");
        foreach (var words in new[] { "Retention", "too few to say", "The manager gave little coaching or time" }) Assert.Contains(words, paper, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Candidate, paper);

        await chief.Return();
        await chief.Place("Exits");
        await chief.Sees("under 5");
        await chief.SeesNot(Candidate);
        await chief.Place("Insights");
        await chief.Follow("Retention");
        await chief.Sees("too few to say", "under 5", "a rare one could point at a person");
        await chief.SeesNot(Candidate, "The manager gave little coaching or time");
    }
}
