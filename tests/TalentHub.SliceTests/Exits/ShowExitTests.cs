using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Exits;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Features.Exits;

namespace TalentHub.SliceTests.Exits;

public sealed class ShowExitTests : ExitWorld
{
    [Fact]
    public async Task Both_sides_are_kept_and_their_disagreement_is_said()
    {
        var id = await Explained();
        var view = await Send(Hr, new ShowExit.Query(id));
        Assert.Equal(Accord.NothingShared, view.Accord);
        Assert.StartsWith("They tell two stories. Leaver: the manager gave little coaching", view.Sentence);
        Assert.Equal(Words, view.Form!.LeaverWords);
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.Action == "ExplainExit" && r.EntityType == "ExitReason")));
        Assert.False(await Db(db => db.AuditRows.AnyAsync(r => r.Changes.Contains("rode along"))));
    }

    [Fact]
    public async Task Rules_are_said_by_their_code_and_a_stale_form_is_a_conflict()
    {
        var id = await TheoLeaves();
        var version = await Version(id);
        await Broken("reason-unknown", () => Send(Hr, new ExplainExit.Command { Id = id, Version = version, LeaverReasons = ["weather"] }));
        await Broken("reason-unknown", () => Send(Hr, new ExplainExit.Command { Id = id, Version = version, LeaverReasons = ["pay-below-market", "pay-below-market"] }));
        await Broken("reason-count", () => Send(Hr, new ExplainExit.Command { Id = id, Version = version, ManagerWords = "Words alone." }));
        await Send(Hr, Explain(id, version));
        await Assert.ThrowsAsync<Conflict>(() => Send(Hr, Explain(id, version)));
        await Send(Hr, Explain(id, await Version(id)));
    }

    [Fact]
    public async Task A_manager_reads_a_summary_without_the_leavers_account()
    {
        var id = await Explained();
        var view = await Send(SalesManager, new ShowExit.Query(id));
        Assert.Null(view.Form);
        Assert.Null(view.Known);
        var client = await Client(SalesManager);
        foreach (var path in new[] { $"/exits/{id}", "/exits" })
        {
            var html = WebUtility.HtmlDecode(await client.GetStringAsync(path));
            Assert.DoesNotContain(Words, html);
            Assert.DoesNotContain("little coaching", html);
        }
        Assert.Contains(ManagerWords, WebUtility.HtmlDecode(await client.GetStringAsync($"/exits/{id}")));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/exits/{id}/interview")).StatusCode);
        await Assert.ThrowsAsync<NotFound>(() => Send(SalesManager, Explain(id, 1)));
    }

    [Fact]
    public async Task Out_of_reach_is_not_there()
    {
        var id = await Explained();
        foreach (var outsider in new[] { OtherManager, InterviewerA, Lead, Executive, NewHire, Administrator })
            await Assert.ThrowsAsync<NotFound>(() => Send(outsider, new ShowExit.Query(id)));
        Assert.Empty((await Send(OtherManager, new ListExits.Query())).Rows!);
    }

    [Fact]
    public async Task Who_holds_every_role_never_sees_their_own_exit()
    {
        var own = await Db(db => db.Employees.Where(e => e.AccountId == Insider).Select(e => e.Id).SingleAsync());
        var id = await Send(Hr, new NewExit.Command { EmployeeId = own, Direction = ExitDirection.WeLetThemGo, LastDay = Today });
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new ShowExit.Query(id)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, Explain(id, 1)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new TakeBackExit.Command(id)));
        Assert.Empty((await Send(Insider, new ListExits.Query())).Rows!);
        Assert.True((await Send(Insider, new AnswerExit.Query(id))).IsOwn);
    }

    [Fact]
    public async Task An_executive_reads_counts_without_names_and_none_under_five()
    {
        await Save(db =>
        {
            for (var n = 1; n <= 7; n++)
            {
                var employee = new Employee($"Z-{n}", $"Leaver {n}", Today.AddDays(-300), "Direct", EmployeeSource.Entered);
                var exit = new Exit(employee, n <= 6 ? ExitDirection.TheyLeft : ExitDirection.Agreed, Today.AddDays(-n), Hr, Now);
                exit.Explain(ExitSide.Leaver, ["pay-below-market"], null, ["pay-below-market"]);
                db.AddRange(employee, exit);
            }
            return Task.CompletedTask;
        });
        var view = await Send(Executive, new ListExits.Query());
        Assert.Null(view.Rows);
        Assert.Equal([6, null, null, null], view.Counts!.ByDirection.Cells.Select(c => c.Count));
        Assert.Equal((6, false), (view.Counts.ByDirection.Total, view.Counts.ByDirection.Exact));
        Assert.Equal(7, view.Counts.ByBucket.Cells.Single(c => c.Label == "Pay").Count);
        Assert.DoesNotContain("Leaver 1", await (await Client(Executive)).GetStringAsync("/exits"));
    }

    [Fact]
    public async Task Did_we_know_reads_the_decision_and_the_lowest_rating_for_HR_alone()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "Named two lost deals.");
        await SubmitScorecard(AmaraInterview, InterviewerB, 2, "Blamed the buyer.");
        var id = await Save(async db =>
        {
            var application = await db.Applications.Include(a => a.Candidate).SingleAsync(a => a.Id == AmaraApplication);
            var employee = Employee.From(application.Candidate!, application, "E-300", "Territory rep", TalentHub.Domain.Values.RoleLevel.Rep, "North East", SalesManager, Today.AddDays(-40));
            var exit = new Exit(employee, ExitDirection.Agreed, Today, Hr, Now);
            db.Add(employee);
            db.Add(exit);
            return exit.Id;
        });
        var known = (await Send(Hr, new ShowExit.Query(id))).Known!;
        Assert.Equal((6, 2, 3.0), (known.Ratings, known.LowestMean!.N, known.LowestMean.Value));
        Assert.Null((await Send(SalesManager, new ShowExit.Query(id))).Known);
    }

    [Fact]
    public async Task Pages_take_a_bounded_number_of_commands()
    {
        var hr = await Viewer(Hr);
        var id = await Explained();
        var one = await Sql.During(() => Send(hr, new ListExits.Query()));
        Assert.InRange(one, 1, 6);
        Assert.InRange(await Sql.During(() => Send(hr, new ShowExit.Query(id))), 1, 10);
        await Save(db =>
        {
            for (var n = 1; n <= 30; n++)
            {
                var employee = new Employee($"Z-{n}", $"Leaver {n}", Today.AddDays(-300), "Direct", EmployeeSource.Entered);
                db.AddRange(employee, new Exit(employee, ExitDirection.Agreed, Today.AddDays(-n), Hr, Now));
            }
            return Task.CompletedTask;
        });
        Assert.Equal(one, await Sql.During(() => Send(hr, new ListExits.Query())));
    }

    private async Task<Guid> Save(Func<TalentHub.Data.TalentHubDb, Task<Guid>> work)
    {
        var id = Guid.Empty;
        await base.Save(async db =>
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            id = await work(db);
        });
        return id;
    }
}
