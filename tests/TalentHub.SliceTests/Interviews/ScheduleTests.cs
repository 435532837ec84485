using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Openings;
using TalentHub.Web.Features.Access;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>When people can meet: time zones, what overlaps, what an interviewer has on already, and a panel that changes.</summary>
public sealed class ScheduleTests : Scoring
{
    private PlanInterview.Command Plan(params Guid[] panel) =>
        new() { Id = LuisApplication, StageId = RepStage, StartsAt = Now.AddDays(2), Minutes = 50, Place = "Room 4", Panel = [.. panel] };

    [Fact]
    public async Task A_time_is_meant_where_it_is_said_and_shown_where_one_is()
    {
        await Send(InterviewerA, new EditAccount.Command { Name = "Ana Interviewer", Zone = "Asia/Kolkata" });
        var id = await Send(Lead, Plan(InterviewerA) with { StartsAt = new DateTime(2027, 7, 5, 9, 30, 0), Zone = "America/New_York" });
        Assert.Equal(new DateTime(2027, 7, 5, 13, 30, 0), await Db(db => db.Interviews.Where(i => i.Id == id).Select(i => i.StartsAt).SingleAsync()));
        Assert.Equal("19:00–19:50 Kolkata time", (await Send(InterviewerA, new ChangeInterview.Query(id))).Interview.Hours);
        Assert.Equal("09:30 New York time", (await Send(InterviewerA, new ChangeInterview.Query(id))).Elsewhere);
        Assert.Equal(new DateTime(2027, 7, 5, 9, 30, 0), (await Send(Lead, new ChangeInterview.Query(id))).Form.StartsAt);
        var list = await Html(await (await Client(InterviewerA)).GetAsync("/interviews"));
        Assert.Contains("19:00–19:50 Kolkata time", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Atlantis", "zone-unknown")]
    [InlineData("../../etc/passwd", "zone-unknown")]
    [InlineData("Europe/London", "no-such-hour")]
    public async Task A_time_that_does_not_exist_is_refused(string zone, string code) =>
        await Broken(code, () => Send(Lead, Plan(InterviewerA) with { StartsAt = new DateTime(2027, 3, 28, 1, 30, 0), Zone = zone }));

    [Fact]
    public async Task Who_is_taken_is_named_once_and_it_can_be_meant()
    {
        await Send(Lead, Plan(InterviewerA, InterviewerB));
        await Save(async db => db.Add(new Domain.Candidates.Application(await db.Candidates.AsTracking().SingleAsync(c => c.Id == Amara), await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == VpOpening), Domain.Values.HireChannel.Network, null, Today, Now)));
        var overlapping = Plan(InterviewerA, Lead) with { StartsAt = Now.AddDays(2).AddMinutes(49) };
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, overlapping));
        Assert.Equal("clash", refused.Code);
        Assert.Contains("Ana Interviewer has another interview", refused.Message, StringComparison.Ordinal);
        Assert.Contains("The candidate has another interview", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", refused.Message, StringComparison.Ordinal);
        await Send(Lead, Plan(InterviewerA) with { StartsAt = Now.AddDays(2).AddMinutes(50) });
        await Send(Lead, overlapping with { DespiteClash = true });
    }

    [Fact]
    public async Task A_move_asks_too_but_never_about_itself()
    {
        var first = await Send(Lead, Plan(InterviewerA));
        var second = await Send(Lead, Plan(InterviewerA) with { StartsAt = Now.AddDays(3) });
        var form = (await Send(Lead, new ChangeInterview.Query(second))).Form;
        await Broken("clash", () => Send(Lead, form with { StartsAt = Now.AddDays(2).AddMinutes(-10) }));
        await Send(Lead, form with { StartsAt = Now.AddDays(3).AddMinutes(10) });
        var moved = (await Send(Lead, new ChangeInterview.Query(first))).Form;
        await Send(Lead, moved with { Place = "Harbour room" });
    }

