using System.Net;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Candidates;

namespace TalentHub.SliceTests.Candidates;

[Covers(typeof(TalentHub.Web.Features.Candidates.OpeningChoices))]
public sealed class AddCandidateTests : World
{
    [Fact]
    public async Task A_lead_adds_a_person_with_their_application_and_the_trail_says_so()
    {
        var added = await Send(Lead, new AddCandidate.Command { Name = "Mira Holt", Email = "Mira@Example.test", OpeningId = RepOpening, Channel = HireChannel.TradeShow, ChannelDetail = "Hannover" });
        var file = await Send(Lead, new ShowCandidate.Query(added.CandidateId));
        Assert.Equal(("Mira Holt", "mira@example.test", HireChannel.TradeShow), (file.Name, file.Email, Assert.Single(file.Applications).Channel));
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.CandidateId == added.CandidateId && r.Action == nameof(AddCandidate) && r.ActorId == Lead)));
    }

    [Fact]
    public async Task An_opening_is_needed_by_all_but_HR()
    {
        Assert.Equal("opening-needed", await Broken(Lead, new AddCandidate.Command { Name = "Mira Holt" }));
        Assert.Null((await Send(Hr, new AddCandidate.Command { Name = "Mira Holt" })).ApplicationId);
        Assert.Equal("opening-unknown", await Broken(OtherLead, new AddCandidate.Command { Name = "Mira Holt", OpeningId = RepOpening, Channel = HireChannel.Network }));
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new AddCandidate.Command { Name = "Mira Holt", OpeningId = RepOpening, Channel = HireChannel.Network }));
    }

    [Fact]
    public async Task A_known_address_names_the_person_in_reach_and_nobody_out_of_reach()
    {
        var known = await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new AddCandidate.Command { Name = "A. Osei", Email = " AMARA@example.test", OpeningId = RepOpening, Channel = HireChannel.Network }));
        Assert.Equal("email-known", known.Code);
        Assert.Contains("Amara Osei", known.Message, StringComparison.Ordinal);
        var neutral = await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new AddCandidate.Command { Name = "S. Whitlock", Email = "selma@example.test", OpeningId = RepOpening, Channel = HireChannel.Network }));
        Assert.Equal("email-unavailable", neutral.Code);
        Assert.DoesNotContain("Selma", neutral.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_offers_an_application_instead_of_a_second_person()
    {
        using var client = await Client(Lead);
        var response = await client.Post("/candidates/new", "/candidates/new", ("Form.Name", "A. Osei"), ("Form.Email", "amara@example.test"), ("Form.OpeningId", $"{RepOpening}"), ("Form.Channel", "Direct"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.Document();
        Assert.NotNull(page.QuerySelector($"a[href^='/candidates/{Amara}']"));
        Assert.Equal("A. Osei", page.QuerySelector("#Form_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_posts_at_once_make_one_person_and_one_sentence()
    {
        using var client = await Client(Hr);
        await client.Page("/candidates/new");
        (string, string?)[] fields = [("Form.Name", "Mira Holt"), ("Form.Email", "mira@example.test"), ("Form.Channel", "Direct")];
        var answers = await Task.WhenAll(client.Post("/candidates/new", "/candidates/new", fields), client.Post("/candidates/new", "/candidates/new", fields));
        Assert.Equal(HttpStatusCode.Redirect, answers.Min(a => a.StatusCode));
        var refused = answers.MaxBy(a => a.StatusCode)!;
        Assert.Contains(refused.StatusCode, new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict });
        Assert.NotEmpty((await refused.Document()).QuerySelector(".banner.bad")!.TextContent.Trim());
        Assert.Equal(1, await Db(db => db.Candidates.CountAsync(c => c.Email == "mira@example.test")));
    }

    [Fact]
    public async Task Someone_who_works_here_is_recorded_by_HR_alone_and_never_for_a_team_they_are_on()
    {
        var command = new AddCandidate.Command { Name = "Theo Brandt", OpeningId = RepOpening, Employee = "E-200" };
        Assert.Equal("insider-by-hr", await Broken(Lead, command));
        Assert.Equal("employee-unknown", await Broken(Hr, command with { Employee = "E-999" }));
        Assert.Equal("insider-unnamed", await Broken(Hr, command with { Employee = null, Channel = HireChannel.Internal }));
        Assert.Equal("employee-known", await Broken(Hr, command with { Employee = "Ida Insider" }));
        await Save(async db => (await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == RepOpening)).Join(NewHire, TeamPart.Interviewer));
        Assert.Equal("insider-on-team", await Broken(Hr, command));
        var added = await Send(Hr, command with { OpeningId = VpOpening, Employee = "theo brandt" });
        Assert.Equal(HireChannel.Internal, Assert.Single((await Send(Hr, new ShowCandidate.Query(added.CandidateId))).Applications).Channel);
    }

    [Fact]
    public async Task Nobody_keeps_their_own_file_or_a_reports()
    {
        await Save(async db => { db.RoleGrants.Add(new(SalesManager, Domain.Access.Role.Hr, Administrator, Now)); await Task.CompletedTask; });
        Assert.Equal("own-file", await Broken(Insider, new AddCandidate.Command { Name = "Ida Insider", OpeningId = RepOpening, Employee = "E-100" }));
        // The same answer for a report who is on file and for one who is not.
        Assert.Equal("own-report", await Broken(SalesManager, new AddCandidate.Command { Name = "Ida Insider", OpeningId = RepOpening, Employee = "E-100" }));
        Assert.Equal("own-report", await Broken(SalesManager, new AddCandidate.Command { Name = "Theo Brandt", OpeningId = RepOpening, Employee = "E-200" }));
    }

    [Fact]
    public async Task How_somebody_was_found_is_asked_and_not_guessed()
    {
        var refused = await Assert.ThrowsAsync<ValidationException>(() => Send(Lead, new AddCandidate.Command { Name = "Mira Holt", OpeningId = RepOpening }));
        Assert.Equal(nameof(AddCandidate.Command.Channel), Assert.Single(refused.Errors).PropertyName);
        Assert.Equal("channel-needed", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new ApplyForOpening.Command { CandidateId = Amara, OpeningId = VpOpening }))).Code);
    }

    [Fact]
    public async Task The_same_person_applies_once_for_an_opening()
    {
        Assert.Equal("already-applied", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new ApplyForOpening.Command { CandidateId = Amara, OpeningId = RepOpening, Channel = HireChannel.Network }))).Code);
        var application = await Send(Hr, new ApplyForOpening.Command { CandidateId = Amara, OpeningId = VpOpening, Channel = HireChannel.Network });
        Assert.Equal(2, (await Send(Hr, new ShowCandidate.Query(Amara))).Applications.Count);
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new ShowApplication.Query(application)));
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new ApplyForOpening.Command { CandidateId = Amara, OpeningId = RepOpening, Channel = HireChannel.Network }));
    }

    private async Task<string> Broken(Guid account, AddCandidate.Command command) => (await Assert.ThrowsAsync<RuleBroken>(() => Send(account, command))).Code;
}
