using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Auditing;
using TalentHub.Domain;
using TalentHub.Domain.Evidence;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Evidence;

namespace TalentHub.SliceTests.Evidence;

/// <summary>Asking for a reference, calling it back, and who may read what came.</summary>
public sealed partial class ReferenceTests : World
{
    private string Page => $"/applications/{AmaraApplication}/evidence";

    [Fact]
    public async Task The_link_is_shown_once_and_only_its_hash_is_kept()
    {
        var client = await Client(Lead);
        var answer = await client.Submit($"/applications/{AmaraApplication}/references/new", new()
        {
            ["Form.RefereeName"] = "Helen Ashworth",
            ["Form.RefereeEmail"] = "Helen@Example.test",
            ["Form.Relation"] = "Manager",
            ["Form.Agreed"] = "true",
            ["Form.ConsentOn"] = Today.ToString("yyyy-MM-dd"),
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var token = Link().Match(await client.GetStringAsync(Page)).Groups[1].Value;
        Assert.Equal(43, token.Length);
        Assert.DoesNotContain(token, await client.GetStringAsync(Page), StringComparison.Ordinal);
        var check = await Db(db => db.ReferenceChecks.SingleAsync());
        Assert.Equal((ReferenceToken.Hash(token), "helen@example.test", Now.AddDays(14), Today), (check.TokenHash, check.RefereeEmail, check.ExpiresAt, check.ConsentOn));
        Assert.Equal(7, check.Answers.Count);
        var row = await Db(db => db.AuditRows.SingleAsync(r => r.EntityType == nameof(ReferenceCheck)));
        Assert.Equal(("AskReference", Lead, Amara), (row.Action, row.ActorId, row.CandidateId!.Value));
        foreach (var hidden in new[] { token, check.TokenHash, "Helen" }) Assert.DoesNotContain(hidden, row.Changes, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await Client()).GetAsync($"/reference/{token}")).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_asked_twice_or_without_the_candidates_agreement()
    {
        var refused = await (await Client(Lead)).Submit($"/applications/{AmaraApplication}/references/new", new() { ["Form.RefereeName"] = "Helen typed", ["Form.Agreed"] = "false" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = await refused.Text();
        Assert.Contains("nobody is called behind their back", html, StringComparison.Ordinal);
        Assert.Contains("Helen typed", html, StringComparison.Ordinal);
        await Send(Lead, Ask());
        Assert.Equal("referee-known", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, Ask()))).Code);
        Assert.Equal("referee-is-candidate", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, Ask("amara@example.test")))).Code);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try { await Send(Hr, Ask("twice@example.test")); }
            catch (Exception refusal) when (refusal is RuleBroken or Web.Platform.Failures.AlreadyThere) { Assert.NotNull(refusal.Message); }
        }));
        Assert.Equal(2, await Db(db => db.ReferenceChecks.CountAsync()));
    }

    [Fact]
    public async Task Only_HR_and_the_leads_of_the_opening_ask_and_call_back()
    {
        var id = await this.Reference(AmaraApplication);
        foreach (var other in new[] { OtherLead, InterviewerA, Executive, Administrator })
        {
            await Assert.ThrowsAsync<NotFound>(() => Send(other, new AskReference.Query(AmaraApplication)));
            await Assert.ThrowsAsync<NotFound>(() => Send(other, Ask()));
            await Assert.ThrowsAsync<NotFound>(() => Send(other, new RevokeReference.Command(id)));
            await Assert.ThrowsAsync<NotFound>(() => Send(other, new SendReferenceAnew.Command(id, "")));
            await Assert.ThrowsAsync<NotFound>(() => Send(other, new ForgetReferee.Command(id)));
        }
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new AskReference.Query(InsiderApplication)));
        await Send(Lead, new RevokeReference.Command(id));
        Assert.Equal("RevokeReference", await Db(db => db.AuditRows.OrderByDescending(r => r.Seq).Select(r => r.Action).FirstAsync()));
        await Assert.ThrowsAsync<Forbidden>(() => Send(Lead, new ForgetReferee.Command(id)));
    }

    [Fact]
    public async Task The_link_goes_by_mail_when_somebody_says_so_and_is_stored_nowhere()
    {
        Mail.Configured = true;
        await Send(Lead, Ask());
        Assert.Empty(Mail.Letters);
        var ask = Ask();
        (ask.RefereeEmail, ask.SendMail) = ("another.referee@example.test", true);
        var link = await Send(Lead, ask);
        var letter = Assert.Single(Mail.Letters);
        Assert.Equal(("another.referee@example.test", "leo.lead@example.test"), (letter.To, letter.ReplyTo));
        Assert.StartsWith("https://hub.example.test/reference/", link.Address, StringComparison.Ordinal);
        Assert.Contains(link.Address, letter.Text, StringComparison.Ordinal);
        Assert.Empty(await Db(db => db.Letters.ToListAsync()));
    }

    [Fact]
    public async Task A_new_link_takes_the_place_of_the_old()
    {
        var id = await this.Reference(AmaraApplication);
        var anew = await Send(Lead, new SendReferenceAnew.Command(id, "https://hire.example"));
        Assert.StartsWith("https://hire.example/reference/", anew.Address, StringComparison.Ordinal);
        Assert.Contains(anew.Address, anew.Letter.Text, StringComparison.Ordinal);
        var client = await Client();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/reference/{Known.Token}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(anew.Address).AbsolutePath)).StatusCode);
    }

    [Fact]
    public async Task Who_still_owes_a_scorecard_reads_no_reference_and_an_interviewer_not_even_that_there_is_one()
    {
        await this.Reference(AmaraApplication, "MARK-said");
        foreach (var address in new[] { Page, $"/api{Page}" })
        {
            var shut = await (await Client(InterviewerA)).GetStringAsync(address);
            Assert.DoesNotContain("MARK-said", shut, StringComparison.Ordinal);
            Assert.DoesNotContain(Known.Referee, shut, StringComparison.Ordinal);
            Assert.Contains("MARK-said", await (await Client(Lead)).GetStringAsync(address), StringComparison.Ordinal);
        }
        await Save(async db => db.Add(new Domain.Interviews.Interview(await db.Applications.AsTracking().SingleAsync(a => a.Id == AmaraApplication),
            await db.Stages.Include(s => s.Kits).SingleAsync(s => s.Id == RepStage), Now.AddHours(-2), 50, null, [Lead])));
        var reference = (await Send(Lead, new ShowEvidence.Query(AmaraApplication))).References.Single();
        Assert.True(reference is { Said: null, AnsweredAt: not null });
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "Of my own.");
        Assert.Equal(7, (await Send(InterviewerA, new ShowEvidence.Query(AmaraApplication))).References.Single().Said!.Answers.Count);
        Assert.Empty((await Send(InterviewerB, new ShowEvidence.Query(AmaraApplication))).References);
        foreach (var other in new[] { OtherLead, Administrator, Executive, SalesManager })
            await Assert.ThrowsAsync<NotFound>(() => Send(other, new ShowEvidence.Query(AmaraApplication)));
    }

    [Fact]
    public async Task An_executive_reads_those_of_VP_openings_and_the_insider_none()
    {
        await this.Reference(OutsiderApplication, "MARK-said", "vp");
        Assert.NotNull((await Send(Executive, new ShowEvidence.Query(OutsiderApplication))).References.Single().Said);
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new ShowEvidence.Query(OutsiderApplication)));
        Assert.Empty(await Scoped(await Viewer(Insider), async s => await Data.Visibility.EvidenceVisibility.ReadableBy(s.GetRequiredService<Data.TalentHubDb>().ReferenceChecks, s.GetRequiredService<Data.TalentHubDb>(), await Viewer(Insider)).ToListAsync()));
    }

    [Fact]
    public async Task A_forgotten_referee_is_gone_from_the_file_and_from_the_trail_which_stays_whole()
    {
        var id = await this.Reference(AmaraApplication, "MARK-said");
        await Send(Hr, new ForgetReferee.Command(id));
        var trail = await (await Client(Hr)).GetStringAsync("/audit");
        Assert.DoesNotContain(Known.Referee, trail, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK-said", await (await Client(Hr)).GetStringAsync(Page), StringComparison.Ordinal);
        Assert.Equal(0, await Db(db => db.AuditPersonals.CountAsync(p => db.AuditRows.Any(r => r.Seq == p.Seq && r.EntityType == nameof(ReferenceCheck)))));
        Assert.Equal([4, 4, 4, 4, 4, 4, 4], (await Db(db => db.ReferenceChecks.SingleAsync())).Answers.Select(a => a.Score!.Value));
        var check = await Scoped(Domain.Access.Viewer.Console, s => s.GetRequiredService<AuditVerifier>().Check(default));
        Assert.True(check.Whole, check.Problem);
    }

    private static AskReference.Command Ask(string email = "helen@example.test") =>
        new() { Id = AmaraApplication, RefereeName = "Helen Ashworth", RefereeEmail = email, Relation = RefereeRelation.Manager, Agreed = true, ConsentOn = new DateOnly(2026, 11, 20) };

    [GeneratedRegex("/reference/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
