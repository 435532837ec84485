using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Seed;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Openings;

namespace TalentHub.SliceTests.Openings;

/// <summary>From a published profile to a started search.</summary>
public sealed class OpeningTests : World
{
    [Fact]
    public async Task A_lead_opens_a_role_and_every_step_leads_to_the_start()
    {
        var id = await Send(Lead, await New(Lead, "Rep, South"));
        Assert.Equal("team", (await Send(Lead, new ShowOpening.Query(id))).Steps.First(s => !s.Done).Page);
        await Send(Lead, new AddTeamMember.Command { Id = id, AccountId = InterviewerA });
        Assert.Equal("preparation-open", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new StartSearch.Command(id)))).Code);
        var preparation = (await Send(Lead, new AnswerPreparation.Query(id))).Form;
        foreach (var answer in preparation.Answers) answer.Text = "We asked the team.";
        await Send(Lead, preparation);
        await Assert.ThrowsAsync<Conflict>(() => Send(Lead, preparation));
        Assert.Equal("no-kit", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new StartSearch.Command(id)))).Code);
        var competencies = (await Send(Lead, new ShowPlan.Query(id))).Plan.Coverage.Select(c => c.CompetencyId).ToList();
        var stage = await Send(Lead, new AddStage.Command { Id = id, Name = "Interview", Minutes = 45, Competencies = competencies });
        var kit = await Send(Lead, new DrawKit.Query(id, stage, false));
        Assert.True(kit.Proposed);
        Assert.Equal(1, await Send(Lead, kit.Form));
        var ready = await Send(Lead, new ShowOpening.Query(id));
        Assert.True(ready.Ready);
        await Send(Lead, new StartSearch.Command(id));
        Assert.Equal(OpeningStatus.Open, (await Send(Hr, new ShowOpening.Query(id))).Head.Status);
        Assert.Equal(["AddStage", "AddTeamMember", "AnswerPreparation", "DrawKit", "NewOpening", "StartSearch"],
            await Db(db => db.AuditRows.Where(r => r.OpeningId == id || r.EntityId == id.ToString()).Select(r => r.Action).Distinct().Order().ToListAsync()));
        await Send(Lead, new CloseOpening.Command(id));
        Assert.Equal(OpeningStatus.Closed, (await Send(Hr, new ShowOpening.Query(id))).Head.Status);
    }

    [Fact]
    public async Task Opening_a_role_checks_who_and_what()
    {
        var command = await New(Lead, "Rep, South");
        command.LeadId = InterviewerA;
        Assert.Equal("lead-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, command))).Code);
        Assert.Equal("level-not-yours", (await Assert.ThrowsAsync<RuleBroken>(async () => await Send(Executive, await New(Lead, "Rep, South")))).Code);
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, command));
        var secret = await New(Lead, "Quiet search");
        secret.Confidential = true;
        var id = await Send(Hr, secret);
        Assert.Equal(2, (await Send(Hr, new ShowOpening.Query(id))).Head.TeamSize);
        await Assert.ThrowsAsync<NotFound>(() => Send(Executive, new ShowOpening.Query(id)));
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new ShowTeam.Query(id)));
    }

    [Fact]
    public async Task Outsiders_and_interviewers_change_nothing()
    {
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new ShowOpening.Query(RepOpening)));
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new StartSearch.Command(RepOpening)));
        var seen = await Send(InterviewerA, new ShowOpening.Query(RepOpening));
        Assert.False(seen.MayWork);
        Assert.Equal(1, seen.Active);
        Assert.Empty((await Send(InterviewerA, new DrawKit.Query(RepOpening, RepStage, false))).Choices);
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new AddStage.Command { Id = RepOpening, Name = "Panel" }));
        var client = await Client(InterviewerA);
        foreach (var page in new[] { "", "/team", "/preparation", "/plan", $"/stages/{RepStage}/kit" })
            Assert.Empty(new HtmlParser().ParseDocument(await client.GetStringAsync($"/openings/{RepOpening}{page}")).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task The_list_pages_by_key_filters_and_takes_a_constant_number_of_commands()
    {
        var client = await Client(Hr);
        var few = await Sql.During(() => client.GetStringAsync("/openings"));
        await Save(async db =>
        {
            var version = await db.ProfileVersions.AsTracking().SingleAsync(v => v.ProfileId == RepProfile);
            db.AddRange(Enumerable.Range(1, 60).Select(n => new Opening($"Role {n}", null, version, RoleLevel.Rep, false, Lead, Today.AddDays(-n / 20))));
        });
        Assert.Equal(few, await Sql.During(() => client.GetStringAsync("/openings")));
        Assert.InRange(few, 1, 6);
        var first = await Send(Hr, new ListOpenings.Query(OpeningStatus.Draft, RoleLevel.Rep, null));
        var second = await Send(Hr, new ListOpenings.Query(OpeningStatus.Draft, RoleLevel.Rep, first.Next));
        Assert.Equal((50, 10, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Equal(60, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count());
        var rep = (await Send(Lead, new ListOpenings.Query(OpeningStatus.Open, null, null))).Rows.Single();
        Assert.Equal(("Leo Lead", 2, 31), (rep.Lead, rep.Active, rep.DaysOpen));
        Assert.Equal(200, (int)(await client.GetAsync("/openings?status=Open&after=nonsense")).StatusCode);
        foreach (var page in new[] { "", "/team", "/preparation", "/plan", $"/stages/{RepStage}/kit", $"/stages/{RepStage}/edit" })
            Assert.InRange(await Sql.During(() => client.GetStringAsync($"/openings/{RepOpening}{page}")), 1, 10);
    }

    [Fact]
    public async Task The_team_changes_over_forms_and_keeps_its_lead()
    {
        var client = await Client(Lead);
        var address = $"/openings/{RepOpening}/team";
        var twice = await client.Submit(address, new Dictionary<string, string> { ["Form.AccountId"] = $"{InterviewerA}" });
        Assert.Contains("already on the team", await twice.Content.ReadAsStringAsync());
        Assert.Equal(302, (int)(await client.Submit(address, new Dictionary<string, string> { ["Form.AccountId"] = $"{OtherLead}", ["Form.Part"] = "Interviewer" })).StatusCode);
        // Without the interviewer's role they would score, and then neither read the debrief nor vote.
        Assert.Equal("not-for-this-team", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new AddTeamMember.Command { Id = RepOpening, AccountId = SalesManager }))).Code);
        Assert.Equal("not-for-this-team", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new AddTeamMember.Command { Id = RepOpening, AccountId = NewHire }))).Code);
        Assert.Equal("lead-must-remain", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new RemoveTeamMember.Command(RepOpening, Lead)))).Code);
        await Send(Lead, new RemoveTeamMember.Command(RepOpening, OtherLead));
        Assert.Equal("candidates-active", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new CloseOpening.Command(RepOpening)))).Code);
        var preparation = await client.Submit($"/openings/{RepOpening}/preparation", new Dictionary<string, string> { ["Form.Answers[0].Text"] = "They prepare." });
        Assert.Equal(302, (int)preparation.StatusCode);
        Assert.Contains($"1 of {Content.Preparation(RoleLevel.Rep).Count}", await client.GetStringAsync($"/openings/{RepOpening}"));
    }

    [Fact]
    public async Task The_new_opening_form_works_in_a_browser()
    {
        var client = await Client(Lead);
        var version = (await New(Lead, "x")).ProfileVersionId.ToString()!;
        var refused = await client.Submit("/openings/new", new Dictionary<string, string> { ["Form.Title"] = "" });
        Assert.Contains("Please write a title.", await refused.Content.ReadAsStringAsync());
        Assert.Equal(302, (int)(await client.Submit("/openings/new", new Dictionary<string, string> { ["Form.Title"] = "Rep, West", ["Form.ProfileVersionId"] = version, ["Form.LeadId"] = $"{Lead}" })).StatusCode);
    }

    private async Task<NewOpening.Command> New(Guid lead, string title) => new()
    {
        Title = title,
        LeadId = lead,
        ProfileVersionId = await Db(db => db.ProfileVersions.Where(v => v.ProfileId == RepProfile).Select(v => v.Id).SingleAsync()),
    };
}