    [Fact]
    public async Task On_the_page_the_box_that_says_so_appears_with_the_refusal()
    {
        await Send(Lead, Plan(InterviewerA));
        var client = await Client(Lead);
        var url = $"/applications/{LuisApplication}/interviews/new";
        var (page, fields) = await Open(client, url, "main form");
        Assert.Null(page.QuerySelector("[name='Form.DespiteClash']"));
        fields.Add(new("Form.Panel", $"{InterviewerA}"));
        Set(fields, "Form.StartsAt", $"{Now.AddDays(2):yyyy-MM-ddTHH:mm}");
        var answer = await Post(client, url, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Html(answer)).QuerySelector("[name='Form.DespiteClash']"));
        fields.RemoveAll(f => f.Key == "Form.DespiteClash");
        fields.Add(new("Form.DespiteClash", "true"));
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, url, fields)).StatusCode);
    }

    [Fact]
    public async Task Load_is_shown_for_the_time_asked_about_and_says_no_names()
    {
        await Send(Lead, Plan(InterviewerA) with { StartsAt = Monday.AddHours(10) });
        await Send(Lead, Plan(InterviewerA) with { StartsAt = Monday.AddDays(2).AddHours(10) });
        await Send(Lead, Plan(InterviewerA) with { StartsAt = Monday.AddDays(7).AddHours(10) });
        var view = await Send(Lead, new PlanInterview.Query(LuisApplication, StartsAt: Monday.AddHours(10).AddMinutes(20)));
        var ana = view.Team.Single(m => m.AccountId == InterviewerA).Load;
        Assert.Equal(2, ana.InWeek);
        Assert.Equal(["10:00–10:50"], ana.Taken);
        var client = await Client(Lead);
        var url = $"/applications/{LuisApplication}/interviews/new";
        var (_, fields) = await Open(client, url, "main form");
        Set(fields, "Form.StartsAt", $"{Monday.AddDays(2).AddHours(10):yyyy-MM-ddTHH:mm}");
        Set(fields, "Form.Place", "Where I had it");
        var page = await Html(await Post(client, $"{url}?handler=Look", fields));
        Assert.Contains("taken 10:00–10:50", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Where I had it", page.QuerySelector("[name='Form.Place']")!.GetAttribute("value"));
        Assert.Equal(3, await Db(db => db.Interviews.CountAsync(i => i.ApplicationId == LuisApplication)));
    }

    [Fact]
    public async Task The_page_asks_as_much_of_the_database_for_a_large_team_as_for_a_small_one()
    {
        var viewer = await Viewer(Lead);
        var few = await Sql.During(() => Send(viewer, new PlanInterview.Query(LuisApplication)));
        for (var i = 0; i < 12; i++)
        {
            var more = await Account($"Member {i}", Domain.Access.Role.Interviewer);
            await Save(async db => (await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == RepOpening)).Join(more, TeamPart.Interviewer));
        }
        Assert.Equal(few, await Sql.During(() => Send(viewer, new PlanInterview.Query(LuisApplication))));
        Assert.InRange(few, 1, 6);
    }

    [Fact]
    public async Task A_panel_changes_until_somebody_has_handed_in()
    {
        var id = await Send(Lead, Plan(InterviewerA));
        await Broken("panel-size", () => Send(Lead, new ChangePanel.Unseat(id, InterviewerA)));
        await Send(Lead, new ChangePanel.Seat(id, InterviewerB));
        await Broken("already-on-panel", () => Send(Lead, new ChangePanel.Seat(id, InterviewerB)));
        await Broken("panel-not-on-team", () => Send(Lead, new ChangePanel.Seat(id, OtherLead)));
        await Send(Lead, new ChangePanel.Unseat(id, InterviewerA));
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new MyScorecard.Query(id)));
        Clock.Advance(TimeSpan.FromDays(3));
        await SubmitScorecard(id, InterviewerB, 4, "seen");
        await Send(Lead, new ChangePanel.Seat(id, Lead));
        await Broken("scorecard-locked", () => Send(Lead, new ChangePanel.Unseat(id, InterviewerB)));
        foreach (var other in new[] { OtherLead, InterviewerB })
            await Assert.ThrowsAsync<NotFound>(() => Send(other, new ChangePanel.Seat(id, InterviewerA)));
        Assert.NotEmpty(await Db(db => db.AuditRows.Where(r => r.Action == nameof(ChangePanel) && r.EntityType == "PanelMove").ToListAsync()));
    }

    [Fact]
    public async Task Words_already_on_a_scorecard_stay_their_authors_when_they_leave_the_panel()
    {
        var draft = await Draft(InterviewerB, "Mine alone.");
        await Send(InterviewerB, draft);
        await Send(Lead, new ChangePanel.Unseat(AmaraInterview, InterviewerB));
        Assert.True((await Card(InterviewerB)).Waived);
        Assert.Equal("Mine alone.", (await Card(InterviewerB)).Form.Answers[0].Evidence);
    }

    [Fact]
    public async Task When_the_last_scorecard_owed_leaves_with_its_author_the_debrief_opens()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "seen");
        await Send(Lead, new ChangePanel.Unseat(AmaraInterview, InterviewerB));
        Assert.Equal(AmaraApplication, await Db(db => db.Debriefs.Select(d => d.ApplicationId).SingleAsync()));
        await Broken("debrief-open", () => Send(Lead, new ChangePanel.Seat(AmaraInterview, InterviewerB)));
    }

    [Fact]
    public async Task A_year_nobody_lives_in_is_refused() => await Broken("year-out-of-reach", () => Send(Lead, Plan(InterviewerA) with { StartsAt = DateTime.MaxValue }));

    [Theory]
    [InlineData("2027-03-28T01:30", "50")]
    [InlineData("9999-12-31T23:59", "50")]
    [InlineData("2027-03-27T10:00", "2147483647")]
    public async Task A_form_with_a_time_that_cannot_be_comes_back_as_typed(string begins, string minutes)
    {
        var client = await Client(Lead);
        var url = $"/applications/{LuisApplication}/interviews/new";
        var (_, fields) = await Open(client, url, "main form");
        fields.Add(new("Form.Panel", $"{InterviewerA}"));
        Set(fields, "Form.StartsAt", begins);
        Set(fields, "Form.Minutes", minutes);
        Set(fields, "Form.Zone", "Europe/London");
        foreach (var handler in new[] { "", "?handler=Look" })
        {
            var answer = await Post(client, url + handler, fields);
            Assert.Equal(handler.Length > 0 ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(begins, (await Html(answer)).QuerySelector("[name='Form.StartsAt']")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task The_panel_is_changed_on_the_interviews_page()
    {
        var client = await Client(Lead);
        var (page, fields) = await Open(client, $"/interviews/{AmaraInterview}", "form[action$='Seat']");
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, $"/interviews/{AmaraInterview}?handler=Seat", fields)).StatusCode);
        Assert.Equal(3, await Db(db => db.Scorecards.CountAsync(s => s.InterviewId == AmaraInterview)));
        Assert.NotNull(page.QuerySelector("form[action$='Unseat'][data-confirm]"));
    }

    [Fact]
    public async Task One_says_where_one_is_on_ones_own_page()
    {
        var client = await Client(InterviewerA);
        var (_, fields) = await Open(client, "/account", "main form");
        Set(fields, "Form.Zone", "Europe/Stockholm");
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, "/account", fields)).StatusCode);
        Assert.Equal("Europe/Stockholm", (await Viewer(InterviewerA)).Zone);
        await Broken("zone-unknown", () => Send(InterviewerA, new EditAccount.Command { Name = "Ana", Zone = "Mars/Base" }));
    }

    /// <summary>The Monday of the week after next, at midnight.</summary>
    private DateTime Monday
    {
        get
        {
            var day = Now.Date.AddDays(14);
            return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        }
    }

    private static async Task Broken(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);
}
