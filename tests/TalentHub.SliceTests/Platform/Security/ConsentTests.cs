using Microsoft.EntityFrameworkCore;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Platform.Security;

/// <summary>
/// U4: whatever a page can end either asks once, naming what goes, with and without scripts, or can be undone by the way named here. A
/// new way of changing something fails until it has its line.
/// </summary>
[Trait("Category", "AnyEngine")]
public sealed class ConsentTests : FormWorld
{
    /// <summary>What cannot be undone by the same page, and therefore asks.</summary>
    private static readonly string[] Asks =
    [
        "/applications/{id:guid}?handler=Inform", "/applications/{id:guid}?handler=Withdraw", "/applications/{id:guid}/evidence?handler=Forget", "/applications/{id:guid}/evidence?handler=Revoke", "/assessments/{id:guid}/edit?handler=Remove",
        "/applications/{id:guid}/decide", "/exits/{id:guid}?handler=TakeBack",
        "/interviews/{id:guid}?handler=Cancel", "/interviews/{id:guid}?handler=Unseat", "/mail-templates/{kind}?handler=Reset", "/openings/{id:guid}?handler=Close", "/openings/{id:guid}/plan?handler=Remove", "/openings/{id:guid}/team?handler=Remove",
        "/people/{id:guid}?handler=Disable", "/people/{id:guid}?handler=Unlink", "/profiles/{id:guid}?handler=Publish", "/questions/{id:guid}?handler=Retire", "/ramp/{planId:guid}?handler=Close",
        "/ramp/{planId:guid}?handler=Hold",
    ];

