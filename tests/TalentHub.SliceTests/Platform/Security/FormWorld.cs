using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Exits;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;
using TalentHub.Seed;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Debriefs;
using TalentHub.SliceTests.Evidence;
using TalentHub.Web.Features.Access;
using TalentHub.Web.Features.Debriefs;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.SliceTests.Platform.Security;

/// <summary>A company in which every form there is can be found by somebody who may use it, and the search for them.</summary>
public abstract class FormWorld : DebriefWorld
{
    /// <summary>A form, and the client it was shown to.</summary>
    internal sealed record Shown(FoundForm Form, PostHandlers.Handler Handler, HttpClient Client, bool SignedIn);

    protected override void Adjust(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IPrinter, PlainPrinter>());

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await AmaraDebriefed();
        await HeldAndProposedAgain();
        await Score(await Plan(LuisApplication, RepStage, InterviewerA), InterviewerA, "Asked before he answered", Recommendation.Yes, 4, 4, 4);
        await this.Result(LuisApplication, note: "As the vendor says.");
        await this.Reference(LuisApplication);
        await Save(Add);
    }

    /// <summary>A hold that can still be taken back, and a proposal to vote on.</summary>
    private async Task HeldAndProposedAgain()
    {
        var hold = await Form(Hr, AmaraApplication);
        (hold.Outcome, hold.Reasons) = (DecisionOutcome.Hold, "Hear a reference first.");
        await Send(Hr, hold);
        var proposal = (await Send(Lead, new ProposeDecision.Query(AmaraApplication))).Blank();
        (proposal.Outcome, proposal.Reasons) = (DecisionOutcome.Reject, "The reference said little.");
        await Send(Lead, proposal);
    }

    private async Task Add(TalentHubDb db)
    {
        var leaver = new Employee("E-300", "Lena Leaver", Today.AddDays(-400), "Agency", EmployeeSource.Entered);
        leaver.Place("Territory rep", RoleLevel.Rep, "North East", SalesManager);
        var done = new Employee("E-301", "Dora Done", Today.AddDays(-95), "Agency", EmployeeSource.Entered);
        done.Place("Territory rep", RoleLevel.Rep, "North East", SalesManager);
        db.AddRange(leaver, new Exit(leaver, ExitDirection.TheyLeft, Today.AddDays(-10), Hr, Now), done, new RampPlan(done, await db.RampTemplates.AsTracking().FirstAsync(t => t.Id == RepTemplate), done.HiredOn, SalesManager));
        (await db.Stages.AsTracking().SingleAsync(s => s.Id == RepStage)).Seat(1, [InterviewerA, InterviewerB]);
        var plan = await db.RampPlans.AsTracking().Include(p => p.Milestones).SingleAsync(p => p.Id == TheoRampPlan);
        plan.Reach(plan.Milestones[0].Id, Today.AddDays(-3), null, SalesManager, Today);
        var version = await db.ProfileVersions.AsTracking().Include(v => v.Profile).Include(v => v.Competencies).SingleAsync(v => v.ProfileId == RepProfile);
        var draft = new Opening("Inside rep, spare parts", "Reading", version, RoleLevel.Rep, false, Lead, Today.AddDays(-2));
        foreach (var stage in new[] { "Screen", "Panel" }) draft.AddStage(stage, StageKind.StructuredInterview, 50, [.. version.Competencies.Select(c => c.CompetencyId)]);
        var asked = await db.Kits.Where(k => k.StageId == RepStage).SelectMany(k => k.Questions).Select(q => q.QuestionId).ToListAsync();
        var questions = await db.Questions.AsTracking().Include(q => q.Competency).Where(q => asked.Contains(q.Id)).ToListAsync();
        var ready = new Opening("Inside rep, ready to start", "Reading", version, RoleLevel.Rep, false, Lead, Today.AddDays(-1));
        ready.Join(InterviewerA, TeamPart.Interviewer);
        foreach (var stage in new[] { "First talk", "Second talk" }) ready.AddStage(stage, StageKind.StructuredInterview, 50, [.. version.Competencies.Select(c => c.CompetencyId)]).SetKit(questions, false, Now);
        foreach (var question in Content.Preparation(RoleLevel.Rep)) ready.Answer(question.Key, "Said in the kick-off.", Lead, Now);
        db.AddRange(ready, new Opening("Inside rep, no plan yet", "Reading", version, RoleLevel.Rep, false, Lead, Today));
        var competency = await db.Competencies.AsTracking().FirstAsync();
        db.AddRange(draft, new SuccessProfile("Key account rep", RoleLevel.Rep, null), new Question(competency, Wording.Of(QuestionKind.Behavioural, "What did you drop to close that one?", [], competency.Anchors with { }, 10), null, Now));
        db.Add(new MailTemplate(LetterKind.PanelInvitation, "Come and listen", "Here: {{link}}", Hr, Now));
        var lost = new Letter(LetterKind.PanelInvitation, "lost", new Addressee(InterviewerA, null, "Ana Interviewer", "ana@example.test"), new LetterAbout(RepOpening, AmaraApplication, AmaraInterview), new LetterContent("Come", "Here"), Now);
        db.Add(lost);
        db.Entry(lost).Property(l => l.State).CurrentValue = LetterState.Undeliverable;
        db.Marks.Add(new DatabaseMark { Name = DatabaseMark.Demo, At = Now });
        var people = await db.Users.AsTracking().ToListAsync();
        people.Single(a => a.Id == OtherManager).DisabledAt = Now;
        people.Single(a => a.Id == Executive).DemoNote = "Chooses.";
    }

    /// <summary>One of each form, most fields first, so that what ends things comes last.</summary>
    internal async Task<List<Shown>> Forms()
    {
        var handlers = (await PostHandlers.All(this)).ToHashSet();
        var routes = await Routes.Readable(this);
        var routeOf = routes.SelectMany(r => r.Addresses.Select(a => (a, r.Route))).ToDictionary(p => p.a, p => p.Route);
        var forms = new Dictionary<string, Shown>();
        void Take(IEnumerable<FoundForm> found, HttpClient client, bool signedIn)
        {
            foreach (var form in found)
                if (routeOf.TryGetValue(form.Path, out var route) && handlers.Contains(new(route, form.Handler)))
                    forms.TryAdd($"{route}?{form.Handler}:{form.Shape}", new(form, new(route, form.Handler), client, signedIn));
        }
        foreach (var account in new Guid?[] { null, Hr, Administrator, InterviewerA, Lead, SalesManager })
        {
            var client = await Client(account);
            foreach (var route in routes.Where(r => handlers.Any(h => h.Route == r.Route && !forms.Values.Any(f => f.Handler == h))))
                foreach (var address in (await Addresses(route, account)).TakeWhile(_ => handlers.Any(h => h.Route == route.Route && !forms.Values.Any(f => f.Handler == h))))
                    Take(FoundForm.In(FoundForm.Parse(await client.Page(address)), address), client, account is not null);
        }
        foreach (var upload in forms.Values.Where(f => f.Form.Fields.Any(x => x.Kind == "file")).ToList())
            Take(await AfterUpload(upload), upload.Client, true);
        return [.. forms.Values.OrderByDescending(f => f.Form.Fields.Count(x => x.Kind != "hidden")).ThenBy(f => $"{f.Handler}", StringComparer.Ordinal)];
    }

    /// <summary>The last first: of the accounts, that is one nobody here works as.</summary>
    private async Task<IEnumerable<string>> Addresses(Routes.Filled route, Guid? account) => route.Route is "/invite" && account is null
        ? [(await Send(Administrator, new MakeLink.Command(NewHire))).Path]
        : route.Addresses.Reverse();

    /// <summary>One file that every import takes: each finds the columns it knows.</summary>
    private async Task<IEnumerable<FoundForm>> AfterUpload(Shown upload)
    {
        var competency = await Db(db => db.Competencies.Where(c => c.Level == RoleLevel.Rep).Select(c => c.Name).FirstAsync());
        // A candidate brought in must be new, a result brought in must be of somebody known.
        var email = upload.Form.Path == "/assessments/import" ? "luis@example.test" : "nora@example.test";
        var file = new StringContent($"employee_no,hired_on,left_on,hire_channel,name,email,level,competency,question,anchor_1,anchor_3,anchor_5,percentile,vendor,test,date,opening\nE-901,2026-01-05,,Agency,Nora Test,{email},Rep,{competency},Which order was late?,a,b,c,74,Northgate,Style,2026-11-01,{RepOpening}\n");
        var content = new MultipartFormDataContent { { new StringContent(await TokenOf(upload.Client, upload.Form.Page)), "__RequestVerificationToken" } };
        foreach (var field in upload.Form.Fields)
            if (field.Kind == "file") content.Add(file, field.Name, "people.csv");
            else content.Add(new StringContent(field.Value), field.Name);
        using var answer = await upload.Client.PostAsync(upload.Form.Action, content);
        return FoundForm.In(FoundForm.Parse(await answer.Text()), upload.Form.Page);
    }

    internal static async Task<string> TokenOf(HttpClient client, string page) =>
        FoundForm.Parse(await client.Page(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
