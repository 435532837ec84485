using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>A hiring manager goes from nothing to the first scheduled panel in under 25 actions besides typing.</summary>
[Collection(nameof(Demo))]
public sealed class FirstPanelJourney(Site site)
{
    private const int Most = 24;
    private const string Title = "Territory rep, islands";

    private int actions;
    private Walker lead = null!;

    [Fact]
    public async Task From_nothing_to_the_first_scheduled_panel()
    {
        lead = new Walker(await site.VisitAs("Claire Beaumont"), "Claire Beaumont", "");
        await Act(() => lead.Place("Openings"));
        await Act(() => lead.Follow("New opening"));
        await lead.Fill("Title", Title);
        await Act(() => Pick("Success profile"));
        await Act(() => lead.Press("Open the role"));

        await Act(() => lead.Follow("Team", lead.Main.GetByRole(AriaRole.Navigation)));
        foreach (var interviewer in new[] { "Owen Pritchard", "Yuki Tanabe" })
        {
            await Act(() => lead.Choose("Person", interviewer));
            await Act(() => lead.Press("Add to the team"));
        }

        await Act(() => lead.Follow("Preparation", lead.Main.GetByRole(AriaRole.Navigation)));
        foreach (var answer in await lead.Main.GetByRole(AriaRole.Textbox).AllAsync()) await answer.FillAsync("Asked the three best of the team, who named the same thing.");
        await Act(() => lead.Press("Save the answers"));
        await Act(() => lead.Follow("Plan and kits", lead.Main.GetByRole(AriaRole.Navigation)));
        await Act(() => lead.Press("Propose a plan"));
        await lead.Sees("Structured interview", "Role-play");
        await lead.SeesNot("covered nowhere");
        await Act(() => lead.Follow("Overview", lead.Main.GetByRole(AriaRole.Navigation)));
        await Act(() => lead.Press("Start the search"));

        await Act(() => lead.Follow("See candidates"));
        await Act(() => lead.Follow("Add a candidate"));
        await lead.Fill("Name", "Morgan Ashby");
        await lead.Fill("E-mail", "morgan.ashby@mail.example");
        await Act(() => lead.Choose("How did you find them?", "Trade show"));
        await Act(() => lead.Press("Add candidate"));
        await Act(() => lead.Follow("Plan an interview"));
        await Act(() => lead.Tick("Owen Pritchard"));
        await Act(() => lead.Tick("Yuki Tanabe"));
        await Act(() => lead.Press("Plan the interview"));
        await lead.Sees("Morgan Ashby", "Owen Pritchard", "Yuki Tanabe", "planned");
        Assert.InRange(actions, 1, Most);
    }

    /// <summary>The field rep's profile, whichever version is the latest.</summary>
    private async Task Pick(string label)
    {
        var list = lead.Main.GetByLabel(label);
        var option = list.Locator("option").Filter(new() { HasText = "Field rep" }).First;
        await list.SelectOptionAsync(await option.GetAttributeAsync("value") ?? "");
    }

    private async Task Act(Func<Task> what)
    {
        actions++;
        await what();
    }
}
