using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Journeys;

/// <content>From the opening to the decision.</content>
public sealed partial class WholeJourney
{
    private const string Screen = "First conversation";
    private const string Panel = "Panel: closing and coaching";

    private async Task The_hiring_manager_prepares_the_search()
    {
        await manager.Return();
        await manager.Place("Openings");
        await manager.Follow("Open a role");
        await manager.Fill("Title", Opening);
        await manager.Fill("Place", "Newcastle");
        await manager.Choose("Success profile", "Field rep, version 1 (Rep)");
        await manager.Choose("Hiring manager", "Mateo Ruiz (you)");
        await manager.Press("Open the role");
        await manager.Sees("draft", "Before the first interview");

        await manager.Follow("Team", manager.Main.GetByRole(AriaRole.Navigation));
        foreach (var person in new[] { nadia, owen })
        {
            await manager.Choose("Person", person.Name);
            await manager.Choose("Part", "Interviewer");
            await manager.Press("Add to the team");
        }

        await manager.Sees("Nadia Frost", "Owen Pike");

        await manager.Follow("Preparation", manager.Main.GetByRole(AriaRole.Navigation));
        foreach (var answer in await manager.Main.GetByRole(AriaRole.Textbox).AllAsync()) await answer.FillAsync("Asked the three best of the team, who named the same thing.");
        await manager.Press("Save the answers");

        await manager.Follow("Plan and kits", manager.Main.GetByRole(AriaRole.Navigation));
        await AddStage(Screen, "30", "Qualifies interest");
        await manager.Sees("covered nowhere");
        await AddStage(Panel, "50", "Closes in steps", "Applies coaching");
        await manager.SeesNot("covered nowhere");
        foreach (var stage in new[] { Screen, Panel })
        {
            await manager.Follow($"Kit of {stage}");
            await manager.Sees("A proposal");
            await manager.Press("Draw this kit");
            await manager.Follow("Plan and kits");
        }

        await manager.Follow("Overview", manager.Main.GetByRole(AriaRole.Navigation));
        await manager.Sees("Everything is ready");
        await manager.Press("Start the search");
        await manager.Follow("See candidates");
    }

    private async Task AddStage(string name, string minutes, params string[] competencies)
    {
        await manager.Fill("Name", name);
        await manager.Choose("Kind", "Structured interview");
        await manager.Fill("Minutes", minutes);
        foreach (var box in await manager.Main.GetByRole(AriaRole.Checkbox).AllAsync()) await box.UncheckAsync();
        foreach (var competency in competencies) await manager.Tick(competency);
        await manager.Press("Add the stage");
        await manager.Sees(name);
    }

    private async Task A_candidate_is_added_and_interviews_are_planned()
    {
        await manager.Sees("Nobody has applied yet");
        await manager.Follow("Add a candidate");
        await manager.Fill("Name", Candidate);
        await manager.Fill("E-mail", "clara@example.test");
        await manager.Fill("Present role", "Account executive, Brightwater");
        await Assertions.Expect(manager.Main.GetByLabel("Opening").Locator("option:checked")).ToHaveTextAsync($"{Opening}, Newcastle");
        await manager.Choose("How did you find them?", "Trade show");
        await manager.Fill("Where exactly?", "Hannover");
        await manager.Press("Add candidate");
        await manager.Sees(Candidate, "Trade show: Hannover");
        await manager.Press($"Move to “{Screen}”");
        await manager.Sees($"Moved to “{Screen}”");
        await Plan(Screen, "10:00", nadia, owen);
        await Plan(Panel, "14:00", manager, owen);
        await manager.Sees("Nadia Frost", "Owen Pike", "(scorecard to come)");
        await manager.Follow($"{site.Today.AddDays(1):d MMM yyyy}, 14:00");
        await manager.Sees("Time and place");
        await nadia.Return();
        await nadia.Place("My interviews");
        await nadia.Sees("Upcoming", Candidate, Screen);
        await nadia.SeesNot(Panel);
    }

    private async Task Plan(string stage, string time, params Walker[] panel)
    {
        await manager.Follow("Plan an interview");
        await manager.Main.GetByLabel("Stage").SelectOptionAsync(await manager.Main.GetByLabel("Stage").GetByText(stage).GetAttributeAsync("value") ?? "");
        await manager.Fill("Begins", $"{site.Today.AddDays(1):yyyy-MM-dd}T{time}");
        await manager.Fill("Place", "Room 3");
        foreach (var member in panel) await manager.Tick(member.Name);
        await manager.Press("Plan the interview");
        await manager.Sees("planned");
        await manager.Follow(Opening);
    }

