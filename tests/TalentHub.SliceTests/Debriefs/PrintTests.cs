using System.Net;
using TalentHub.Domain;
using TalentHub.Domain.Interviews;
using TalentHub.SliceTests.Platform.Printing;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.SliceTests.Debriefs;

public sealed class PrintTests : DebriefWorld
{
    [Fact]
    public async Task The_dossier_says_who_rated_what_where_the_panel_splits_and_for_whom_it_was_printed()
    {
        await AmaraDebriefed();
        var answer = await (await Client(Lead)).GetAsync($"/applications/{AmaraApplication}/dossier.pdf");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        var pdf = await answer.Content.ReadAsByteArrayAsync();
        var text = await Poppler.TextAsync(pdf);
        foreach (var expected in new[] { "Amara Osei", "Where the panel splits: Coachability", "Blamed the buyer", "too few to say", "Confidential · printed for Leo Lead, 21 Nov 2026 09:00 UTC", "Appendix", "Tell me of a time" })
            Assert.Contains(expected, text);
        Assert.Contains("Tagged:", await Poppler.InfoAsync(pdf));
    }

    [Fact]
    public async Task The_dossier_waits_for_the_debrief_and_is_not_a_strangers()
    {
        await Score(AmaraInterview, InterviewerA, "Named two", Recommendation.Yes, 4, 4, 4);
        Assert.Equal("debrief-first", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new Dossier.Query(AmaraApplication)))).Code);
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new Dossier.Query(AmaraApplication)));
        await Assert.ThrowsAsync<Forbidden>(() => Send(InterviewerB, new Dossier.Query(AmaraApplication)));
    }

    [Fact]
    public async Task The_comparison_prints_figure_numbers_and_signatures()
    {
        await VpScored();
        var client = await Client(Executive);
        var pdf = await client.GetByteArrayAsync($"/openings/{VpOpening}/comparison.pdf");
        var text = await Poppler.TextAsync(pdf);
        foreach (var expected in new[] { "VP of Sales", "Ida Insider", "internal", "a clear lead", "If this weight doubles", "References are not recorded.", "Executive sponsor, date", "printed for Eva Executive" })
            Assert.Contains(expected, text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(Insider)).GetAsync($"/openings/{VpOpening}/comparison.pdf")).StatusCode);
    }

    [Fact]
    public async Task Without_a_scorecard_in_reach_there_is_nothing_to_print()
    {
        Assert.Equal("nothing-to-print", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Executive, new Comparison.Print(VpOpening, [])))).Code);
        await Score(VpInterviewOutsider, Hr, "MARK", Recommendation.Yes, 5, 4, 5);
        await Assert.ThrowsAsync<Forbidden>(() => Send(InterviewerA, new Comparison.Print(VpOpening, [])));
    }

    [Fact]
    public async Task The_debrief_prints_agenda_strip_grid_agreement_votes_and_the_next_step()
    {
        await AmaraDebriefed();
        var form = (await Send(Lead, new ProposeDecision.Query(AmaraApplication))).Blank();
        (form.Outcome, form.Reasons, form.NextStep) = (DecisionOutcome.Hold, "Hear a reference first.", "Call the last manager");
        await Send(Lead, form);
        var proposal = (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Proposal!.Id;
        await Send(InterviewerB, new CastVote.Command { Id = AmaraApplication, ProposalId = proposal, Stand = Stand.Against, Words = "I heard enough." });
        var decide = await Form(Lead, AmaraApplication);
        (decide.Outcome, decide.Reasons) = (DecisionOutcome.Hold, "As proposed.");
        await Send(Lead, decide);
        var text = await Poppler.TextAsync(await (await Client(Lead)).GetByteArrayAsync($"/applications/{AmaraApplication}/debrief.pdf"));
        foreach (var expected in new[] { "What to talk about", "Coachability", "Ana Interviewer", "Who said what", "too few ratings to say how far the panel agrees", "Not adjusted for severity", "1 against, 1 not voted", "No majority decides", "I heard enough.", "Call the last manager", "Hold", "printed for Leo Lead" })
            Assert.Contains(expected, text);
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new DebriefPaper.Query(AmaraApplication)));
    }

    [Fact]
    public async Task The_debriefs_paper_waits_for_the_debrief()
    {
        await Score(AmaraInterview, InterviewerA, "Named two", Recommendation.Yes, 4, 4, 4);
        Assert.Equal("debrief-first", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new DebriefPaper.Query(AmaraApplication)))).Code);
        await Assert.ThrowsAsync<Forbidden>(() => Send(InterviewerB, new DebriefPaper.Query(AmaraApplication)));
    }

    /// <summary>Another candidate of the opening counts for severity only once their debrief is open to whoever prints.</summary>
    [Fact]
    public async Task Severity_goes_by_candidates_whose_debrief_is_open()
    {
        await VpScored();
        await Send(Executive, new OpenDebrief.Command { Id = OutsiderApplication });
        Assert.Null((await Send(Executive, new DebriefPaper.Query(OutsiderApplication))).Severity);
        await Send(Executive, new OpenDebrief.Command { Id = InsiderApplication });
        var both = await Send(Executive, new DebriefPaper.Query(OutsiderApplication));
        Assert.Equal((2, true), (both.Compared, both.Severity!.Fit.Connected));
        await Plan(InsiderApplication, VpStage, Executive);
        Assert.Null((await Send(Executive, new DebriefPaper.Query(OutsiderApplication))).Severity);
    }
}
