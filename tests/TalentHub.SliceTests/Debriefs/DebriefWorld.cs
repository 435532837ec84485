using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.SliceTests.Debriefs;

/// <summary>The world, with a third interviewer, a VP ramp template and short ways to a debrief.</summary>
public abstract class DebriefWorld : World
{
    public Guid VpTemplate { get; private set; }
    public Guid VpInterviewInsider { get; private set; }
    public Guid VpInterviewOutsider { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Save(async db =>
        {
            var body = (await db.RampTemplates.SingleAsync()).Body;
            var template = new RampTemplate("VP, first 90 days", RoleLevel.Vp, null, body);
            db.Add(template);
            VpTemplate = template.Id;
            var vp = await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == VpOpening);
            foreach (var member in new[] { Hr, InterviewerA, InterviewerB }) vp.Join(member, TeamPart.Interviewer);
        });
        VpInterviewInsider = await Plan(InsiderApplication, VpStage, Hr, InterviewerA, InterviewerB);
        VpInterviewOutsider = await Plan(OutsiderApplication, VpStage, Hr, InterviewerA, InterviewerB);
    }

    /// <summary>Plans an interview of the application at the stage with this panel.</summary>
    protected async Task<Guid> Plan(Guid applicationId, Guid stageId, params Guid[] panel)
    {
        var id = Guid.Empty;
        await Save(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Id == applicationId);
            var stage = await db.Stages.Include(s => s.Kits).SingleAsync(s => s.Id == stageId);
            var interview = new Interview(application, stage, Now.AddDays(-1), 50, null, panel);
            db.Add(interview);
            id = interview.Id;
        });
        return id;
    }

    /// <summary>Submits a scorecard with a score for each question of the kit; 0 is not observed.</summary>
    protected Task Score(Guid interviewId, Guid authorId, string words, Recommendation recommendation, params int[] scores) => Save(async db =>
    {
        var card = await db.Scorecards.AsTracking().Include(s => s.Ratings).Include(s => s.Revisions).SingleAsync(s => s.InterviewId == interviewId && s.AuthorId == authorId);
        var interview = await db.Interviews.SingleAsync(i => i.Id == interviewId);
        var kit = await db.Kits.Include(k => k.Questions).SingleAsync(k => k.Id == interview.KitId);
        var entries = kit.Questions.OrderBy(q => q.Order).Select((q, i) => new ScorecardEntry(q.Id, scores[i] == 0 ? null : scores[i], scores[i] == 0, $"{words} ({i + 1})", scores[i] == 0 ? NotObservedReason.RanOutOfTime : null));
        card.Submit(new ScorecardContent(recommendation, words, [.. entries]), kit, Now);
    });

    /// <summary>Both panellists of Amara's interview submit, splitting on Coachability, and the lead opens the debrief.</summary>
    protected async Task AmaraDebriefed()
    {
        await Score(AmaraInterview, InterviewerA, "Named two lost deals", Recommendation.Yes, 4, 4, 5);
        await Score(AmaraInterview, InterviewerB, "Blamed the buyer", Recommendation.No, 4, 3, 2);
        await Send(Lead, new OpenDebrief.Command { Id = AmaraApplication });
    }

    protected async Task VpScored()
    {
        await Score(VpInterviewInsider, Hr, "MARK-insider-hr", Recommendation.Yes, 3, 2, 3);
        await Score(VpInterviewInsider, InterviewerA, "MARK-insider-a", Recommendation.No, 4, 3, 3);
        await Score(VpInterviewInsider, InterviewerB, "MARK-insider-b", Recommendation.Yes, 3, 3, 2);
        await Score(VpInterviewOutsider, Hr, "MARK-outsider-hr", Recommendation.StrongYes, 5, 4, 5);
        await Score(VpInterviewOutsider, InterviewerA, "MARK-outsider-a", Recommendation.Yes, 5, 4, 4);
        await Score(VpInterviewOutsider, InterviewerB, "MARK-outsider-b", Recommendation.Yes, 4, 5, 4);
    }

    protected async Task<Decide.Command> Form(Guid accountId, Guid applicationId) => (await Send(accountId, new DecideForm.Query(applicationId))).Blank();

    /// <summary>A complete hire on the form as it stands now.</summary>
    protected async Task<Decide.Command> HireForm(Guid accountId, Guid applicationId)
    {
        var form = await Form(accountId, applicationId);
        form.Outcome = DecisionOutcome.Hire;
        form.Reasons = "Closes in steps, and says what she would do next time.";
        form.StartsOn = Today.AddDays(30);
        form.ManagerId = SalesManager;
        form.EmployeeNumber = "E-900";
        return form;
    }

    protected async Task<string> Broken(Guid accountId, OpenDebrief.Command command) => (await Assert.ThrowsAsync<RuleBroken>(() => Send(accountId, command))).Code;

    protected async Task<string> Broken(Guid accountId, Decide.Command command) => (await Assert.ThrowsAsync<RuleBroken>(() => Send(accountId, command))).Code;

    protected Task<ApplicationState> State(Guid applicationId) => Db(db => db.Applications.Where(a => a.Id == applicationId).Select(a => a.State).SingleAsync());
}