    private async Task The_first_panel_scores_unseen_by_one_another()
    {
        site.WaitUntil(site.Today.AddDays(1), 12);
        await nadia.Return();
        await nadia.Sees("Scorecard due");
        await nadia.Follow("Fill in scorecard");
        await nadia.Press("Submit");
        await nadia.Sees("no rating yet");
        await Score(nadia, 5, "Asked for the step before the last.", "Strong yes", "Nadia would hire her today.");
        var hers = nadia.Page.Url;

        await owen.Return();
        await owen.Follow("Fill in scorecard");
        await owen.Sees("submitted · hidden");
        await owen.SeesNot("Asked for the step before the last.", "Nadia would hire her today.");
        Assert.Equal(404, (await owen.Page.GotoAsync(hers))!.Status);
        await owen.Return();
        await owen.Follow("Fill in scorecard");
        await Score(owen, 3, "Named a budget, not who holds it.", "Yes", "Owen wants to see her close.");
        await owen.Follow("Read scorecard of Nadia Frost");
        await owen.Sees("Asked for the step before the last.", "Nadia would hire her today.");

        // The hiring manager has a scorecard of his own to give, so he waits as well.
        await manager.Return();
        Assert.Equal(404, (await manager.Page.GotoAsync(hers))!.Status);
    }

    private async Task The_second_panel_scores_and_disagrees()
    {
        site.WaitUntil(site.Today, 16);
        await manager.Return();
        await manager.Follow(Opening);
        await manager.Follow("See candidates");
        await manager.Follow(Candidate);
        await manager.Press($"Move to “{Panel}”");
        await manager.Return();
        await manager.Follow("Fill in scorecard");
        await Score(manager, 4, "Proposed the next step, with a date and a name.", "Strong yes", "Ready for a territory.");
        await owen.Return();
        await owen.Follow("Fill in scorecard");
        await Score(owen, 2, "Pushed for a signature on the first visit.", "No", "Not before somebody rides along.");
    }

    private static async Task Score(Walker who, int rating, string evidence, string recommendation, string summary)
    {
        var questions = await who.Main.GetByRole(AriaRole.Article).AllAsync();
        Assert.NotEmpty(questions);
        foreach (var question in questions)
        {
            // The last one differs: one mark for everything would be asked about first.
            await who.Pick($"{(question == questions[^1] ? (rating == 3 ? 4 : 3) : rating)}", question);
            await question.GetByRole(AriaRole.Textbox).FillAsync(evidence);
        }

        await who.Pick(recommendation, who.Main.GetByRole(AriaRole.Radiogroup));
        await who.Fill("Summary", summary);
        await who.Press("Submit");
        await who.Sees(summary);
        await Assertions.Expect(who.Main.GetByRole(AriaRole.Button, new() { Name = "Submit" })).ToHaveCountAsync(0);
    }

    private async Task The_debrief_ends_in_a_hire()
    {
        await manager.Return();
        await manager.Sees("Decide", "All 4 scorecards are in", "debrief open");
        await manager.Follow("Open debrief");
        await manager.Sees("opened by itself", "The panel splits on", "mixed", "Nadia would hire her today.", "Not before somebody rides along.");
        await manager.Follow("Record the decision");
        await manager.Pick("Hire");
        await manager.Confirm("Record the decision");
        await manager.Sees("Please write the reasons");
        await manager.Fill("Reasons overall", "Qualifies better than anybody we saw; the closing can be coached, and she asks for it.");
        await manager.Fill("Owen Pike", "I would wait for a second closing.");
        await manager.Fill("First day", $"{site.Today.AddDays(6):yyyy-MM-dd}");
        await manager.Fill("Job title", "Territory rep");
        await manager.Fill("Team", "North East");
        await manager.Choose("Manager", "Mateo Ruiz");
        await manager.Choose("Ramp template", "Field rep, long cycle");
        await Assertions.Expect(manager.Main.GetByLabel("Employee number")).ToHaveValueAsync("E-1");
        await manager.Tick("This fills the opening");
        await manager.Confirm("Record the decision");
        await manager.Sees("Decided: hire", "the closing can be coached", "I would wait for a second closing.");
        var dossier = await manager.Pdf("Dossier");
        foreach (var words in new[] { Candidate, Opening, "Pushed for a signature on the first visit.", "I would wait for a second closing." }) Assert.Contains(words, dossier);
        await manager.Follow("Ramp plan");
        await manager.Sees(Candidate, "starts", "has no account yet");
    }
}
