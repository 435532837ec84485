using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;

namespace TalentHub.SliceTests.Setup;

/// <summary>
/// A small company in which every rule has someone to break it: one account per role, a rep opening with two candidates and
/// two interviewers, a VP opening with an insider (who is also an administrator) and an outsider, and a hire in ramp. It is
/// made once in a run; every test has a copy to itself.
/// </summary>
public class World : App, IAsyncLifetime
{
    private static readonly SemaphoreSlim Making = new(1);
    private static Snapshot? made;

    public static Guid Administrator { get; private set; }
    public static Guid Hr { get; private set; }
    public static Guid Lead { get; private set; }
    public static Guid OtherLead { get; private set; }
    public static Guid InterviewerA { get; private set; }
    public static Guid InterviewerB { get; private set; }
    public static Guid SalesManager { get; private set; }
    public static Guid OtherManager { get; private set; }
    public static Guid NewHire { get; private set; }
    public static Guid Executive { get; private set; }

    /// <summary>Works here, holds every role, and is a candidate for the VP opening.</summary>
    public static Guid Insider { get; private set; }

    public static Guid RepOpening { get; private set; }
    public static Guid VpOpening { get; private set; }

    /// <summary>A stage of the rep opening whose kit has three questions.</summary>
    public static Guid RepStage { get; private set; }

    public static Guid VpStage { get; private set; }

    /// <summary>Amara: at the stage, interviewed by A and B, both scorecards still empty.</summary>
    public static Guid Amara { get; private set; }

    public static Guid AmaraApplication { get; private set; }
    public static Guid AmaraInterview { get; private set; }

    /// <summary>Luis: applied, not interviewed yet.</summary>
    public static Guid LuisApplication { get; private set; }

    public static Guid InsiderCandidate { get; private set; }
    public static Guid InsiderApplication { get; private set; }
    public static Guid OutsiderApplication { get; private set; }

    /// <summary>Theo: hired 46 days ago, managed by SalesManager, account NewHire.</summary>
    public static Guid TheoEmployee { get; private set; }

    public static Guid TheoRampPlan { get; private set; }
    public static Guid RepTemplate { get; private set; }
    public static Guid RepProfile { get; private set; }

