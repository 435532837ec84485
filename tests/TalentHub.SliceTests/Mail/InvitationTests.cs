using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using TalentHub.Domain.Mail;
using TalentHub.Web.Features.Interviews;
using TalentHub.Web.Platform.Mail;

namespace TalentHub.SliceTests.Mail;

/// <summary>What planning, moving and calling off an interview sends, read back by a mail program and a calendar that are not ours.</summary>
public sealed class InvitationTests : MailWorld
{
    private const string London = "Europe/London";
    private const string NewYork = "America/New_York";

    [Fact]
    public async Task Across_the_change_of_summer_time_ten_in_the_morning_stays_ten_in_the_morning()
    {
        // British clocks go forward on 28 March 2027, American ones on 14 March.
        await Send(Lead, Plan(InterviewerA) with { StartsAt = new DateTime(2027, 3, 26, 10, 0, 0), Zone = London });
        await Send(Lead, Plan(InterviewerA) with { StartsAt = new DateTime(2027, 3, 29, 10, 0, 0), Zone = London });
        await Send(Lead, Plan(InterviewerA) with { StartsAt = new DateTime(2027, 3, 12, 10, 0, 0), Zone = NewYork });
        await Send(Lead, Plan(InterviewerA) with { StartsAt = new DateTime(2027, 3, 15, 10, 0, 0), Zone = NewYork });
        var entries = (await Received()).Select(r => r.Calendar!).ToList();
        Assert.Equal(["2027-03-26 10:00", "2027-03-29 10:00", "2027-03-12 15:00", "2027-03-15 14:00"], entries.Select(e => e.London));
        Assert.Equal(["2027-03-26 06:00", "2027-03-29 05:00", "2027-03-12 10:00", "2027-03-15 10:00"], entries.Select(e => e.NewYork));
        Assert.All(entries, e => Assert.Equal((50, "REQUEST", "REQUEST", "CONFIRMED", "PRIVATE"), (e.Minutes, e.Method, e.ContentMethod, e.Status, e.Class)));
        Assert.All(entries, e => Assert.Empty(e.Faults));
    }

