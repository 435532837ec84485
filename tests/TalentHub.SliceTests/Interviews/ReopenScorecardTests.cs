using System.Net;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Features.Debriefs;
using TalentHub.Web.Features.Home;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>HR makes a submitted scorecard a draft again: it counts for nothing until it is back, and the record says all of it.</summary>
public sealed class ReopenScorecardTests : Scoring
{
    private const string Reason = "Two candidates were mixed up.";
    private const string Marker = "Vermilion words of the reopened draft";

    /// <summary>Both hand in, A with a 5 everywhere, B with a 2; the debrief opens where asked.</summary>
    private async Task<Guid> BothIn(bool debrief = false)
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 5, "first words");
        await SubmitScorecard(AmaraInterview, InterviewerB, 2, "words of B");
        if (debrief)
            await Save(async db => (await db.Applications.AsTracking().Include(a => a.Scorecards).Include(a => a.Debrief).SingleAsync(a => a.Id == AmaraApplication)).OpenDebrief(Lead, null, Now));
        return await IdOf(InterviewerA);
    }

    private async Task<ReopenScorecard.Command> Form(Guid card) => (await Send(Hr, new ReopenScorecard.Query(card))).Form with { Reason = Reason };

    [Fact]
    public async Task It_is_its_authors_draft_again_with_a_banner_and_due_again()
    {
        var id = await BothIn();
        Clock.Advance(TimeSpan.FromHours(1));
        var client = await Client(Hr);
        Assert.Contains($"/scorecards/{id}/reopen", await client.GetStringAsync($"/scorecards/{id}"), StringComparison.Ordinal);
        var (_, fields) = await Open(client, $"/scorecards/{id}/reopen", "main form");
        var bare = await Post(client, $"/scorecards/{id}/reopen", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        Set(fields, "Form.Reason", Reason);
        Assert.Equal($"/applications/{AmaraApplication}/debrief", (await Post(client, $"/scorecards/{id}/reopen", fields)).Headers.Location!.ToString());

        var author = await Client(InterviewerA);
        var page = await Html(await author.GetAsync($"/interviews/{AmaraInterview}/scorecard"));
        Assert.Contains("Hana Hr reopened it on 21 November", page.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Reason, page.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("draft again, not submitted", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Fields(page), f => f.Value == "first words");
        var due = Assert.Single((await Send(InterviewerA, new MyInterviews.Query())).Due);
        Assert.Equal(("Hana Hr", Reason), (due.Reopened!.By, due.Reopened.Reason));
        Assert.Contains("Hana Hr reopened it on", await author.GetStringAsync("/interviews"), StringComparison.Ordinal);
        Assert.Contains((await Send(InterviewerA, new Today.Query())).Things, t => t.Kind == "Scorecard reopened");
        Assert.Contains("reopened", (await Html(await client.GetAsync($"/applications/{AmaraApplication}/debrief"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_it_is_back_it_is_in_no_number_nobody_reads_it_and_its_author_reads_nobody()
    {
        var id = await BothIn(debrief: true);
        await Send(InterviewerA, new ReadScorecard.Query(await IdOf(InterviewerB)));
        await Send(Hr, await Form(id));
        var draft = await Draft(InterviewerA, Marker, "1");
        draft.RedFlags = [$"{Marker}, flagged"];
        await Send(InterviewerA, draft);

        await Assert.ThrowsAsync<NotFound>(async () => await Send(InterviewerA, new ReadScorecard.Query(await IdOf(InterviewerB))));
        foreach (var other in new[] { Hr, Lead, InterviewerB, Executive })
            await Assert.ThrowsAsync<NotFound>(() => Send(other, new ReadScorecard.Query(id)));
        var sheet = await Send(Lead, new ShowDebrief.Query(AmaraApplication));
        Assert.Equal(["Ben Interviewer"], sheet.Reading!.Voices.Select(v => v.Author));
        Assert.Equal(["Ana Interviewer, Panel: discovery and closing"], sheet.Reading.Reopened);
        Assert.All(sheet.Reading.Competencies, c => Assert.Equal([2.0], c.Values));
        Assert.NotNull((await Send(InterviewerA, new ShowDebrief.Query(AmaraApplication))).Lock);
        var lead = await Client(Lead);
        foreach (var url in new[] { $"/applications/{AmaraApplication}/debrief", $"/applications/{AmaraApplication}/decide", $"/openings/{RepOpening}/compare", $"/applications/{AmaraApplication}", $"/candidates/{Amara}", $"/api/applications/{AmaraApplication}/debrief" })
        {
            var said = await (await lead.GetAsync(url)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("Vermilion", said, StringComparison.Ordinal);
            Assert.DoesNotContain("first words", said, StringComparison.Ordinal);
        }
        Assert.Contains("Ana Interviewer, Panel: discovery and closing <span class=\"muted\">(reopened)</span>", await lead.GetStringAsync($"/applications/{AmaraApplication}/debrief"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handed_in_again_both_versions_stand_and_the_debrief_says_that_the_others_had_been_open()
    {
        var id = await BothIn(debrief: true);
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Send(Hr, await Form(id));
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Send(InterviewerA, Submission(await Draft(InterviewerA, "second words", "3")));
        var view = await Send(Lead, new ReadScorecard.Query(id));
        Assert.Equal([1, 2], view.Revisions.Select(r => r.Number));
        Assert.Contains(view.Revisions[1].Changes, c => c.Before.Contains("first words", StringComparison.Ordinal) && c.After.Contains("second words", StringComparison.Ordinal));
        var read = (await Html(await (await Client(Lead)).GetAsync($"/scorecards/{id}"))).QuerySelector("#versions")!.TextContent;
        Assert.All(["Reopened by Hana Hr", Reason, "Handed in again (version 2)"], words => Assert.Contains(words, read, StringComparison.Ordinal));
        var sheet = await Send(Lead, new ShowDebrief.Query(AmaraApplication));
        Assert.Equal([true, false], sheet.Reading!.Voices.Select(v => v.AfterOthers));
        Assert.Empty(sheet.Reading.Reopened);
        Assert.Contains("handed in again after the others were open", await (await Client(Lead)).GetStringAsync($"/applications/{AmaraApplication}/debrief"), StringComparison.Ordinal);
        Assert.Equal(1, await Db(db => db.Debriefs.CountAsync(d => d.ApplicationId == AmaraApplication)));
    }

    [Fact]
    public async Task With_nobody_else_in_before_it_stays_blind()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 5, "first words");
        var id = await IdOf(InterviewerA);
        await Send(Hr, await Form(id));
        await SubmitScorecard(AmaraInterview, InterviewerB, 2, "words of B");
        await Send(InterviewerA, Submission(await Draft(InterviewerA, "second words", "3")));
        Assert.False((await Send(Lead, new ReadScorecard.Query(id))).Reopenings.Single().OthersOpen);
    }

    [Fact]
    public async Task The_trail_says_who_and_when_and_not_why()
    {
        await Send(Hr, await Form(await BothIn()));
        var rows = await Db(db => db.AuditRows.Where(r => r.Action == nameof(ReopenScorecard)).ToListAsync());
        var row = Assert.Single(rows, r => r.EntityType == nameof(ScorecardReopening));
        Assert.Equal((Hr, RepOpening), (row.ActorId, row.OpeningId!.Value));
        Assert.DoesNotContain("mixed up", string.Concat(rows.Select(r => r.Changes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_HR_and_never_their_own_nor_what_they_may_not_read()
    {
        var id = await BothIn();
        var form = await Form(id);
        foreach (var other in new[] { InterviewerA, InterviewerB, Lead, Executive, SalesManager })
        {
            await Assert.ThrowsAsync<NotFound>(() => Send(other, form));
            Assert.Equal(HttpStatusCode.NotFound, (await (await Client(other)).GetAsync($"/scorecards/{id}/reopen")).StatusCode);
        }
        var own = await Panel(Hr, InterviewerB);
        await Assert.ThrowsAsync<NotFound>(() => Send(Hr, form));
        await SubmitScorecard(own, Hr, 3, "HR's own");
        var mine = await IdOf(Hr, own);
        await Assert.ThrowsAsync<Forbidden>(() => Send(Hr, new ReopenScorecard.Query(mine)));
        await Assert.ThrowsAsync<Forbidden>(() => Send(Hr, new ReopenScorecard.Command { Id = mine, Version = 99, Reason = Reason }));
        await Assert.ThrowsAsync<ValidationException>(() => Send(Hr, form with { Reason = " " }));
        await Send(Hr, form);
    }

    /// <summary>Rule 4: the insider is in HR too, and a candidate for this opening.</summary>
    [Fact]
    public async Task An_insider_finds_nothing_to_reopen_in_the_opening_they_apply_for()
    {
        var interview = Guid.Empty;
        await Save(async db =>
        {
            var planned = new Interview(await db.Applications.AsTracking().SingleAsync(a => a.Id == OutsiderApplication), await db.Stages.AsTracking().Include(s => s.Kits).SingleAsync(s => s.Id == VpStage), Now.AddDays(-1), 60, null, [Executive]);
            db.Add(planned);
            interview = planned.Id;
        });
        await SubmitScorecard(interview, Executive, 4, "not for them");
        var id = await IdOf(Executive, interview);
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new ReopenScorecard.Query(id)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new ReopenScorecard.Command { Id = id, Version = 2, Reason = Reason }));
        Assert.True((await Send(Hr, new ReadScorecard.Query(id))).MayReopen);
    }

    [Fact]
    public async Task After_the_decision_neither_reopening_nor_handing_in_again()
    {
        var id = await BothIn(debrief: true);
        var late = await Form(await IdOf(InterviewerB));
        await Send(Hr, await Form(id));
        var draft = await Draft(InterviewerA, "too late");
        await Save(async db =>
        {
            var application = await db.Applications.AsTracking().Include(a => a.Scorecards).Include(a => a.Debrief).SingleAsync(a => a.Id == AmaraApplication);
            application.Decide(DecisionOutcome.Reject, "Not this time.", null, [], false, Lead, Now);
        });
        Assert.Equal("decided", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, late))).Code);
        Assert.Equal("decided", (await Assert.ThrowsAsync<RuleBroken>(() => Send(InterviewerA, Submission(draft)))).Code);
        Assert.False((await Send(Hr, new ReadScorecard.Query(await IdOf(InterviewerB)))).MayReopen);
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_and_a_card_that_changed_meanwhile_is_a_conflict()
    {
        var id = await BothIn();
        var form = await Form(id);
        var amendment = (await Send(InterviewerA, new AmendScorecard.Query(id))).Form;
        (amendment.Reason, amendment.Summary) = ("Recalled something.", "Recalled.");
        await Send(InterviewerA, amendment);
        await Assert.ThrowsAsync<Conflict>(() => Send(Hr, form));
        form = await Form(id);
        var viewer = await Viewer(Hr);
        var done = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Send(viewer, form))));
        Assert.All(done, application => Assert.Equal(AmaraApplication, application));
        Assert.Equal(1, await Db(db => db.Set<ScorecardReopening>().CountAsync(r => r.ScorecardId == id)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Hr, form with { Reason = "Another reason." }));
        await Assert.ThrowsAsync<Conflict>(() => Send(InterviewerA, amendment));
    }

    [Fact]
    public async Task Whoever_was_amending_it_at_that_moment_keeps_what_they_typed()
    {
        var id = await BothIn();
        var client = await Client(InterviewerA);
        var (_, fields) = await Open(client, $"/scorecards/{id}/amend");
        await Send(Hr, await Form(id));
        Set(fields, "Reason", "Recalled something.");
        Set(fields, "Summary", "typed with care");
        var late = await Post(client, $"/scorecards/{id}/amend", fields);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var again = Fields(await Html(late));
        Assert.Contains(again, f => f.Value == "typed with care");
        var told = await Post(client, $"/scorecards/{id}/amend", again);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.StatusCode);
        Assert.Contains("typed with care", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Guid> Panel(params Guid[] panel)
    {
        var id = Guid.Empty;
        await Save(async db =>
        {
            var interview = new Interview(await db.Applications.AsTracking().SingleAsync(a => a.Id == AmaraApplication), await db.Stages.AsTracking().Include(s => s.Kits).SingleAsync(s => s.Id == RepStage), Now.AddHours(-3), 50, null, panel);
            db.Add(interview);
            id = interview.Id;
        });
        return id;
    }
}
