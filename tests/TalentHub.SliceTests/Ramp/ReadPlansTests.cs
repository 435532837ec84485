using System.Net;
using TalentHub.Domain;
using TalentHub.Domain.Ramp;
using TalentHub.SliceTests.Platform.Printing;
using TalentHub.Web.Features.Ramp;

namespace TalentHub.SliceTests.Ramp;

public sealed class ReadPlansTests : RampWorld
{
    [Fact]
    public async Task The_list_puts_whoever_needs_attention_first_within_reach()
    {
        await Earlier(3, 8, OtherManager);
        for (var week = 3; week <= 6; week++) await Send(SalesManager, Week(TheoRampPlan, week, 2, 0));
        var all = await Send(Hr, new ListPlans.Query());
        Assert.Equal(4, all.Rows.Count);
        Assert.Equal(("Theo Brandt", Standing.AtRisk), (all.Rows[0].Name, all.Rows[0].Standing));
        Assert.NotNull(all.Heat);
        Assert.Equal(4, (await Send(Executive, new ListPlans.Query())).Rows.Count);
        Assert.Equal("Theo Brandt", Assert.Single((await Send(SalesManager, new ListPlans.Query())).Rows).Name);
        Assert.Equal(3, (await Send(OtherManager, new ListPlans.Query())).Rows.Count);
        Assert.Empty((await Send(Lead, new ListPlans.Query())).Rows);
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new ListPlans.Query()));
    }

    [Fact]
    public async Task A_new_hire_goes_straight_to_their_own_plan()
    {
        var answer = await (await Client(NewHire)).GetAsync("/ramp");
        Assert.Equal($"/ramp/{TheoRampPlan}", answer.Headers.Location?.ToString());
        await Earlier(1, 1);
        Assert.Equal(TheoRampPlan, Assert.Single((await Send(NewHire, new ListPlans.Query())).Rows).Id);
    }

    [Fact]
    public async Task A_plan_exists_only_for_those_it_concerns()
    {
        foreach (var outsider in new[] { OtherManager, InterviewerA, OtherLead, Lead, Administrator })
            await Assert.ThrowsAsync<NotFound>(() => Send(outsider, new ShowPlan.Query(TheoRampPlan)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(OtherManager)).GetAsync($"/ramp/{TheoRampPlan}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(OtherManager)).GetAsync($"/ramp/{TheoRampPlan}/scorecard.pdf")).StatusCode);
    }

    [Fact]
    public async Task Buttons_stand_only_where_they_can_be_pressed()
    {
        var manager = await Html(SalesManager);
        Assert.Contains("Week 7 check-in", manager);
        Assert.Contains("Hold the day-30 checkpoint", manager);
        Assert.Contains("Mark as reached", manager);
        var hire = await Html(NewHire);
        Assert.Contains("Week 7 check-in", hire);
        Assert.DoesNotContain("Hold the day-30 checkpoint", hire);
        Assert.DoesNotContain("Mark as reached", hire);
        var executive = await Html(Executive);
        Assert.DoesNotContain("check-in", executive);
        Assert.DoesNotContain("Mark as reached", executive);
    }

    [Fact]
    public async Task Ten_earlier_hires_make_a_band_and_fewer_do_not()
    {
        await Earlier(9, 8);
        for (var week = 1; week <= 6; week++) await Send(SalesManager, Week(TheoRampPlan, week, 8, 1));
        var few = (await Send(Hr, new ShowPlan.Query(TheoRampPlan, "meetings"))).Progress;
        Assert.Empty(few.Band);
        Assert.Equal(9, few.Earlier);
        Assert.Contains("too few to say (n = 9", await Html(Hr));
        await Earlier10th();
        var enough = (await Send(Hr, new ShowPlan.Query(TheoRampPlan, "meetings"))).Progress;
        Assert.Equal(8, enough.Band.Count);
        var first = enough.Band[0];
        Assert.Equal((10, 1.0, 2.5, 4.0), (first.N, first.Lower, first.Middle, first.Upper));
        Assert.Contains("middle 80% of 10 earlier hires", await Html(Hr));
    }

    [Fact]
    public async Task The_list_takes_the_same_commands_for_one_and_for_thirty_and_a_plan_at_most_ten()
    {
        var hr = await Viewer(Hr);
        var one = await Sql.During(() => Send(hr, new ListPlans.Query()));
        await Earlier(30, 8);
        Assert.Equal(one, await Sql.During(() => Send(hr, new ListPlans.Query())));
        Assert.InRange(one, 1, 6);
        Assert.InRange(await Sql.During(() => Send(hr, new ShowPlan.Query(TheoRampPlan))), 1, 10);
        Assert.InRange(await Sql.During(() => Send(hr, new RecordCheckIn.Query(TheoRampPlan, 1))), 1, 6);
    }

    [Fact]
    public async Task Ended_plans_come_in_pages_by_key()
    {
        await Earlier(60, 1);
        Clock.Advance(TimeSpan.FromDays(60));
        foreach (var row in (await Send(Hr, new ListPlans.Query())).Rows)
            await Send(Hr, new ClosePlan.Command { PlanId = row.Id, Outcome = "Over." });
        var first = await Send(Hr, new ListPlans.Query(true));
        var second = await Send(Hr, new ListPlans.Query(true, first.Next));
        Assert.Equal((50, 11), (first.Rows.Count, second.Rows.Count));
        Assert.Equal(61, first.Rows.Concat(second.Rows).DistinctBy(r => r.Id).Count());
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task The_scorecard_prints_with_its_numbers()
    {
        for (var week = 1; week <= 6; week++) await Send(SalesManager, Week(TheoRampPlan, week, 8, 1));
        var pdf = await Send(NewHire, new PrintPlan.Query(TheoRampPlan));
        var text = await Poppler.TextAsync(pdf.Pdf);
        Assert.Contains("Theo Brandt", text);
        Assert.Contains("Territory plan agreed", text);
        Assert.Contains("8 / 10", text);
        Assert.Equal("Ramp scorecard Theo Brandt day 47", pdf.FileName);
    }

    private Task Earlier10th() => Save(async db =>
    {
        var template = (await db.RampTemplates.FindAsync(RepTemplate))!;
        var employee = new TalentHub.Domain.Employees.Employee("X-10", "Person 10", Today.AddDays(-70), "Direct", TalentHub.Domain.Employees.EmployeeSource.Entered);
        var plan = new RampPlan(employee, template, Today.AddDays(-70), SalesManager);
        for (var week = 1; week <= 8; week++) plan.Record(week, new Dictionary<string, int> { ["conversations"] = 8, ["meetings"] = 3 }, null, Hr, Now, Today);
        db.AddRange(employee, plan);
    });

    private async Task<string> Html(Guid account) => WebUtility.HtmlDecode(await (await Client(account)).GetStringAsync($"/ramp/{TheoRampPlan}"));
}
