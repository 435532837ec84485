using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Profiles;

namespace TalentHub.SliceTests.Profiles;

/// <summary>What the company's own hires say, and to whom.</summary>
public sealed class HireEvidenceTests : World
{
    [Fact]
    public async Task Ratings_that_go_with_quota_show_as_a_correlation_to_those_who_may_read_the_scorecards()
    {
        await Hires(24);
        var evidence = (await Send(Hr, new ShowProfile.Query(RepProfile, null))).Shown.Competencies[0].Evidence!;
        Assert.Equal(24, evidence.N);
        Assert.InRange(evidence.Value!.Value, 0.9, 1);
        Assert.False(evidence.TooFew);
        Assert.Equal(evidence, (await Send(Executive, new ShowProfile.Query(RepProfile, null))).Shown.Competencies[0].Evidence);
        Assert.All((await Send(SalesManager, new ShowProfile.Query(RepProfile, null))).Shown.Competencies, c => Assert.Null(c.Evidence));
        Assert.All((await Send(OtherLead, new ShowProfile.Query(RepProfile, null))).Shown.Competencies, c => Assert.Null(c.Evidence));
    }

    [Fact]
    public async Task Under_the_minimum_only_the_n_is_said()
    {
        await Hires(3);
        var page = await (await Client(Hr)).GetStringAsync($"/profiles/{RepProfile}");
        Assert.Contains("too few to say (n = 3)", page);
        var evidence = (await Send(Executive, new ShowProfile.Query(RepProfile, null))).Shown.Competencies[0].Evidence!;
        Assert.Equal((3, null, null), (evidence.N, evidence.Value, evidence.Upper));
    }

    [Fact]
    public async Task A_confidential_opening_of_another_team_is_in_no_figure()
    {
        await Hires(24);
        await Db(db => db.Openings.Where(o => o.Id == RepOpening).ExecuteUpdateAsync(o => o.SetProperty(x => x.Confidential, true)));
        Assert.Null((await Send(Executive, new ShowProfile.Query(RepProfile, null))).Shown.Competencies[0].Evidence);
        Assert.Equal(24, (await Send(Lead, new ShowProfile.Query(RepProfile, null))).Shown.Competencies[0].Evidence!.N);
    }

    /// <summary>People hired through the rep opening whose quota attainment follows their rating.</summary>
    private Task Hires(int count) => Save(async db =>
    {
        var opening = await db.Openings.AsTracking().SingleAsync(o => o.Id == RepOpening);
        var stage = await db.Stages.AsTracking().Include(s => s.Kits).ThenInclude(k => k.Questions).SingleAsync(s => s.Id == RepStage);
        for (var i = 0; i < count; i++)
        {
            var candidate = new Candidate($"Hire {i}", null, null, null, null, Now);
            var application = new Application(candidate, opening, HireChannel.Network, null, Today.AddDays(-400), Now);
            var interview = new Interview(application, stage, Now.AddDays(-390), 50, null, [InterviewerA]);
            var score = (i % 5) + 1;
            interview.Scorecards[0].Submit(new ScorecardContent(Recommendation.Yes, "Fine.", [.. stage.CurrentKit!.Questions.Select(q => new ScorecardEntry(q.Id, score, false, "Said so."))]), stage.CurrentKit, Now);
            var employee = Employee.From(candidate, application, $"E-{900 + i}", "Rep", RoleLevel.Rep, null, null, Today.AddDays(-380));
            employee.Performed(Today.AddDays(-380), Today.AddDays(-20), 100_000_00, score * 20_000_00);
            db.AddRange(candidate, application, interview, employee);
        }
    });
}
