using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;
using TalentHub.Web.Features.Access;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>From an installation in which there is nobody to the first person who left it: nothing but pages, each person in a browser of their own.</summary>
[Collection(nameof(Alone))]
public sealed partial class WholeJourney(PatientSite site) : IClassFixture<PatientSite>
{
    private const string Candidate = "Clara Whitfield";
    private const string Opening = "Territory rep, North East";

    private Walker first = null!;
    private Walker hr = null!;
    private Walker manager = null!;
    private Walker nadia = null!;
    private Walker owen = null!;
    private Walker chief = null!;
    private Walker clara = null!;

    [Fact]
    public async Task From_an_empty_company_to_the_first_person_who_left()
    {
        await The_first_administrator_sets_up_and_invites();
        await HR_writes_and_publishes_what_good_looks_like();
        await HR_approves_the_questions_and_brings_in_the_ramp_templates();
        await The_hiring_manager_prepares_the_search();
        await A_candidate_is_added_and_interviews_are_planned();
        await The_first_panel_scores_unseen_by_one_another();
        await The_second_panel_scores_and_disagrees();
        await The_debrief_ends_in_a_hire();
        await The_new_hire_ramps();
        await She_leaves_and_both_sides_say_why();
        await The_company_reads_what_it_learnt();
    }

    private async Task The_first_administrator_sets_up_and_invites()
    {
        first = await Person("Hilda Berg");
        await first.SetUp($"/set-up?token={site.Services.GetRequiredService<SetupToken>().Value}");
        await first.Sees("First steps", "Invite the people who hire with you");
        await first.Follow("Invite people");
        hr = await Invite("Hanna Voss", "HR");
        manager = await Invite("Mateo Ruiz", "Hiring manager", "Interviewer", "Sales manager");
        nadia = await Invite("Nadia Frost", "Interviewer");
        owen = await Invite("Owen Pike", "Interviewer");
        chief = await Invite("Esther Lang", "Executive");
        foreach (var person in new[] { first, hr, manager, nadia, owen, chief }) await first.Sees(person.Name);
    }

    private async Task HR_writes_and_publishes_what_good_looks_like()
    {
        await hr.Follow("Look at profiles");
        await hr.Follow("Write the first profile");
        await hr.Fill("Name", "Field rep");
        await hr.Fill("Variant", "Field");
        await hr.Press("Start the draft");
        await hr.Fill("What the role is for", "Find firms that have the problem and turn them into customers who stay.");
        await hr.Fill("Why people join", "A territory of one's own, and a manager who rides along.");
        var weighed = new[] { ("Qualifies interest", "40", "4"), ("Closes in steps", "30", "4"), ("Applies coaching", "20", "3.5") };
        for (var i = 0; i < weighed.Length; i++)
        {
            await hr.Choose($"Competency {i + 1}", weighed[i].Item1);
            await hr.Fill($"Weight of competency {i + 1} in percent", weighed[i].Item2);
            await hr.Fill($"Target of competency {i + 1}", weighed[i].Item3);
        }

        await hr.Press("Save the draft");
        await hr.Sees("Weights add up to 90 %");
        await hr.Confirm("Publish");
        await hr.Sees("100 %", "draft");
        await hr.SeesNot("in force");
        await hr.Follow("Edit");
        await hr.Fill("Weight of competency 3 in percent", "30");
        await hr.Fill("Leading indicator 1", "Conversations with a decider, a week");
        await hr.Fill("Evidence for leading indicator 1", "Came before every good quarter we had.");
        await hr.Tick("Trade show");
        await hr.Press("Save the draft");
        await hr.Sees("Weights add up to 100 %");
        await hr.Confirm("Publish");
        await hr.Sees("in force", "Qualifies interest", "40 %", "4.0", "Closes in steps", "Applies coaching");
    }

    private async Task HR_approves_the_questions_and_brings_in_the_ramp_templates()
    {
        await hr.Place("Question banks");
        await hr.Sees("wait for approval");
        await hr.Narrow("State", "Waiting");
        // A page at a time: she says that she has read them.
        while (await hr.Main.GetByRole(AriaRole.Button, new() { Name = "Approve what is shown" }).CountAsync() > 0) await hr.Confirm("Approve what is shown");
        await hr.Sees("No question fits");
        await hr.Place("Ramp templates");
        await hr.Sees("No ramp template yet");
        await hr.Press("Bring in");
        await hr.Sees("Field rep, long cycle", "VP of Sales, first 90 days");
    }

    /// <summary>The administrator invites somebody, hands over the link that the page shows once, and they come in with it.</summary>
    private async Task<Walker> Invite(string name, params string[] roles) => await Invite(name, null, roles);

    private async Task<Walker> Invite(string name, string? employee, string[] roles)
    {
        var person = await Person(name);
        await first.Fill("Name", name, first.Main.Locator("aside"));
        await first.Fill("E-mail", person.Email, first.Main.Locator("aside"));
        foreach (var role in roles) await first.Tick(role);
        if (employee is not null) await first.Fill("Works here already?", employee);
        await first.Press("Invite");
        await first.Sees("Here is the link", "invited");
        var link = await first.Main.GetByLabel("Link for choosing a password").InputValueAsync();
        await person.Accept(link);
        await first.Place("People & access");
        return person;
    }

    private async Task<Walker> Person(string name) => new(await site.Visit(), name, $"{name.Replace(' ', '.').ToLowerInvariant()}@example.test");
}

/// <summary>After the others, on its own: it turns the calendar of a server of its own.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
