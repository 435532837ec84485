using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Interviews;
using TalentHub.SliceTests.Access;
using TalentHub.Web.Features.Debriefs;
using TalentHub.Web.Features.Home;

namespace TalentHub.SliceTests.Debriefs;

/// <summary>A proposal, the panel's votes on it, and the decision that reads them without counting.</summary>
public sealed class VoteTests : DebriefWorld
{
    private string Address => $"/applications/{AmaraApplication}/debrief";

    [Fact]
    public async Task Who_may_decide_proposes_with_reasons_by_competency_and_a_next_step()
    {
        await AmaraDebriefed();
        var form = (await Send(Lead, new ProposeDecision.Query(AmaraApplication))).Blank();
        Assert.Equal((null as DecisionOutcome?, 3), (form.Outcome, form.On.Count));
        form.Outcome = DecisionOutcome.Hire;
        form.On[0].Words = "Two deals, step by step.";
        (form.NextStep, form.NextStepOwner, form.NextStepOn) = ("Offer in writing", Lead, Today.AddDays(6));
        await Send(Lead, form);
        var proposal = (await Send(InterviewerA, new ShowDebrief.Query(AmaraApplication))).Proposal!;
        Assert.Equal((DecisionOutcome.Hire, "Leo Lead", "Offer in writing (Leo Lead, by 27 Nov 2026)"), (proposal.Outcome, proposal.By, proposal.Next!.InWords));
        Assert.Equal("Two deals, step by step.", proposal.On.Single().Words);
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.EntityType == nameof(Proposal) && r.ActorId == Lead && !r.Changes.Contains("Two deals"))));
        var html = await (await Client(InterviewerA)).Page(Address);
        foreach (var words in new[] { "Proposed: hire", "Two deals, step by step.", "Offer in writing", "2 not voted" }) Assert.Contains(words, html);
    }

    [Fact]
    public async Task A_proposal_needs_its_debrief_a_reason_a_known_competency_and_a_day_to_come()
    {
        var early = new ProposeDecision.Command { Id = AmaraApplication, Version = await Version(), Outcome = DecisionOutcome.Hold, Reasons = "Wait." };
        Assert.Equal("debrief-first", await BrokenBy(Lead, early));
        Assert.NotNull((await Send(Lead, new ProposeDecision.Query(AmaraApplication))).Lock);
        await AmaraDebriefed();
        foreach (var (code, spoil) in new (string, Action<ProposeDecision.Command>)[]
        {
            ("reason-elsewhere", f => f.On = [new() { CompetencyId = Guid.NewGuid(), Words = "No." }]), ("next-step-missing", f => f.NextStepOwner = Lead),
            ("next-step-past", f => (f.NextStep, f.NextStepOn) = ("Offer", Today.AddDays(-1))), ("next-step-owner", f => (f.NextStep, f.NextStepOwner) = ("Offer", NewHire)),
            ("reason-twice", f => f.On = [.. f.On, new() { CompetencyId = f.On[0].CompetencyId, Words = "Again." }]),
        })
        {
            var form = (await Send(Lead, new ProposeDecision.Query(AmaraApplication))).Blank();
            (form.Outcome, form.Reasons, form.On[0].Words) = (DecisionOutcome.Hire, "Good.", "Good.");
            spoil(form);
            Assert.Equal(code, await BrokenBy(Lead, form));
        }
        await Assert.ThrowsAsync<FluentValidation.ValidationException>(() => Send(Lead, new ProposeDecision.Command { Id = AmaraApplication, Outcome = DecisionOutcome.Hire }));
        await Assert.ThrowsAsync<Conflict>(() => Send(Lead, early with { Version = 1 }));
        foreach (var account in new[] { InterviewerA, OtherLead, Executive, Administrator })
            await Assert.ThrowsAsync<NotFound>(() => Send(account, early));
        Assert.False(await Db(db => db.Proposals.AnyAsync()));
    }

    [Fact]
    public async Task Each_panellist_votes_against_with_words_and_may_change_until_the_decision()
    {
        var proposal = await Proposed();
        Assert.Contains((await Send(InterviewerB, new Today.Query())).Things, t => t.Kind == "Vote");
        Assert.DoesNotContain((await Send(Lead, new Today.Query())).Things, t => t.Kind == "Vote");
        Assert.Equal("dissent-missing", await BrokenBy(InterviewerB, Vote(proposal, Stand.Against)));
        await Send(InterviewerB, Vote(proposal, Stand.Against, "Blames the buyer."));
        await Send(InterviewerA, Vote(proposal, Stand.Abstain));
        await Send(InterviewerA, Vote(proposal, Stand.For));
        var sheet = await Send(InterviewerB, new ShowDebrief.Query(AmaraApplication));
        Assert.Equal("1 for, 1 against", sheet.Proposal!.Tally(sheet.Panel));
        Assert.Equal([("Ana Interviewer", Stand.For), ("Ben Interviewer", Stand.Against)], sheet.Proposal.Votes.Select(v => (v.Name, v.Stand)));
        Assert.Equal("Blames the buyer.", sheet.OwnVote!.Words);
        Assert.DoesNotContain((await Send(InterviewerB, new Today.Query())).Things, t => t.Kind == "Vote");
        Assert.False(await Db(db => db.AuditRows.AnyAsync(r => r.EntityType == nameof(Domain.Interviews.Vote) && r.Changes.Contains("Blames"))));
        await Send(Lead, await Hold());
        Assert.Equal("vote-closed", await BrokenBy(InterviewerB, Vote(proposal, Stand.For)));
    }

    [Fact]
    public async Task Only_who_met_the_candidate_votes_and_on_the_proposal_they_read()
    {
        var proposal = await Proposed();
        Assert.Equal("vote-not-panel", await BrokenBy(Lead, Vote(proposal, Stand.For)));
        foreach (var account in new[] { OtherLead, Executive, SalesManager, Administrator, NewHire }) await Assert.ThrowsAsync<NotFound>(() => Send(account, Vote(proposal, Stand.For)));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await Proposed(DecisionOutcome.Reject);
        Assert.Equal("proposal-replaced", await BrokenBy(InterviewerA, Vote(proposal, Stand.For)));
        await Send(InterviewerA, Vote(second, Stand.For));
        Assert.Contains("Earlier proposals", await (await Client(InterviewerA)).Page(Address));
    }

    [Fact]
    public async Task Whoever_owes_a_scorecard_again_neither_sees_the_votes_nor_votes_nor_proposes()
    {
        var proposal = await Proposed();
        await Send(InterviewerB, Vote(proposal, Stand.Against, "MARK-dissent"));
        await Plan(AmaraApplication, RepStage, InterviewerA, Lead);
        Assert.Equal("own-scorecard-first", await BrokenBy(InterviewerA, Vote(proposal, Stand.For)));
        Assert.Equal("own-scorecard-first", await BrokenBy(Lead, new ProposeDecision.Command { Id = AmaraApplication, Version = await Version(), Outcome = DecisionOutcome.Hold, Reasons = "Wait." }));
        foreach (var account in new[] { InterviewerA, Lead })
        {
            var client = await Client(account);
            Assert.DoesNotContain("MARK-dissent", await client.Page(Address));
            Assert.DoesNotContain("MARK-dissent", await client.Page($"/api{Address}"));
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{Address}.pdf")).StatusCode);
        }
        Assert.Contains("MARK-dissent", await (await Client(Hr)).Page($"/api{Address}"));
        Assert.DoesNotContain((await Send(InterviewerA, new Today.Query())).Things, t => t.Kind == "Vote");
    }

    [Fact]
    public async Task Twenty_votes_of_one_person_at_once_are_one_vote()
    {
        var proposal = await Proposed();
        var viewer = await Viewer(InterviewerA);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Send(viewer, Vote(proposal, i % 2 == 0 ? Stand.For : Stand.Abstain)))));
        Assert.Single((await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Proposal!.Votes);
    }

    [Fact]
    public async Task The_decider_sees_the_count_no_majority_decides_and_a_vote_against_is_the_dissent()
    {
        var proposal = await Proposed();
        await Send(InterviewerA, Vote(proposal, Stand.Against, "Too soon."));
        await Send(InterviewerB, Vote(proposal, Stand.Against, "Blames the buyer."));
        var view = await Send(Lead, new DecideForm.Query(AmaraApplication));
        Assert.Equal("2 against", view.Tally);
        var form = view.Blank();
        // The proposal's words stand beside the form, not in it: whoever decides gives their own.
        Assert.Equal((null as DecisionOutcome?, null as string, "On the evidence."), (form.Outcome, form.Reasons, view.Proposal!.Reasons));
        (form.Outcome, form.Reasons) = (DecisionOutcome.Hire, "Both know her less than the customers do.");
        (form.StartsOn, form.ManagerId) = (Today.AddDays(30), SalesManager);
        form.Dissents.Single(d => d.AccountId == InterviewerA).Words = "And said so in the room.";
        await Send(Lead, form);
        var decided = (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Decisions.Single();
        Assert.Equal(proposal, decided.ProposalId);
        Assert.Equal([("Ana Interviewer", "Too soon.\nAnd said so in the room."), ("Ben Interviewer", "Blames the buyer.")], decided.Dissents.Select(d => (d.Name, d.Words)));
        var html = await (await Client(Lead)).Page(Address);
        Assert.Contains("Hire, by Leo Lead: 2 against.", html);
        Assert.DoesNotContain("majority of", html);
    }

    [Fact]
    public async Task Deciding_otherwise_than_proposed_takes_no_vote_for_a_dissent()
    {
        var proposal = await Proposed();
        await Send(InterviewerB, Vote(proposal, Stand.Against, "Blames the buyer."));
        var form = await Form(Lead, AmaraApplication);
        (form.Outcome, form.Reasons, form.On) = (DecisionOutcome.Reject, null, [new() { CompetencyId = form.On[0].CompetencyId, Words = "Nobody saw a close." }]);
        await Send(Lead, form);
        var decided = (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Decisions.Single();
        Assert.Empty(decided.Dissents);
        Assert.Equal(("", "Nobody saw a close."), (decided.Reasons, decided.On.Single().Words));
        Assert.Contains("The decision went another way.", await (await Client(Lead)).Page(Address));
    }

    [Fact]
    public async Task A_plain_form_proposes_and_another_votes_and_a_broken_one_keeps_what_was_typed()
    {
        await AmaraDebriefed();
        var lead = await Client(Lead);
        var (broken, body) = await Forms.Post(lead, $"/applications/{AmaraApplication}/propose", new() { ["Form.NextStep"] = "Typed already" });
        Assert.Equal(422, broken);
        Assert.Contains("Typed already", body);
        Assert.Contains("Please write why", body);
        Assert.Equal(302, (await Forms.Post(lead, $"/applications/{AmaraApplication}/propose", new() { ["Form.Outcome"] = "Hold", ["Form.Reasons"] = "Hear a reference first." })).Status);
        var proposal = await Db(db => db.Proposals.Select(p => p.Id).SingleAsync());
        var client = await Client(InterviewerB);
        var fields = new Dictionary<string, string> { ["Vote.ProposalId"] = $"{proposal}", ["Vote.Stand"] = "Against", ["Vote.Words"] = "" };
        var refused = await client.Submit(Address, fields, $"{Address}?handler=Vote");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Please write why you are against it", await refused.Text());
        fields["Vote.Words"] = "I heard enough.";
        Assert.Equal(HttpStatusCode.Redirect, (await client.Submit(Address, fields, $"{Address}?handler=Vote")).StatusCode);
        var page = await client.Page(Address);
        Assert.Contains("I heard enough.", page);
        Assert.Contains("Change my vote", page);
        Assert.InRange(await Sql.During(() => client.GetStringAsync(Address)), 1, 10);
        Assert.InRange(await Sql.During(() => lead.GetStringAsync($"/applications/{AmaraApplication}/decide")), 1, 10);
        Assert.InRange(await Sql.During(() => lead.GetStringAsync($"/applications/{AmaraApplication}/propose")), 1, 10);
    }

    [Fact]
    public async Task Whoever_votes_or_takes_back_too_late_keeps_what_they_wrote()
    {
        var proposal = await Proposed();
        await Send(Lead, await Hold());
        var decision = await Db(db => db.Decisions.Select(d => d.Id).SingleAsync());
        var late = await (await Client(InterviewerB)).Submit(Address, new() { ["Vote.ProposalId"] = $"{proposal}", ["Vote.Stand"] = "Against", ["Vote.Words"] = "I was about to say no." }, $"{Address}?handler=Vote");
        var page = await late.Text();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("The decision has been taken, so the votes stand as they were.", page);
        Assert.Contains("I was about to say no.", page);
        Clock.Advance(TimeSpan.FromMinutes(61));
        var over = await (await Client(Lead)).Submit(Address, new() { ["Back.DecisionId"] = $"{decision}", ["Back.Version"] = $"{await Version()}", ["Back.Reason"] = "Mixed up two names." }, $"{Address}?handler=TakeBack");
        page = await over.Text();
        Assert.Contains("A decision can be taken back within the hour", page);
        Assert.Contains("Mixed up two names.", page);
    }

    /// <summary>Rule 4, with every role in one hand.</summary>
    [Fact]
    public async Task The_insider_finds_no_proposal_and_no_vote()
    {
        await VpScored();
        await Send(Executive, new OpenDebrief.Command { Id = InsiderApplication });
        var form = (await Send(Executive, new ProposeDecision.Query(InsiderApplication))).Blank();
        (form.Outcome, form.Reasons) = (DecisionOutcome.Hold, "MARK-proposal");
        await Send(Executive, form);
        var proposal = await Db(db => db.Proposals.Select(p => p.Id).SingleAsync());
        var client = await Client(Insider);
        foreach (var address in new[] { "debrief", "debrief.pdf", "propose" }) Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/applications/{InsiderApplication}/{address}")).StatusCode);
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new CastVote.Command { Id = InsiderApplication, ProposalId = proposal, Stand = Stand.For }));
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, form));
        Assert.DoesNotContain("MARK-proposal", await client.Page("/"));
    }

    private async Task<Guid> Proposed(DecisionOutcome outcome = DecisionOutcome.Hire)
    {
        if (!await Db(db => db.Debriefs.AnyAsync())) await AmaraDebriefed();
        var form = (await Send(Lead, new ProposeDecision.Query(AmaraApplication))).Blank();
        (form.Outcome, form.Reasons) = (outcome, "On the evidence.");
        await Send(Lead, form);
        return await Db(db => db.Proposals.OrderByDescending(p => p.At).Select(p => p.Id).FirstAsync());
    }

    private async Task<Decide.Command> Hold()
    {
        var form = await Form(Lead, AmaraApplication);
        (form.Outcome, form.Reasons) = (DecisionOutcome.Hold, "Hear a reference first.");
        return form;
    }

    private CastVote.Command Vote(Guid proposal, Stand stand, string? words = null) => new() { Id = AmaraApplication, ProposalId = proposal, Stand = stand, Words = words };

    private Task<int> Version() => Db(db => db.Applications.Where(a => a.Id == AmaraApplication).Select(a => a.Version).SingleAsync());

    private async Task<string> BrokenBy<T>(Guid account, MediatR.IRequest<T> request) => (await Assert.ThrowsAsync<RuleBroken>(() => Send(account, request))).Code;
}
