using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;
using TalentHub.SliceTests.Evidence;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Interviews;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.SliceTests.Platform.Security;

/// <summary>T2 and T3: marker texts are planted and every address is asked for as every account.</summary>
public sealed class CrawlTests : World
{
    private const string Marker = "zebra-quartz-4711";
    private const string RefereeMarker = "ibis-granite-5520";
    private const string DraftMarker = "lynx-basalt-1302";

    [Fact]
    public async Task A_scorecard_not_yet_open_to_a_viewer_leaks_nowhere()
    {
        var second = await GiveEveryReaderAScorecardOfTheirOwn();
        await Draft(second, InterviewerA);
        await SubmitScorecard(AmaraInterview, InterviewerA, 5, $"Evidence {Marker}.", Recommendation.StrongYes);
        await this.Result(AmaraApplication, note: $"Note {Marker}.");
        await this.Reference(AmaraApplication, $"Reference {Marker}.");
        await LettersLeave();
        // The insider holds HR's role too and owes nothing here, so may read it: this opening is not theirs.
        foreach (var account in new[] { Administrator, Hr, Lead, OtherLead, InterviewerB, SalesManager, OtherManager, NewHire, Executive })
            Assert.Empty(await Hits(account, Marker, DraftMarker));

        // The same crawl finds it once it may be found: the check can fail.
        await SubmitScorecard(AmaraInterview, InterviewerB, 2, "Of my own.");
        var found = await Hits(InterviewerB, Marker, DraftMarker);
        Assert.NotEmpty(found);
        Assert.DoesNotContain(found, f => f.Contains(DraftMarker, StringComparison.Ordinal));
    }

    /// <summary>The insider holds every role and owes no scorecard, and still reads no draft.</summary>
    [Fact]
    public async Task An_insider_finds_no_trace_of_their_candidacy_whatever_their_roles()
    {
        await Draft(AmaraInterview, InterviewerA);
        await this.Result(OutsiderApplication, note: RefereeMarker);
        await this.Reference(InsiderApplication, RefereeMarker, "insider");
        await Save(async db => (await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == VpOpening)).Join(InterviewerB, Domain.Openings.TeamPart.Interviewer));
        foreach (var application in new[] { InsiderApplication, OutsiderApplication })
            await Send(Executive, new PlanInterview.Command { Id = application, StageId = VpStage, StartsAt = Now.AddDays(application == InsiderApplication ? 2 : 3), Panel = [InterviewerB], InviteCandidate = true });
        Assert.NotEmpty(await Db(db => db.Letters.Where(l => l.ApplicationId == InsiderApplication && l.ToCandidateId == null).ToListAsync()));
        string[] traces = [InsiderCandidate.ToString(), InsiderApplication.ToString(), OutsiderApplication.ToString(), VpOpening.ToString(), VpStage.ToString(), "Selma Whitlock", "Sales manager here", DraftMarker, RefereeMarker, Known.Referee];
        Assert.Empty(await Hits(Insider, traces));
        Assert.NotEmpty(await Hits(Executive, "Selma Whitlock"));
        Assert.NotEmpty(await Hits(Executive, RefereeMarker));
        Assert.NotEmpty(await Hits(InterviewerA, DraftMarker));
    }

    [Fact]
    public async Task A_manager_finds_no_trace_of_a_reports_candidacy_until_HR_says_so()
    {
        await Save(async db =>
        {
            foreach (var role in new[] { Domain.Access.Role.Hr, Domain.Access.Role.Executive })
                db.RoleGrants.Add(new Domain.Access.RoleGrant(SalesManager, role, Hr, Now));
            await Task.CompletedTask;
        });
        await this.Reference(InsiderApplication, RefereeMarker, "insider");
        Assert.Empty(await Hits(SalesManager, InsiderApplication.ToString(), RefereeMarker));
        await Save(async db => (await db.Applications.AsTracking().SingleAsync(a => a.Id == InsiderApplication)).InformManager(Now));
        Assert.NotEmpty(await Hits(SalesManager, InsiderApplication.ToString()));
    }

    [Fact]
    public async Task Nobody_signed_in_reaches_only_the_doors()
    {
        var client = await Client();
        var open = new List<string>();
        foreach (var route in await Routes.Readable(this))
            foreach (var address in route.Addresses.Take(1))
            {
                using var answer = await client.GetAsync(address);
                if (answer.IsSuccessStatusCode) open.Add(route.Route);
                Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
            }
        Assert.Equal(["/api/openapi.json", "/reference/sent", "/reset", "/sign-in"], open.Where(o => o is not "/problem/{status:int}").Order());
    }

    /// <summary>Reminders about the very scorecards, invitations, and calendar entries: whatever the outbox and the calendars say.</summary>
    private async Task LettersLeave()
    {
        Clock.Advance(TimeSpan.FromHours(3));
        await Send(Domain.Access.Viewer.Console, new RemindInterviewers.Command());
        await Send(Lead, new PlanInterview.Command { Id = LuisApplication, StageId = RepStage, StartsAt = Now.AddDays(2), Panel = [InterviewerA], InviteCandidate = true });
        Assert.Equal([LetterKind.PanelInvitation, LetterKind.ScorecardReminder, LetterKind.CandidateInvitation], await Db(db => db.Letters.Select(l => l.Kind).Distinct().OrderBy(k => k).ToListAsync()));
    }

    protected override void Adjust(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IPrinter, PlainPrinter>());

    /// <summary>Addresses whose answer to this account holds one of the texts.</summary>
    private async Task<List<string>> Hits(Guid account, params string[] texts)
    {
        var client = await Client(account);
        var hits = new List<string>();
        var addresses = (await Routes.Readable(this)).SelectMany(r => r.Addresses)
            .Concat(["/search?q=amara", "/search?q=zebra-quartz", "/search?q=selma", "/search?q=insider&partial=1", "/candidates?q=zebra-quartz", "/candidates?q=selma", "/api/candidates?q=ida"]);
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
            if (answer.StatusCode != HttpStatusCode.OK) continue;
            var body = await answer.Content.ReadAsStringAsync();
            hits.AddRange(texts.Where(t => body.Contains(t, StringComparison.OrdinalIgnoreCase)).Select(t => $"{t} at {address}"));
        }
        return hits;
    }

    /// <summary>A second interview of the same candidate, so that lead and HR owe a scorecard on the application too.</summary>
    private async Task<Guid> GiveEveryReaderAScorecardOfTheirOwn()
    {
        var id = Guid.Empty;
        await Save(async db =>
        {
            var application = await db.Applications.AsTracking().SingleAsync(a => a.Id == AmaraApplication);
            var stage = await db.Stages.Include(s => s.Kits).SingleAsync(s => s.Id == RepStage);
            var interview = new Interview(application, stage, Now.AddHours(-2), 50, null, [Lead, Hr, InterviewerA]);
            db.Add(interview);
            id = interview.Id;
        });
        return id;
    }

    private Task Draft(Guid interviewId, Guid author) => Save(async db =>
    {
        var card = await db.Scorecards.AsTracking().Include(s => s.Ratings).SingleAsync(s => s.InterviewId == interviewId && s.AuthorId == author);
        var kit = await db.Kits.Include(k => k.Questions).SingleAsync(k => k.StageId == RepStage);
        card.SaveDraft(1, card.Version, new ScorecardContent(Recommendation.Yes, $"Draft {DraftMarker}", [new ScorecardEntry(kit.Questions[0].Id, 4, false, DraftMarker)]), kit.Lines(), Now);
    });
}