    public virtual async Task InitializeAsync()
    {
        await Making.WaitAsync();
        try
        {
            if (made is null) await Make();
            else Begins = made;
        }
        finally
        {
            Making.Release();
        }
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>Fills every rating of a scorecard with the score and this evidence, and submits it.</summary>
    public Task SubmitScorecard(Guid interviewId, Guid authorId, int score, string evidence, Recommendation recommendation = Recommendation.Yes) => Save(async db =>
    {
        var card = await db.Scorecards.AsTracking().Include(s => s.Interview).Include(s => s.Ratings).Include(s => s.Revisions).SingleAsync(s => s.InterviewId == interviewId && s.AuthorId == authorId);
        var interview = await db.Interviews.SingleAsync(i => i.Id == interviewId);
        var kit = await db.Kits.Include(k => k.Questions).SingleAsync(k => k.Id == interview.KitId);
        card.Submit(new ScorecardContent(recommendation, evidence, [.. kit.Questions.Select(q => new ScorecardEntry(q.Id, score, false, evidence))]), kit, Now);
    });

    private async Task Make()
    {
        Administrator = await Account("Ada Admin", Role.Administrator);
        Hr = await Account("Hana Hr", Role.Hr);
        Lead = await Account("Leo Lead", Role.Lead, Role.Interviewer);
        OtherLead = await Account("Olga Otherlead", Role.Lead);
        InterviewerA = await Account("Ana Interviewer", Role.Interviewer);
        InterviewerB = await Account("Ben Interviewer", Role.Interviewer);
        SalesManager = await Account("Sam Manager", Role.SalesManager);
        OtherManager = await Account("Otto Manager", Role.SalesManager);
        NewHire = await Account("Theo Brandt", Role.NewHire);
        Executive = await Account("Eva Executive", Role.Executive);
        Insider = await Account("Ida Insider", Enum.GetValues<Role>());
        await Save(Fill);
        made = Keep();
    }

    private async Task Fill(TalentHubDb db)
    {
        var today = Today;
        var (repVersion, repQuestions) = Library(db, RoleLevel.Rep, "Field rep", ["Qualifies interest", "Closes in steps", "Coachability"]);
        var (vpVersion, vpQuestions) = Library(db, RoleLevel.Vp, "VP of Sales", ["Leads through managers", "Plans 12-18 months out", "Board-level reporting"]);
        RepProfile = repVersion.ProfileId;

        var rep = new Opening("Territory rep, North East", "Newcastle", repVersion, RoleLevel.Rep, false, Lead, today.AddDays(-31));
        rep.Join(InterviewerA, TeamPart.Interviewer);
        rep.Join(InterviewerB, TeamPart.Interviewer);
        var repStage = rep.AddStage("Panel: discovery and closing", StageKind.StructuredInterview, 50, [.. repVersion.Competencies.Select(c => c.CompetencyId)]);
        repStage.SetKit(repQuestions, false, Now);
        rep.Answer("where-found", "Through the regional network.", Hr, Now);
        rep.Start([]);
        var vp = new Opening("VP of Sales", null, vpVersion, RoleLevel.Vp, false, Executive, today.AddDays(-40));
        var vpStage = vp.AddStage("Structured interview", StageKind.StructuredInterview, 60, [.. vpVersion.Competencies.Select(c => c.CompetencyId)]);
        vpStage.SetKit(vpQuestions, false, Now);
        vp.Start([]);
        db.AddRange(rep, vp);
        (RepOpening, VpOpening, RepStage, VpStage) = (rep.Id, vp.Id, repStage.Id, vpStage.Id);

        var amara = new Candidate("Amara Osei", "amara@example.test", null, "Account executive, Brightwater", "Met at the trade show.", Now);
        var luis = new Candidate("Luis Ferreira", "luis@example.test", null, "Inside rep, Norte", null, Now);
        var amaraApplication = new Application(amara, rep, HireChannel.TradeShow, "Hannover", today.AddDays(-20), Now);
        var luisApplication = new Application(luis, rep, HireChannel.EmployeeReferral, null, today.AddDays(-10), Now);
        amaraApplication.MoveTo(repStage, Lead, Now);
        var interview = new Interview(amaraApplication, repStage, Now.AddDays(-1), 50, "Room 3", [InterviewerA, InterviewerB]);
        db.AddRange(amara, luis, amaraApplication, luisApplication, interview);
        (Amara, AmaraApplication, AmaraInterview, LuisApplication) = (amara.Id, amaraApplication.Id, interview.Id, luisApplication.Id);

        var insiderEmployee = new Employee("E-100", "Ida Insider", today.AddDays(-2000), "Direct", EmployeeSource.Entered);
        insiderEmployee.Place("Sales manager", RoleLevel.Manager, "North East", SalesManager);
        insiderEmployee.LinkTo(Insider);
        var insider = new Candidate("Ida Insider", "ida@example.test", null, "Sales manager here", null, Now);
        insider.LinkTo(insiderEmployee);
        var outsider = new Candidate("Selma Whitlock", "selma@example.test", null, "VP Sales, Carrow", null, Now);
        var insiderApplication = new Application(insider, vp, HireChannel.Internal, null, today.AddDays(-30), Now);
        var outsiderApplication = new Application(outsider, vp, HireChannel.Headhunter, null, today.AddDays(-30), Now);
        db.AddRange(insiderEmployee, insider, outsider, insiderApplication, outsiderApplication);
        (InsiderCandidate, InsiderApplication, OutsiderApplication) = (insider.Id, insiderApplication.Id, outsiderApplication.Id);

        var theo = new Employee("E-200", "Theo Brandt", today.AddDays(-46), "Employee referral", EmployeeSource.Entered);
        theo.Place("Territory rep", RoleLevel.Rep, "North East", SalesManager);
        theo.LinkTo(NewHire);
        var template = new RampTemplate("Field rep, long cycle", RoleLevel.Rep, "Field", TemplateBody());
        var plan = new RampPlan(theo, template, theo.HiredOn, SalesManager);
        db.AddRange(theo, template, plan);
        (TheoEmployee, TheoRampPlan, RepTemplate) = (theo.Id, plan.Id, template.Id);
        await Task.CompletedTask;
    }

    private (ProfileVersion, List<Question>) Library(TalentHubDb db, RoleLevel level, string name, string[] competencyNames)
    {
        var anchors = new Anchors("Cannot name an example", "Names one and what came of it", "Names two and the rule behind them");
        var competencies = competencyNames.Select(n => new Competency(n, level, $"{n}, as seen in what they did.", anchors with { })).ToList();
        var questions = competencies.Select(c => new Question(c, Wording.Of(QuestionKind.Behavioural, $"Tell me of a time that shows: {c.Name}?", ["What happened next?"], anchors with { }, 10), null, Now)).ToList();
        foreach (var question in questions) question.Approve(Hr, false, Now);
        var profile = new SuccessProfile(name, level, null);
        profile.Draft!.Weigh(competencies.Select((c, i) => (c, i == 0 ? 40 : 30, 3.5)));
        var version = profile.Draft!;
        profile.Publish(Hr, Now);
        db.AddRange(competencies);
        db.AddRange(questions);
        db.Add(profile);
        return (version, questions);
    }

    private static RampTemplateBody TemplateBody() => new(
        "Six-month cycle",
        [new("conversations", "Conversations", "conversations", [.. Enumerable.Repeat(10, RampPlan.Weeks)], null), new("meetings", "Qualified meetings", "meetings", [.. Enumerable.Repeat(3, RampPlan.Weeks)], null)],
        [new("conversations", "meetings", 0.3)],
        [new("territory", "Territory plan agreed", 14, "Plan signed by the manager"), new("first-meeting", "First qualified meeting", 30, "Meeting note in the CRM")],
        [new(30, "Is the effort there?", "80 % of activity targets"), new(60, "Is the skill coming?", "Half the meeting target"), new(90, "Would we hire again?", "12 qualified meetings")],
        [new("opens", "Opens with a reason")]);
}
