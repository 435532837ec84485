using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Openings;
using TalentHub.Domain.QuestionBanks;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Openings;
using TalentHub.Web.Features.Questions;

namespace TalentHub.SliceTests.Openings;

/// <summary>The plan, what it covers, and the kit every candidate is asked.</summary>
public sealed class KitTests : World
{
    [Fact]
    public async Task A_used_kit_stays_a_new_number_is_made_and_the_page_says_who_was_asked_which()
    {
        var client = await Client(Lead);
        var address = $"/openings/{RepOpening}/stages/{RepStage}/kit";
        Assert.Equal(302, (int)(await client.Submit(address, new Dictionary<string, string> { ["Form.Questions[0].Place"] = "", ["Form.Questions[1].Place"] = "9" })).StatusCode);
        var sheet = await Send(Lead, new DrawKit.Query(RepOpening, RepStage, false));
        Assert.Equal([2, 1], sheet.Kit.Kits.Select(k => k.Number));
        Assert.Equal(["Amara Osei"], sheet.Kit.Kits[1].Asked);
        Assert.Equal((2, sheet.Choices[1].Id), (sheet.Kit.Current!.Questions.Count, sheet.Kit.Current.Questions[1].QuestionId));
        await Send(Lead, sheet.Form);
        Assert.Equal([2, 1], (await Send(Lead, new DrawKit.Query(RepOpening, RepStage, false))).Kit.Kits.Select(k => k.Number));
        await Assert.ThrowsAsync<Conflict>(() => Send(Lead, sheet.Form));
        Assert.Empty((await Send(InterviewerB, new DrawKit.Query(RepOpening, RepStage, false))).Kit.Current!.Asked);
    }

