using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>A panellist votes against what is proposed, the hiring manager decides all the same, and takes it back within the hour.</summary>
[Collection(nameof(Demo))]
public sealed class DebriefJourney(Site site)
{
    private const string Dissent = "I saw her refuse the advice twice; I would not start her alone.";

    [Fact]
    public async Task Vote_then_decide_then_take_back()
    {
        var owen = await site.VisitAs("Owen Pritchard");
        await owen.GotoAsync("/");
        await owen.Locator("main li", new() { HasText = "Elena Petrova" }).GetByRole(AriaRole.Link, new() { NameRegex = new("Read and vote") }).ClickAsync();
        await Assertions.Expect(owen.Locator("main")).ToContainTextAsync("opened by itself");
        var proposal = owen.Locator("#proposal");
        await Assertions.Expect(proposal).ToContainTextAsync("Proposed: hire");
        await proposal.GetByRole(AriaRole.Radio, new() { Name = "Against" }).CheckAsync(new() { Force = true });
        await proposal.GetByRole(AriaRole.Button, new() { Name = "Vote" }).ClickAsync();
        await Assertions.Expect(owen.Locator("main")).ToContainTextAsync("Please write why you are against it");
        await Assertions.Expect(proposal.GetByRole(AriaRole.Radio, new() { Name = "Against" })).ToBeCheckedAsync();
        await proposal.GetByLabel("In your words").FillAsync(Dissent);
        await proposal.GetByRole(AriaRole.Button, new() { Name = "Vote" }).ClickAsync();
        await Assertions.Expect(proposal).ToContainTextAsync("1 for, 1 against, 1 not voted");
        var debrief = new Uri(owen.Url).AbsolutePath;

        var jonas = await site.VisitAs("Jonas Lindqvist");
        await jonas.GotoAsync(debrief);
        await Assertions.Expect(jonas.Locator("#proposal")).ToContainTextAsync(Dissent);
        await jonas.GetByRole(AriaRole.Link, new() { Name = "Record the decision" }).First.ClickAsync();
        await Assertions.Expect(jonas.Locator("main")).ToContainTextAsync("1 for, 1 against, 1 not voted");
        await Assertions.Expect(jonas.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Hold") })).Not.ToBeCheckedAsync();
        await jonas.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Reject") }).CheckAsync();
        await jonas.GetByLabel("Reasons overall").FillAsync("We start nobody alone whom the panel sees so differently.");
        await jonas.GetByRole(AriaRole.Button, new() { Name = "Record the decision" }).ClickAsync();
        await jonas.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Record the decision" }).ClickAsync();
        await Assertions.Expect(jonas.Locator("main")).ToContainTextAsync(new Regex("Can be taken back until \\d\\d:\\d\\d London time"));
        await jonas.Locator("summary", new() { HasText = "A letter to the candidate" }).ClickAsync();
        await Assertions.Expect(jonas.GetByLabel("Letter", new() { Exact = true })).ToHaveValueAsync(new Regex("^Dear Elena Petrova,"));

        await jonas.Locator("summary", new() { HasText = "Take the decision back" }).ClickAsync();
        await jonas.GetByLabel("Why", new() { Exact = true }).FillAsync("Owen will see a second role-play first.");
        await jonas.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Assertions.Expect(jonas.Locator("main")).ToContainTextAsync("Taken back: reject");
        await Assertions.Expect(jonas.Locator("main")).ToContainTextAsync("Owen will see a second role-play first.");
        await Assertions.Expect(jonas.Locator("#proposal")).ToContainTextAsync("Proposed: hire");
        await Assertions.Expect(jonas.GetByRole(AriaRole.Link, new() { Name = "Record the decision" }).First).ToBeVisibleAsync();
    }
}
