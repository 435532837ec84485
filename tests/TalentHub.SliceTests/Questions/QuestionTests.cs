using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Openings;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Questions;

namespace TalentHub.SliceTests.Questions;

/// <summary>The bank: written, approved, reworded, retired.</summary>
public sealed class QuestionTests : World
{
    [Fact]
    public async Task A_question_waits_is_approved_waits_again_after_an_edit_and_retires()
    {
        var competency = (await Send(Hr, new NewQuestion.Query()))[0].Id;
        var id = await Send(Hr, new NewQuestion.Command { CompetencyId = competency, Text = "Which deal did you lose last?", AnchorOne = "a", AnchorThree = "b", AnchorFive = "c", Probes = "Why?\r\n\r\nWhat then?", Minutes = 8 });
        var waiting = await Send(Hr, new ShowQuestion.Query(id));
        Assert.Equal((QuestionState.Waiting, 2), (waiting.State, waiting.Probes.Count));
        await Send(Hr, new ApproveQuestion.Command(id, waiting.Version));
        await Assert.ThrowsAsync<Conflict>(() => Send(Hr, new ApproveQuestion.Command(id, waiting.Version)));
        var form = (await Send(Hr, new EditQuestion.Query(id))).Form;
        form.Text = "Which deal did you lose last, and why?";
        await Send(Hr, form);
        var reworded = await Send(Hr, new ShowQuestion.Query(id));
        Assert.Equal((QuestionState.Waiting, 2), (reworded.State, reworded.Number));
        Assert.Equal(1, await Send(Hr, new ApproveQuestions.Command([id])));
        await Send(Hr, new RetireQuestion.Command(id));
        Assert.Equal(QuestionState.Retired, (await Send(Lead, new ShowQuestion.Query(id))).State);
        Assert.Equal(["ApproveQuestion", "ApproveQuestions", "EditQuestion", "NewQuestion", "RetireQuestion"], await Db(db => db.AuditRows.Where(r => r.EntityId == id.ToString()).Select(r => r.Action).Distinct().Order().ToListAsync()));
    }

    [Fact]
    public async Task The_list_narrows_pages_by_key_and_takes_a_constant_number_of_commands()
    {
        var client = await Client(Hr);
        var few = await Sql.During(() => client.GetStringAsync("/questions"));
        await Save(async db =>
        {
            var competency = await db.Competencies.AsTracking().FirstAsync(c => c.Level == RoleLevel.Rep);
            db.AddRange(Enumerable.Range(1, 60).Select(n => new Question(competency, QuestionKind.Situational, $"Situation number {n}?", [], new Anchors("a", "b", "c"), 5)));
        });
        Assert.Equal(few, await Sql.During(() => client.GetStringAsync("/questions")));
        var first = await Send(Hr, new ListQuestions.Query(null, null, null, QuestionKind.Situational, "SITUATION number", null));
        var second = await Send(Hr, new ListQuestions.Query(null, null, null, QuestionKind.Situational, "situation number", first.Next));
        Assert.Equal((50, 10, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Empty(first.Rows.Select(r => r.Id).Intersect(second.Rows.Select(r => r.Id)));
        Assert.All((await Send(Hr, new ListQuestions.Query(RoleLevel.Rep, null, QuestionState.Approved, null, null, null))).Rows, r => Assert.Equal(1, r.Kits));
    }

    [Fact]
    public async Task Readers_read_and_an_insider_finds_no_trace_of_the_search_they_are_in()
    {
        var vp = (await Send(Executive, new ListQuestions.Query(RoleLevel.Vp, null, null, null, null, null))).Rows[0].Id;
        Assert.Single((await Send(Executive, new ShowQuestion.Query(vp))).Uses);
        Assert.Empty((await Send(Insider, new ShowQuestion.Query(vp))).Uses);
        Assert.All((await Send(Insider, new ListQuestions.Query(RoleLevel.Vp, null, null, null, null, null))).Rows, r => Assert.Equal(0, r.Kits));
        foreach (var account in new[] { Lead, SalesManager, Executive }) await Assert.ThrowsAsync<NotFound>(() => Send(account, new RetireQuestion.Command(vp)));
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new ShowQuestion.Query(vp)));
    }

    [Fact]
    public async Task The_forms_work_in_a_browser_and_keep_what_was_typed()
    {
        var client = await Client(Hr);
        var competency = (await Send(Hr, new NewQuestion.Query()))[0].Id.ToString();
        var refused = await client.Submit("/questions/new", new Dictionary<string, string> { ["Form.CompetencyId"] = competency, ["Form.Kind"] = "RolePlay", ["Form.Text"] = "Sell me this.", ["Form.Minutes"] = "45", ["Form.AnchorOne"] = "a", ["Form.AnchorThree"] = "b", ["Form.AnchorFive"] = "c" });
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("between 3 and 30 minutes", page);
        Assert.Contains("Sell me this.", page);
        var id = await Db(db => db.Questions.Select(q => q.Id).FirstAsync());
        Assert.Equal(302, (int)(await client.Submit($"/questions/{id}/edit", new Dictionary<string, string> { ["Form.Text"] = "Reworded?" })).StatusCode);
        Assert.Equal(302, (int)(await client.Submit($"/questions/{id}", new Dictionary<string, string>(), "Approve")).StatusCode);
        Assert.Equal(200, (int)(await client.GetAsync("/api/questions?level=Rep")).StatusCode);
    }
}