    [Fact]
    public async Task Each_reads_the_time_where_they_are()
    {
        await Live(InterviewerA, NewYork);
        await Live(InterviewerB, London);
        await Send(Lead, Plan(InterviewerA, InterviewerB) with { StartsAt = new DateTime(2027, 1, 12, 15, 0, 0), Zone = London });
        var received = await Received();
        Assert.Contains("Tuesday 12 January 2027, 10:00–10:50 New York time", received.Single(r => r.To[0].StartsWith("ana", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 12 January 2027, 15:00–15:50 London time", received.Single(r => r.To[0].StartsWith("ben", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_leads_to_the_scorecard_and_answers_go_to_whoever_planned_it()
    {
        var id = await Send(Lead, Plan(InterviewerA, InterviewerB));
        var letter = (await Received()).Single(r => r.To[0].StartsWith("ana", StringComparison.Ordinal));
        Assert.Contains($"https://hub.example.test/interviews/{id}/scorecard", letter.Text, StringComparison.Ordinal);
        Assert.Equal(["leo.lead@example.test"], letter.ReplyTo);
        Assert.Equal("mailto:leo.lead@example.test", Assert.Single(letter.Calendar!.Organizer).Address);
        Assert.Equal("mailto:ana.interviewer@example.test", Assert.Single(letter.Calendar.Attendees).Address);
        Assert.Contains("Luis Ferreira", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("Ana Interviewer, Ben Interviewer", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Outbox(), l => l.ToCandidateId is not null);
    }

    [Fact]
    public async Task Names_and_places_with_every_awkward_character_come_through_whole()
    {
        await Save(async db =>
        {
            (await db.Users.AsTracking().SingleAsync(u => u.Id == InterviewerA)).DisplayName = "Zoë \"Zed\" O'Neil; Æsop, Jr.";
            (await db.Candidates.AsTracking().SingleAsync(c => c.Applications.Any(a => a.Id == LuisApplication))).Describe("Luís Ferreira-Ñandú; 第一 <script>alert(1)</script>", "luis@example.test", null, null, null);
        });
        var place = "Room 4, \\ second floor; ask for \"Æsop\" " + new string('ü', 60);
        await Send(Lead, Plan(InterviewerA) with { Place = place });
        var letter = Assert.Single(await Received());
        Assert.Equal(place, letter.Calendar!.Location);
        Assert.Contains("Luís Ferreira-Ñandú; 第一 <script>alert(1)</script>", letter.Calendar.Summary, StringComparison.Ordinal);
        Assert.Equal(letter.Text.Trim(), letter.Calendar.Description.Trim());
        var written = (await Outbox())[0].Calendar!;
        Assert.All(written.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_move_is_the_same_entry_with_a_higher_number_and_a_call_off_ends_it()
    {
        var id = await Send(Lead, Plan(InterviewerA));
        var form = (await Send(Lead, new ChangeInterview.Query(id))).Form;
        await Send(Lead, form with { StartsAt = form.StartsAt!.Value.AddDays(1) });
        form = (await Send(Lead, new ChangeInterview.Query(id))).Form;
        await Send(Lead, form with { Place = "Harbour room" });
        await Send(Lead, (await Send(Lead, new ChangeInterview.Query(id))).Form);
        await Send(Lead, new ChangeInterview.Cancel(id));
        var entries = (await Received()).Select(r => r.Calendar!).ToList();
        Assert.Equal([("REQUEST", 0), ("REQUEST", 1), ("REQUEST", 2), ("CANCEL", 3)], entries.Select(e => (e.Method, e.Sequence)));
        Assert.Single(entries.Select(e => e.Uid).Distinct());
        Assert.Equal("CANCELLED", entries[^1].Status);
    }

    [Fact]
    public async Task The_candidate_hears_only_when_somebody_says_so()
    {
        var id = await Send(Lead, Plan(InterviewerA) with { InviteCandidate = true, Zone = NewYork, StartsAt = new DateTime(2027, 1, 12, 9, 0, 0) });
        var form = (await Send(Lead, new ChangeInterview.Query(id))).Form;
        Assert.True(form.TellCandidate);
        await Send(Lead, form with { StartsAt = form.StartsAt!.Value.AddHours(1), TellCandidate = false });
        form = (await Send(Lead, new ChangeInterview.Query(id))).Form;
        await Send(Lead, form with { StartsAt = form.StartsAt!.Value.AddHours(1) });
        await Send(Lead, new ChangeInterview.Cancel(id, TellCandidate: true));
        var theirs = (await Received()).Where(r => r.To[0] == "luis@example.test").ToList();
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], theirs.Select(r => r.Calendar!.Method));
        Assert.Equal([0, 2, 3], theirs.Select(r => r.Calendar!.Sequence));
        Assert.Contains("09:00–09:50 New York time", theirs[0].Text, StringComparison.Ordinal);
        Assert.Contains("Ana Interviewer", theirs[0].Text, StringComparison.Ordinal);
        // Nothing that leads into the product, and nobody else's address.
        Assert.All(theirs, r => Assert.DoesNotContain("hub.example.test/", r.Text + r.Calendar!.Description, StringComparison.Ordinal));
        Assert.All(theirs, r => Assert.Equal("mailto:luis@example.test", Assert.Single(r.Calendar!.Attendees).Address));
    }

    [Fact]
    public async Task Of_an_insider_no_letter_says_the_name()
    {
        await Send(Executive, new PlanInterview.Command { Id = InsiderApplication, StageId = VpStage, StartsAt = Now.AddDays(1), Minutes = 60, Panel = [Executive] });
        var letter = Assert.Single(await Received());
        Assert.DoesNotContain("Ida", letter.Subject + letter.Text + letter.Calendar!.Summary + letter.Calendar.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("VP of Sales", letter.Subject + letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confidential_search_stays_unnamed_too()
    {
        await Save(async db => (await db.Openings.AsTracking().SingleAsync(o => o.Id == RepOpening)).Describe("Territory rep, North East", null, confidential: true));
        await Send(Lead, Plan(InterviewerA));
        var letter = Assert.Single(await Received());
        Assert.DoesNotContain("Luis", letter.Subject + letter.Text + letter.Calendar!.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Territory rep", letter.Subject + letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_become_a_candidate_there_hears_of_the_panel_no_more()
    {
        var id = await Send(Lead, Plan(InterviewerA, InterviewerB));
        await Save(async db =>
        {
            var opening = await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == RepOpening);
            opening.Leave(InterviewerB);
            var employee = new Domain.Employees.Employee("E-700", "Ben Interviewer", Today.AddDays(-400), "Agency", Domain.Employees.EmployeeSource.Entered);
            employee.LinkTo(InterviewerB);
            var file = new Domain.Candidates.Candidate("Ben Interviewer", null, null, null, null, Now);
            file.LinkTo(employee);
            db.AddRange(employee, file, new Domain.Candidates.Application(file, opening, Domain.Values.HireChannel.Internal, null, Today, Now));
        });
        await Save(db => db.Letters.ExecuteDeleteAsync());
        var form = (await Send(Lead, new ChangeInterview.Query(id))).Form;
        await Send(Lead, form with { StartsAt = form.StartsAt!.Value.AddDays(1) });
        await Send(Lead, new ChangeInterview.Cancel(id));
        Assert.All(await Outbox(), l => Assert.Equal(InterviewerA, l.ToAccountId));
        Assert.Equal(2, (await Outbox()).Count);
        Assert.DoesNotContain("Ben", string.Concat((await Outbox()).Select(l => l.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://*:8080", "http://localhost:8080")]
    [InlineData("http://0.0.0.0:5080;http://127.0.0.1:1", "http://localhost:5080")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    public void Wherever_it_listens_links_lead_somewhere(string urls, string site)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["urls"] = urls }).Build();
        Assert.Equal(site, MailOptions.Read(settings, "/tmp").SiteAddress);
    }

    [Fact]
    public async Task A_letter_is_written_with_what_it_tells_of_or_not_at_all()
    {
        await Broken("panel-not-on-team", () => Send(Lead, Plan(InterviewerA, OtherLead)));
        Assert.Empty(await Outbox());
    }

    [Fact]
    public async Task Who_joins_a_panel_is_invited_and_who_leaves_it_is_told()
    {
        var id = await Send(Lead, Plan(InterviewerA));
        await Send(Lead, new ChangePanel.Seat(id, InterviewerB));
        await Send(Lead, new ChangePanel.Unseat(id, InterviewerA));
        Assert.Equal([(LetterKind.PanelInvitation, InterviewerA), (LetterKind.PanelInvitation, InterviewerB), (LetterKind.PanelCancellation, InterviewerA)], (await Outbox()).Select(l => (l.Kind, l.ToAccountId!.Value)));
    }

    [Fact]
    public async Task The_entry_can_be_fetched_by_hand_by_those_who_see_the_interview()
    {
        var text = await (await Client(InterviewerA)).GetStringAsync($"/api/interviews/{AmaraInterview}/calendar.ics");
        Assert.Contains("METHOD:PUBLISH", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Interview: Amara Osei", text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Domain.NotFound>(() => Send(OtherLead, new FetchCalendar.Query(AmaraInterview)));
    }

    /// <summary>What the outbox holds, after a mail server and a mail program had it.</summary>
    private async Task<IReadOnlyList<Received>> Received()
    {
        using var postman = new Postman();
        await postman.Come();
        await Deliver(new SmtpTransport(postman.Options));
        return await postman.Taken();
    }
}
