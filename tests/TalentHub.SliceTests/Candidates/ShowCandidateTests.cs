using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Candidates;

namespace TalentHub.SliceTests.Candidates;

public sealed class ShowCandidateTests : World
{
    [Fact]
    public async Task Each_sees_of_a_person_what_they_reach()
    {
        Assert.Equal("Territory rep, North East", Assert.Single((await Send(InterviewerA, new ShowCandidate.Query(Amara))).Applications).Opening);
        foreach (var outsider in new[] { OtherLead, Executive, Administrator, SalesManager })
            await Assert.ThrowsAsync<NotFound>(() => Send(outsider, new ShowCandidate.Query(Amara)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new ShowCandidate.Query(InsiderCandidate)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new ShowApplication.Query(OutsiderApplication)));
    }

    [Fact]
    public async Task That_a_scorecard_is_in_is_told_to_the_lead_and_not_to_the_panel()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "MARKER-EVIDENCE");
        async Task<bool?> Said(Guid account) => (await Send(account, new ShowCandidate.Query(Amara))).Applications[0].Interviews[0].Panel.Single(p => p.AccountId == InterviewerA).Submitted;
        Assert.True(await Said(Lead));
        Assert.True(await Said(InterviewerA));
        Assert.Null(await Said(InterviewerB));
        using var client = await Client(Hr);
        foreach (var address in new[] { $"/candidates/{Amara}", $"/applications/{AmaraApplication}", $"/openings/{RepOpening}/candidates", $"/api/candidates/{Amara}" })
            Assert.DoesNotContain("MARKER-EVIDENCE", await client.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_take_few_commands()
    {
        using var client = await Client(Hr);
        await client.Page($"/candidates/{Amara}");
        foreach (var address in new[] { $"/candidates/{Amara}", $"/applications/{AmaraApplication}", $"/openings/{RepOpening}/candidates", $"/candidates/{Amara}/edit" })
            Assert.InRange(await Sql.During(() => client.Page(address)), 1, 10);
    }

    [Fact]
    public async Task A_stale_edit_shows_both_versions()
    {
        using var client = await Client(Lead);
        var version = (await client.Page($"/candidates/{Amara}/edit")).QuerySelector("#Form_Version")!.GetAttribute("value");
        await Send(Hr, (await Send(Hr, new EditCandidate.Query(Amara))) with { Headline = "Team lead, Brightwater" });
        var response = await client.Post($"/candidates/{Amara}/edit", $"/candidates/{Amara}/edit", ("Form.Version", version), ("Form.Name", "Amara Osei"), ("Form.Headline", "Regional manager"));
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var text = (await response.Document()).QuerySelector(".conflict")!.TextContent;
        Assert.Contains("Team lead, Brightwater", text, StringComparison.Ordinal);
        Assert.Contains("Regional manager", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_are_changed_by_those_who_work_on_the_person()
    {
        var form = await Send(Lead, new EditCandidate.Query(Amara));
        await Send(Lead, form with { Phone = "0191 555 0100" });
        Assert.Equal("0191 555 0100", (await Send(Hr, new ShowCandidate.Query(Amara))).Phone);
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.CandidateId == Amara && r.Action == nameof(EditCandidate))));
        Assert.Equal("email-known", (await Assert.ThrowsAsync<RuleBroken>(async () => await Send(Lead, (await Send(Lead, new EditCandidate.Query(Amara))) with { Email = "luis@example.test" }))).Code);
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new EditCandidate.Query(Amara)));
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, form));
    }

    [Fact]
    public async Task The_API_sends_the_same_requests()
    {
        using var client = await Client(Lead);
        Assert.Contains("Amara Osei", await client.GetStringAsync("/api/candidates?q=amara"), StringComparison.Ordinal);
        Assert.Contains("Territory rep", await client.GetStringAsync($"/api/candidates/{Amara}"), StringComparison.Ordinal);
        var token = (await client.Page("/candidates/new")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        client.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        var created = await client.PostAsJsonAsync("/api/candidates", new { name = "Mira Holt", openingId = RepOpening, channel = "Network" });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsJsonAsync("/api/candidates", new { name = "", openingId = RepOpening })).StatusCode);
        using var other = await Client(OtherLead);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/candidates/{Amara}")).StatusCode);
    }
}