    [Fact]
    public async Task A_kit_holds_what_its_stage_covers_and_fits_its_minutes()
    {
        var competency = (await Send(Lead, new ShowPlan.Query(RepOpening))).Plan.Coverage[0].CompetencyId;
        var stage = await Send(Lead, new AddStage.Command { Id = RepOpening, Name = "Screen", Kind = StageKind.Screen, Minutes = 20, Competencies = [competency] });
        var all = await Send(Lead, new DrawKit.Query(RepOpening, RepStage, false));
        var version = (await Send(Lead, new EditStage.Query(RepOpening, stage))).Form.Version;
        var form = new DrawKit.Command { Id = RepOpening, StageId = stage, Version = version, Questions = all.Form.Questions };
        Assert.Equal("question-elsewhere", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, form))).Code);
        var edit = (await Send(Lead, new EditStage.Query(RepOpening, stage))).Form;
        edit.Competencies = [.. (await Send(Lead, new ShowPlan.Query(RepOpening))).Plan.Coverage.Select(c => c.CompetencyId)];
        await Send(Lead, edit);
        form.Version = (await Send(Lead, new EditStage.Query(RepOpening, stage))).Form.Version;
        Assert.Equal("kit-too-long", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, form))).Code);
        Assert.DoesNotContain((await Send(Lead, new DrawKit.Query(RepOpening, stage, true))).Form.Questions, q => q.Place is not null);
        await Save(async db =>
        {
            foreach (var asked in await db.Competencies.AsTracking().Where(c => edit.Competencies.Contains(c.Id)).ToListAsync())
            {
                var fresh = new Question(asked, Wording.Of(QuestionKind.Situational, $"What would you do about {asked.Name}?", [], asked.Anchors, 10), null, Now);
                fresh.Approve(Hr, false, Now);
                db.Add(fresh);
            }
        });
        var proposal = await Send(Lead, new DrawKit.Query(RepOpening, stage, true));
        var proposed = proposal.Form.Questions.Where(q => q.Place is not null).Select(q => q.QuestionId).ToList();
        Assert.Equal(2, proposed.Count);
        Assert.All(proposal.Choices, c => Assert.Equal(all.Choices.Any(a => a.Id == c.Id), c.Elsewhere is not null));
        Assert.DoesNotContain(proposal.Choices, c => proposed.Contains(c.Id) && c.Elsewhere is not null);
        await Assert.ThrowsAsync<Conflict>(() => Send(Lead, edit));
        edit.Competencies = [Guid.NewGuid()];
        Assert.Equal("competency-not-in-profile", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, edit))).Code);
    }

    [Fact]
    public async Task The_plan_shows_what_is_covered_and_moves_and_removes_unused_stages()
    {
        var client = await Client(Lead);
        var address = $"/openings/{RepOpening}/plan";
        Assert.Equal(302, (int)(await client.Submit(address, new Dictionary<string, string> { ["Form.Name"] = "Screen", ["Form.Kind"] = "Screen", ["Form.Minutes"] = "20" })).StatusCode);
        var plan = (await Send(Lead, new ShowPlan.Query(RepOpening))).Plan;
        var screen = plan.Stages.Single(s => s.Name == "Screen").Id;
        Assert.All(plan.Coverage, c => Assert.Equal((1, 1, false), (c.Stages.Count, c.Raters, c.SeenTwice)));
        await Send(Lead, new MoveStage.Command(RepOpening, screen, Earlier: true));
        Assert.Equal(screen, (await Send(Lead, new ShowPlan.Query(RepOpening))).Plan.Stages[0].Id);
        await Send(Lead, new RemoveStage.Command(RepOpening, screen));
        Assert.Equal("stage-used", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new RemoveStage.Command(RepOpening, RepStage)))).Code);
        var refused = await client.Submit(address, new Dictionary<string, string> { ["Form.Name"] = "Too short", ["Form.Minutes"] = "5" });
        var page = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Equal((422, "Too short"), ((int)refused.StatusCode, page.QuerySelector("#Form_Name")!.GetAttribute("value")));
        Assert.Contains("MoveStage", await Db(db => db.AuditRows.Select(r => r.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_kit_that_leaves_out_what_its_stage_covers_is_named_and_counts_for_nothing()
    {
        var sheet = await Send(Lead, new DrawKit.Query(RepOpening, RepStage, false));
        var (dropped, competency) = (sheet.Form.Questions[0], sheet.Choices[0]);
        Assert.Empty(sheet.Unknown);
        dropped.Place = null;
        await Send(Lead, sheet.Form);
        var plan = (await Send(Lead, new ShowPlan.Query(RepOpening))).Plan;
        Assert.Equal([(0, 0), (1, 1), (1, 1)], plan.Coverage.OrderBy(c => c.Interviews).Select(c => (c.Interviews, c.Raters)));
        Assert.Equal((competency.Competency, false), (plan.Coverage.Single(c => !c.IsAsked).Name, plan.IsCovered));
        Assert.Equal([competency.Competency], plan.Silent.Single().Competencies);
        var client = await Client(Lead);
        Assert.Contains($"asks nothing on {competency.Competency}", await client.Page($"/openings/{RepOpening}/plan"));
        Assert.DoesNotContain("Draw it again", await (await Client(InterviewerA)).Page($"/openings/{RepOpening}/plan"));
        var address = $"/openings/{RepOpening}/stages/{RepStage}/kit";
        Assert.Contains($"Nothing is asked on {competency.Competency}", await client.Page(address));
        // It is the one to choose from next, and the page does not say so any more once it has a number, though the form is refused.
        Assert.Equal(competency.Id, (await Send(Lead, new DrawKit.Query(RepOpening, RepStage, false))).Choices[2].Id);
        var refused = await client.Submit(address, new Dictionary<string, string> { ["Form.Questions[2].Place"] = "3", ["Form.Version"] = "0" });
        Assert.Equal(409, (int)refused.StatusCode);
        Assert.DoesNotContain("Nothing is asked on", await refused.Text());
        await Send(Hr, new RetireQuestion.Command(competency.Id));
        Assert.Contains($"The bank holds no approved question on {competency.Competency}", await client.Page(address));
        Assert.Empty((await Send(InterviewerA, new DrawKit.Query(RepOpening, RepStage, false))).Unknown);
    }

    [Fact]
    public async Task A_kit_without_its_numbers_is_said_to_be_empty()
    {
        var form = (await Send(Lead, new DrawKit.Query(RepOpening, RepStage, false))).Form;
        foreach (var line in form.Questions) line.Place = null;
        Assert.Equal("kit-size", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, form))).Code);
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new DrawKit.Query(RepOpening, VpStage, false)));
    }

    [Fact]
    public async Task The_kit_prints_for_an_interviewer_with_questions_and_anchors()
    {
        var answer = await (await Client(InterviewerA)).GetAsync($"/openings/{RepOpening}/stages/{RepStage}/kit.pdf");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await answer.Content.ReadAsByteArrayAsync())[..4]));
    }
}
