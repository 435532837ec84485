using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Openings;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Openings;

namespace TalentHub.SliceTests.Openings;

/// <summary>A plan to begin with: stages and kits in one press, within the minutes, no question twice, and nothing that cannot be changed.</summary>
public sealed class ProposePlanTests : World
{
    [Fact]
    public async Task One_press_makes_stages_with_kits_that_fit_and_ask_nothing_twice()
    {
        var id = await Opening(questionsEach: 4);
        var client = await Client(Lead);
        var address = $"/openings/{id}/plan";
        Assert.Contains("Propose a plan", await client.Page(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Submit(address, [], $"{address}?handler=Propose")).StatusCode);
        var stages = await Db(db => db.Stages.Include(s => s.Kits).ThenInclude(k => k.Questions).Where(s => s.OpeningId == id).OrderBy(s => s.Order).ToListAsync());
        Assert.Equal([StageKind.Screen, StageKind.StructuredInterview, StageKind.RolePlay], stages.Select(s => s.Kind));
        Assert.All(stages, s => Assert.InRange(s.CurrentKit!.Questions.Sum(q => q.Minutes), 1, s.Minutes));
        var asked = stages.SelectMany(s => s.CurrentKit!.Questions).ToList();
        Assert.Equal(asked.Count, asked.Select(q => q.QuestionId).Distinct().Count());
        Assert.All(stages, s => Assert.Equal(s.CompetencyIds.Order(), s.CurrentKit!.Questions.Select(q => q.CompetencyId).Distinct().Order()));
        var profile = await Db(db => db.ProfileVersions.Where(v => v.ProfileId == RepProfile).SelectMany(v => v.Competencies).Select(c => c.CompetencyId).ToListAsync());
        Assert.All(profile, c => Assert.InRange(stages.Count(s => s.CompetencyIds.Contains(c)), 2, 3));
        Assert.All((await Send(Lead, new ShowPlan.Query(id))).Plan.Coverage, c => Assert.True(c.SeenTwice, c.Name));
        Assert.NotEmpty(await Db(db => db.AuditRows.Where(r => r.Action == nameof(ProposePlan)).ToListAsync()));
    }

    [Fact]
    public async Task It_fills_an_empty_plan_alone_and_only_for_those_who_run_the_opening()
    {
        Assert.Equal("plan-begun", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new ProposePlan.Command(RepOpening)))).Code);
        var id = await Opening(questionsEach: 0);
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new ProposePlan.Command(id)));
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new ProposePlan.Command(id)));
        await Save(async db =>
        {
            foreach (var question in await db.Questions.AsTracking().ToListAsync()) question.Retire(Now);
        });
        Assert.Equal("no-questions", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new ProposePlan.Command(id)))).Code);
        Assert.Empty(await Db(db => db.Stages.Where(s => s.OpeningId == id).ToListAsync()));
    }

    /// <summary>A draft on the rep profile, with so many more approved questions about each of its competencies, one a role-play.</summary>
    private async Task<Guid> Opening(int questionsEach)
    {
        var id = Guid.Empty;
        await Save(async db =>
        {
            var version = await db.ProfileVersions.AsTracking().Include(v => v.Profile).Include(v => v.Competencies).SingleAsync(v => v.ProfileId == RepProfile);
            var opening = new Opening("Inside rep, ports", null, version, RoleLevel.Rep, false, Lead, Today);
            var weighed = version.Competencies.Select(c => c.CompetencyId).ToList();
            foreach (var competency in await db.Competencies.AsTracking().Where(c => weighed.Contains(c.Id)).ToListAsync())
                for (var i = 0; i < questionsEach; i++)
                {
                    var kind = i == 0 ? QuestionKind.RolePlay : QuestionKind.Behavioural;
                    var question = new Question(competency, Wording.Of(kind, $"{competency.Name}, question {i}?", ["Who else was in the room?", "What did they say?"], competency.Anchors with { }, 10, kind == QuestionKind.RolePlay ? "You are the buyer." : ""), null, Now);
                    question.Approve(Hr, nobodyElse: false, Now);
                    db.Add(question);
                }
            db.Add(opening);
            id = opening.Id;
        });
        return id;
    }
}