    /// <summary>What takes nothing away, or can be taken back: how.</summary>
    private static readonly Dictionary<string, string> Undone = new()
    {
        ["/account/password"] = "change it again",
        ["/applications/{id:guid}?handler=Move"] = "Undo in the message, and One step back",
        ["/applications/{id:guid}/debrief"] = "opens reading only; going without a scorecard wants a written reason",
        ["/applications/{id:guid}/debrief?handler=Letter"] = "take the decision back within its hour, and the letter does not leave",
        ["/applications/{id:guid}/debrief?handler=TakeBack"] = "decide again; what has been built on a hire since stops it",
        ["/applications/{id:guid}/debrief?handler=Vote"] = "change the vote, until the decision",
        ["/applications/{id:guid}/propose"] = "propose something else",
        ["/applications/{id:guid}/assessments/new"] = "put it right; HR takes it out",
        ["/applications/{id:guid}/evidence?handler=Again"] = "call the link back",
        ["/applications/{id:guid}/references/new"] = "call the link back",
        ["/assessments/import"] = "adds, after a preview; HR takes a result out",
        ["/assessments/import?handler=Upload"] = "reads",
        ["/assessments/{id:guid}/edit"] = "put it right again",
        ["/reference/{token}"] = "the referee asks whoever asked them; HR forgets the referee",
        ["/applications/{id:guid}/interviews/new"] = "call it off",
        ["/applications/{id:guid}/interviews/new?handler=Look"] = "reads",
        ["/applications/{id:guid}/interviews/new?handler=Propose"] = "reads",
        ["/audit?handler=Verify"] = "reads",
        ["/candidates/import"] = "adds, after a preview",
        ["/candidates/import?handler=Check"] = "reads",
        ["/candidates/import?handler=Upload"] = "reads",
        ["/candidates/new"] = "adds; withdraw the application",
        ["/candidates/{id:guid}"] = "adds an application; withdraw it",
        ["/candidates/{id:guid}/edit"] = "edit again",
        ["/employees/import?handler=Check"] = "reads",
        ["/employees/import?handler=Import"] = "adds, after a preview",
        ["/employees/import?handler=Preview"] = "reads",
        ["/exits/new"] = "Take back the exit",
        ["/exits/{id:guid}"] = "write it again",
        ["/exits/{id:guid}/interview"] = "write it again",
        ["/interviews/{id:guid}"] = "change it again",
        ["/interviews/{id:guid}?handler=Seat"] = "take them off",
        ["/letters?handler=TryAgain"] = "sends a letter that was not delivered",
        ["/mail-templates/{kind}"] = "Go back to ours",
        ["/mail-templates/{kind}?handler=Preview"] = "reads",
        ["/interviews/{id:guid}/scorecard"] = "write on",
        ["/interviews/{id:guid}/scorecard?handler=Submit"] = "amend it, with a reason",
        ["/invite"] = "change the password again",
        ["/openings/new"] = "close it",
        ["/openings/{id:guid}?handler=Start"] = "close it",
        ["/openings/{id:guid}/candidates"] = "Undo in the message",
        ["/openings/{id:guid}/plan"] = "remove the stage",
        ["/openings/{id:guid}/plan?handler=Move"] = "move it back",
        ["/openings/{id:guid}/plan?handler=Propose"] = "remove the stages",
        ["/openings/{id:guid}/preparation"] = "answer again",
        ["/openings/{id:guid}/stages/{stageId:guid}/edit"] = "edit again",
        ["/openings/{id:guid}/stages/{stageId:guid}/kit"] = "choose again; interviews keep the kit they were planned with",
        ["/openings/{id:guid}/team"] = "take them off",
        ["/people"] = "disable the account",
        ["/people/{id:guid}?handler=Employee"] = "Not their account",
        ["/people/{id:guid}?handler=Enable"] = "disable it",
        ["/people/{id:guid}?handler=Link"] = "adds a link",
        ["/people/{id:guid}?handler=Roles"] = "choose again",
        ["/account"] = "edit again",
        ["/profiles/new"] = "adds a draft",
        ["/profiles/{id:guid}?handler=Next"] = "adds a draft",
        ["/profiles/{id:guid}/edit"] = "edit again",
        ["/questions?handler=Approve"] = "retire it",
        ["/competencies/new"] = "edit it",
        ["/competencies/{id:guid}/edit"] = "edit again",
        ["/questions/import"] = "adds, after a preview; retire them",
        ["/questions/import?handler=Upload"] = "reads",
        ["/questions/library"] = "retire them",
        ["/questions/new"] = "retire it",
        ["/questions/{id:guid}?handler=Approve"] = "retire it",
        ["/questions/{id:guid}/edit"] = "edit again",
        ["/ramp/{planId:guid}?handler=Reach"] = "Undo in the message, and Take back",
        ["/ramp/{planId:guid}?handler=Unreach"] = "mark it again",
        ["/ramp/{planId:guid}/check-in/{week:int}"] = "save it again",
        ["/ramp-templates"] = "adds what is missing",
        ["/reset"] = "change the password again",
        ["/reset?handler=Ask"] = "sends a letter",
        ["/scorecards/{id:guid}/amend"] = "amend it again",
        ["/scorecards/{id:guid}/reopen"] = "its author hands it in again; what it said is kept",
        ["/set-up"] = "makes the first account",
        ["/sign-in"] = "sign out",
        ["/sign-in?handler=Demo"] = "sign out",
        ["/sign-out"] = "sign in",
    };

    [Fact]
    public async Task Whatever_ends_something_asks_once_and_names_it_or_can_be_undone()
    {
        Assert.Equal((await PostHandlers.All(this)).Select(h => $"{h}").Order(StringComparer.Ordinal), Asks.Concat(Undone.Keys).Order(StringComparer.Ordinal));
        var names = await Names();
        var asking = (await Forms()).Where(f => Asks.Contains($"{f.Handler}")).ToList();
        Assert.Empty(Asks.Except(asking.Select(f => $"{f.Handler}")));
        Assert.All(asking, f => Assert.True(names.Any(n => f.Form.Confirm.Contains(n, StringComparison.Ordinal)), $"{f.Handler} asks “{f.Form.Confirm}” and names nothing."));
        Assert.All(asking, f => Assert.True(f.Form.AsksWithoutScript, $"{f.Handler} does not ask where no script runs."));
    }

    private Task<List<string>> Names() => Db(async db => new List<string>(
    [
        .. await db.Users.Select(a => a.DisplayName).ToListAsync(), .. await db.Candidates.Select(c => c.Name).ToListAsync(), .. await db.Employees.Select(e => e.Name).ToListAsync(),
        .. await db.Openings.Select(o => o.Title).ToListAsync(), .. await db.Stages.Select(s => s.Name).ToListAsync(), .. await db.Questions.Select(q => q.Text).ToListAsync(),
        .. await db.Profiles.Select(p => p.Name).ToListAsync(), .. await db.MailTemplates.Select(t => t.Subject).ToListAsync(),
    ]));
}
