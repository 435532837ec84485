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
        Assert.Equal((QuestionState.Waiting, 2), (waiting.State, waiting.Wording.Probes.Count));
        await Send(Hr, new ApproveQuestion.Command(id, waiting.Version));
        await Assert.ThrowsAsync<Conflict>(() => Send(Hr, new ApproveQuestion.Command(id, waiting.Version)));
        var form = (await Send(Hr, new EditQuestion.Query(id))).Form;
        form.Text = "Which deal did you lose last, and why?";
        await Send(Hr, form);
        var reworded = await Send(Hr, new ShowQuestion.Query(id));
        Assert.Equal((QuestionState.Waiting, 2), (reworded.State, reworded.Wording.Number));
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
            db.AddRange(Enumerable.Range(1, 60).Select(n => new Question(competency, Wording.Of(QuestionKind.Situational, $"Situation number {n}?", [], new Anchors("a", "b", "c"), 5), null, Now)));
        });
        Assert.Equal(few, await Sql.During(() => client.GetStringAsync("/questions")));
        var first = await Send(Hr, new ListQuestions.Query(null, null, null, QuestionKind.Situational, "SITUATION number", null));
        var second = await Send(Hr, new ListQuestions.Query(null, null, null, QuestionKind.Situational, "situation number", first.Next));
        Assert.Equal((50, 10, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Empty(first.Rows.Select(r => r.Id).Intersect(second.Rows.Select(r => r.Id)));
        Assert.All((await Send(Hr, new ListQuestions.Query(RoleLevel.Rep, null, QuestionState.Approved, null, null, null))).Rows, r => Assert.Equal(1, r.Kits));
    }

    [Fact]
    public async Task The_list_goes_by_level_and_competency_page_after_page()
    {
        await Save(async db =>
        {
            var competencies = await db.Competencies.AsTracking().ToListAsync();
            for (var n = 1; n <= 30; n++)
                foreach (var competency in competencies) db.Add(new Question(competency, Wording.Of(QuestionKind.Situational, $"Situation number {n}?", [], new Anchors("a", "b", "c"), 5), null, Now));
        });
        var all = await Db(db => db.Questions.OrderBy(q => q.Level).ThenBy(q => q.Competency!.Name).Select(q => new { q.Level, q.Competency!.Name }).ToListAsync());
        var seen = new List<ListQuestions.Row>();
        Guid? after = null;
        do
        {
            var page = await Send(Hr, new ListQuestions.Query(null, null, null, null, null, after));
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        Assert.True(all.Count > 2 * ListQuestions.PageSize);
        Assert.Equal(all.Select(q => (q.Level, q.Name)), seen.Select(r => (r.Level, r.Competency)));
        Assert.Equal(all.Count, seen.DistinctBy(r => r.Id).Count());
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

    [Fact]
    public async Task A_colleague_reads_what_one_wrote_before_a_kit_may_hold_it()
    {
        await Save(async db => (await db.Users.AsTracking().SingleAsync(u => u.Id == Insider)).PasswordHash = "has one");
        var id = await Written(Hr, "Which deal did you lose last?");
        var mine = await Send(Hr, new ShowQuestion.Query(id));
        Assert.False(mine.MayApprove);
        Assert.Equal("second-reader", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new ApproveQuestion.Command(id, mine.Version)))).Code);
        Assert.Equal(0, await Send(Hr, new ApproveQuestions.Command([id])));
        var list = await Send(Hr, new ListQuestions.Query(null, null, QuestionState.Waiting, null, null, null));
        Assert.Equal((0, 1), (list.Waiting.Count(), list.ForOthers));
        Assert.Equal(1, await Send(Insider, new ApproveQuestions.Command([id])));
        Assert.Equal(("Ida Insider", false), await Approval(id));
    }

    [Fact]
    public async Task Where_nobody_else_may_approve_the_writer_does_and_the_page_says_so()
    {
        var id = await Written(Hr, "Which deal did you lose last?");
        Assert.Equal(1, await Send(Hr, new ApproveQuestions.Command([id])));
        Assert.True((await Approval(id)).ByItsWriter);
        Assert.Contains("who wrote it: nobody else could", await (await Client(Hr)).GetStringAsync($"/questions/{id}"));
    }

    [Fact]
    public async Task A_hiring_manager_proposes_and_rewords_their_own_until_it_is_approved()
    {
        var id = await Written(Lead, "Which deal did you lose last?");
        var form = (await Send(Lead, new EditQuestion.Query(id))).Form;
        form.Text = "Which order did you lose last?";
        await Send(Lead, form);
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new EditQuestion.Query(id)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new ApproveQuestion.Command(id, 1)));
        await Send(Hr, new ApproveQuestions.Command([id]));
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new EditQuestion.Query(id)));
        Assert.DoesNotContain("Retire", await (await Client(Lead)).GetStringAsync($"/questions/{id}"));
        Assert.Contains("Propose a question", await (await Client(Lead)).GetStringAsync("/questions"));
    }

    [Fact]
    public async Task Two_wordings_are_laid_side_by_side()
    {
        var id = await Written(Hr, "Which deal did you lose last?");
        var form = (await Send(Hr, new EditQuestion.Query(id))).Form;
        form.Text = "Which order did you lose last?";
        await Send(Hr, form);
        Assert.Equal("nothing-reworded", (await Assert.ThrowsAsync<RuleBroken>(async () => await Send(Hr, (await Send(Hr, new EditQuestion.Query(id))).Form))).Code);
        var view = await Send(Lead, new CompareWordings.Query(id, null, null));
        Assert.Equal([2, 1], view.All.Select(w => w.Number));
        Assert.Equal((1, 2), (view.From.Number, view.To.Number));
        var difference = Assert.Single(view.Differences);
        Assert.Equal([(ChangeKind.Kept, "Which"), (ChangeKind.Out, "deal"), (ChangeKind.In, "order"), (ChangeKind.Kept, "did you lose last?")], difference.Changes.Select(c => (c.Kind, c.Words)));
        var page = await (await Client(Lead)).GetStringAsync($"/questions/{id}/wordings");
        Assert.Contains("<del>deal</del>", page);
        Assert.Contains("<ins>order</ins>", page);
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new CompareWordings.Query(id, 7, null)));
    }

    [Fact]
    public async Task Advice_stands_beside_a_wording_and_refuses_nothing()
    {
        var id = await Written(Hr, "Have you ever lost a deal, and why?");
        var view = await Send(Hr, new ShowQuestion.Query(id));
        Assert.Contains(view.Findings, f => f.Code == "yes-no");
        var page = await (await Client(Hr)).GetStringAsync($"/questions/{id}");
        Assert.Contains("What a second reader would ask", page);
        Assert.Contains("It asks two things at once.", page);
    }

    [Fact]
    public async Task How_often_a_question_was_asked_is_counted_in_candidates_one_can_see_and_others_are_offered()
    {
        var asked = await Db(db => db.Kits.Where(k => k.StageId == RepStage).SelectMany(k => k.Questions).OrderBy(q => q.Order).Select(q => new { q.QuestionId, q.CompetencyId }).FirstAsync());
        var other = await Save("Which order came late?", asked.CompetencyId);
        var expected = await Db(db => db.Interviews.Where(i => i.StageId == RepStage && i.StartsAt <= Now).Select(i => i.CandidateId).Distinct().CountAsync());
        Assert.True(expected > 0);
        var view = await Send(Hr, new ShowQuestion.Query(asked.QuestionId));
        Assert.Equal((expected, expected), (view.Exposure.InYear, view.Exposure.Ever));
        Assert.Equal([other], view.Alternates.Select(a => a.Id));
        Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal((0, expected), ((await Send(Hr, new ShowQuestion.Query(asked.QuestionId))).Exposure.InYear, (await Send(Hr, new ShowQuestion.Query(asked.QuestionId))).Exposure.Ever));
        Assert.Equal(0, (await Send(OtherLead, new ShowQuestion.Query(asked.QuestionId))).Exposure.Ever);
    }

    [Fact]
    public async Task Shipped_questions_are_copied_once_with_their_competency_and_wait_to_be_read()
    {
        var shelf = (await Send(Hr, new CopyFromLibrary.Query(RoleLevel.Manager))).Shelves[0];
        Assert.False(shelf.Here);
        var keys = shelf.Questions.Take(2).Select(q => q.Key).ToList();
        Assert.Equal(2, await Send(Hr, new CopyFromLibrary.Command(keys)));
        Assert.Equal(0, await Send(Hr, new CopyFromLibrary.Command(keys)));
        var waiting = await Send(Hr, new ListQuestions.Query(RoleLevel.Manager, null, QuestionState.Waiting, null, null, null));
        Assert.Equal(shelf.Questions.Take(2).Select(q => q.Text).Order(), waiting.Rows.Select(r => r.Text).Order());
        Assert.All(waiting.Rows, r => Assert.Equal(shelf.Name, r.Competency));
        var after = (await Send(Hr, new CopyFromLibrary.Query(RoleLevel.Manager))).Shelves.Single(s => s.Name == shelf.Name);
        Assert.Equal((true, 2), (after.Here, after.Questions.Count(q => q.Here)));
        Assert.Equal("nothing-chosen", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new CopyFromLibrary.Command([])))).Code);
        Assert.Equal("question-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new CopyFromLibrary.Command(["no-such-key"])))).Code);
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new CopyFromLibrary.Query(RoleLevel.Rep)));
    }

    private async Task<Guid> Written(Guid by, string text) => await Send(by, new NewQuestion.Command
    {
        CompetencyId = (await Send(by, new NewQuestion.Query()))[0].Id,
        Text = text,
        AnchorOne = "Names none.",
        AnchorThree = "Names one, and whose fault it was.",
        AnchorFive = "Names one, what they did, and what they do now.",
        Probes = "When was that?\nWhat came of it?",
    });

    private async Task<Guid> Save(string text, Guid competencyId)
    {
        var id = Guid.Empty;
        await Save(async db =>
        {
            var question = new Question(await db.Competencies.AsTracking().SingleAsync(c => c.Id == competencyId), Wording.Of(QuestionKind.Behavioural, text, [], new Anchors("a", "b", "c"), 8), null, Now);
            question.Approve(Hr, false, Now);
            db.Add(question);
            id = question.Id;
        });
        return id;
    }

    private async Task<(string? By, bool ByItsWriter)> Approval(Guid id)
    {
        var wording = (await Send(Hr, new ShowQuestion.Query(id))).Wording;
        return (wording.ApprovedBy, wording.ByItsWriter);
    }
}
