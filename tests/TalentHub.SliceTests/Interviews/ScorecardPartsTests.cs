using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Features.Debriefs;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>Beside the ratings: why something was not observed, what belongs to no question, what the debrief must talk about, and quiet nudges.</summary>
public sealed class ScorecardPartsTests : Scoring
{
    private const string Flag = "Qwertzuiop moved the appointment twice";
    private const string Seen = "Asdfghjkl asked about the second plant";

    private string Url => $"/interviews/{AmaraInterview}/scorecard";

    [Fact]
    public async Task Without_a_script_the_reason_is_asked_for_kept_and_read()
    {
        var client = await Client(InterviewerA);
        var (page, fields) = await Open(client, Url);
        Assert.Equal(Enum.GetValues<NotObservedReason>().Length, page.QuerySelectorAll("article:first-of-type [name='Answers[0].Because']").Length);
        FillIn(fields, "Dropped a deal without a sponsor.");
        Set(fields, "Answers[1].Rating", Answer.NotObserved);
        Set(fields, "Answers[1].Evidence", "");
        fields.RemoveAll(f => f.Key == "RedFlags");
        fields.AddRange([new("RedFlags", Flag), new("RedFlags", "")]);
        Set(fields, "GeneralEvidence", Seen);
        var refused = await Post(client, $"{Url}?handler=Submit", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var asked = await Html(refused);
        Assert.Contains("Question 2 is marked not observed. Choose why.", asked.Body!.TextContent, StringComparison.Ordinal);
        var again = Fields(asked);
        Assert.Equal((Flag, Seen), (again.First(f => f.Key == "RedFlags").Value, again.Single(f => f.Key == "GeneralEvidence").Value));
        Set(again, "Answers[1].Because", nameof(NotObservedReason.SomebodyElseCoveredIt));
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, $"{Url}?handler=Submit", again)).StatusCode);
        var read = (await Html(await client.GetAsync($"/scorecards/{await IdOf(InterviewerA)}"))).Body!.TextContent;
        Assert.All(["not observed: somebody else covered it", Flag, Seen, "submitted and locked"], words => Assert.Contains(words, read, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_and_a_submitted_card_say_what_they_are()
    {
        var client = await Client(InterviewerA);
        var (page, _) = await Open(client, Url);
        Assert.Contains("draft, not submitted", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("draft, not submitted", page.Title!, StringComparison.Ordinal);
        Assert.Contains("This is a draft.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_reads_them_before_their_time_and_the_debrief_shows_them_without_a_number_moving()
    {
        var draft = await Draft(InterviewerA);
        (draft.GeneralEvidence, draft.RedFlags) = (Seen, [Flag]);
        await Send(InterviewerA, Submission(draft));
        foreach (var url in new[] { Url, $"/scorecards/{await IdOf(InterviewerA)}", $"/api{Url}", $"/applications/{AmaraApplication}/debrief" })
            Assert.DoesNotContain("Qwertzuiop", await (await (await Client(InterviewerB)).GetAsync(url)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Send(InterviewerB, Submission(await Draft(InterviewerB)));
        var debrief = await (await Client(Lead)).GetStringAsync($"/applications/{AmaraApplication}/debrief");
        Assert.All([Flag, Seen], words => Assert.Contains(words, debrief, StringComparison.Ordinal));
        Assert.Contains(Flag, await (await Client(Lead)).GetStringAsync($"/applications/{AmaraApplication}/decide"), StringComparison.Ordinal);
        var reading = (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Reading!;
        Assert.All(reading.Competencies, c => Assert.Equal([4.0, 4.0], c.Values));
        Assert.DoesNotContain("Qwertzuiop", string.Concat(await Db(db => db.AuditRows.Select(r => r.Changes).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amendment_compares_them_and_an_old_card_without_a_reason_is_amended_as_it_is()
    {
        await Send(InterviewerA, Submission(await Draft(InterviewerA)));
        var form = (await Send(InterviewerA, new AmendScorecard.Query(await IdOf(InterviewerA)))).Form;
        (form.Reason, form.RedFlags) = ("I recalled it.", [Flag]);
        (form.Answers[1].Rating, form.Answers[1].Because) = (Answer.NotObserved, NotObservedReason.RanOutOfTime);
        await Send(InterviewerA, form);
        var changes = (await Send(InterviewerA, new ReadScorecard.Query(await IdOf(InterviewerA)))).Revisions[1].Changes;
        Assert.Contains(changes, c => c is { What: "Red flags", Before: "", After: Flag });
        Assert.Contains(changes, c => c.After.StartsWith("not observed: ran out of time", StringComparison.Ordinal));

        await Save(db => db.Ratings.ExecuteUpdateAsync(s => s.SetProperty(r => r.NotObservedBecause, (NotObservedReason?)null)));
        var later = (await Send(InterviewerA, new AmendScorecard.Query(await IdOf(InterviewerA)))).Form;
        (later.Reason, later.Summary) = ("One more word.", "One more word.");
        await Send(InterviewerA, later);
        Assert.Equal(3, (await Send(InterviewerA, new ReadScorecard.Query(await IdOf(InterviewerA)))).Revisions.Count);
    }

    [Fact]
    public async Task A_client_that_does_not_know_them_leaves_them_as_they_are()
    {
        var draft = await Draft(InterviewerA, rating: Answer.NotObserved);
        (draft.GeneralEvidence, draft.RedFlags) = (Seen, [Flag]);
        foreach (var answer in draft.Answers) answer.Because = NotObservedReason.TechnicalTrouble;
        await Send(InterviewerA, draft);
        var client = await Client(InterviewerA);
        var (_, fields) = await Open(client, Url);
        client.DefaultRequestHeaders.Add("RequestVerificationToken", fields.Single(f => f.Key.StartsWith("__", StringComparison.Ordinal)).Value);
        var form = (await client.GetFromJsonAsync<JsonElement>($"/api{Url}")).GetProperty("form");
        Assert.Equal(Flag, form.GetProperty("redFlags")[0].GetString());
        Assert.Equal("TechnicalTrouble", form.GetProperty("answers")[0].GetProperty("because").GetString());
        var old = new
        {
            version = form.GetProperty("version").GetInt32(),
            sequence = form.GetProperty("sequence").GetInt64() + 1,
            summary = "by an old client",
            answers = new[] { new { kitQuestionId = form.GetProperty("answers")[0].GetProperty("kitQuestionId").GetGuid(), rating = "none", evidence = "" } },
        };
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsJsonAsync($"/api{Url}", old)).StatusCode);
        var kept = (await Card(InterviewerA)).Form;
        Assert.Equal((Seen, Flag, NotObservedReason.TechnicalTrouble), (kept.GeneralEvidence, kept.RedFlags!.Single(), kept.Answers[0].Because));
        // The page sends them empty: gone.
        var (_, mine) = await Open(client, Url);
        foreach (var name in new[] { "GeneralEvidence", "RedFlags" }) Set(mine, name, "");
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, Url, mine)).StatusCode);
        Assert.Equal(("", 0), ((await Card(InterviewerA)).Form.GeneralEvidence, (await Card(InterviewerA)).Form.RedFlags!.Count));
    }

    /// <summary>As the page's script saves: the whole form first, then without the answers that are held already.</summary>
    [Fact]
    public async Task Autosave_takes_them_too_and_names_a_halo_once_there_is_one_whatever_it_is_sent_of_the_answers()
    {
        await ReplaceKit(5);
        var client = await Client(InterviewerA);
        var (page, fields) = await Open(client, Url);
        var url = page.QuerySelector("form#card")!.GetAttribute("data-autosave")!;
        var sequence = long.Parse(fields.Single(f => f.Key == "Sequence").Value, System.Globalization.CultureInfo.InvariantCulture);
        async Task<JsonElement> Saved(int n, string sent = "Answers[")
        {
            Set(fields, "Sequence", $"{sequence + n}");
            var answer = await Post(client, url, [.. fields.Where(f => !f.Key.StartsWith("Answers[", StringComparison.Ordinal) || f.Key.StartsWith(sent, StringComparison.Ordinal))]);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
        Set(fields, "GeneralEvidence", Seen);
        Set(fields, "RedFlags", Flag);
        for (var i = 0; i < 3; i++) Set(fields, $"Answers[{i}].Rating", "4");
        Assert.Equal(JsonValueKind.Null, (await Saved(1)).GetProperty("nudge").ValueKind);
        Set(fields, "Answers[3].Rating", "4");
        Assert.Equal("halo", (await Saved(2, "Answers[3].")).GetProperty("nudge").GetProperty("code").GetString());
        Set(fields, "Answers[4].Rating", "2");
        Assert.Equal(JsonValueKind.Null, (await Saved(3, "Answers[4].")).GetProperty("nudge").ValueKind);
        Set(fields, "Answers[4].Rating", "4");
        Set(fields, "Answers[4].Evidence", Seen);
        Assert.StartsWith("Every rating", (await Saved(4, "Answers[4].")).GetProperty("nudge").GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal("halo", (await Saved(5, "no answer")).GetProperty("nudge").GetProperty("code").GetString());
        var form = (await Card(InterviewerA)).Form;
        Assert.Equal(["4|", "4|", "4|", "4|", $"4|{Seen}"], form.Answers.Select(a => $"{a.Rating}|{a.Evidence}"));
        Assert.Equal((Seen, Flag), (form.GeneralEvidence, form.RedFlags!.Single()));
        // Without a script the same sentence stands on the page.
        Assert.Contains("Every rating so far is a 4.", (await Open(client, Url)).Page.QuerySelector(".nudge.while-rating")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_another_candidate_of_the_opening_the_first_rating_is_preceded_by_a_word_and_no_name()
    {
        Assert.Null((await Card(InterviewerA)).Contrast);
        var luis = Guid.Empty;
        await Save(async db =>
        {
            var application = await db.Applications.AsTracking().SingleAsync(a => a.Id == LuisApplication);
            var interview = new Interview(application, await db.Stages.AsTracking().Include(s => s.Kits).SingleAsync(s => s.Id == RepStage), Now.AddHours(-3), 50, null, [InterviewerA]);
            db.Add(interview);
            luis = interview.Id;
        });
        await Send(InterviewerA, await Draft(InterviewerA, interview: luis));
        Assert.Contains("another candidate", (await Card(InterviewerA)).Contrast!.Sentence, StringComparison.Ordinal);
        Assert.Null((await Card(InterviewerB)).Contrast);
        var page = await (await Client(InterviewerA)).GetStringAsync(Url);
        Assert.DoesNotContain("Luis", page, StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromHours(25));
        Assert.Null((await Card(InterviewerA)).Contrast);
        Clock.Advance(TimeSpan.FromHours(-24));
        await Send(InterviewerA, await Draft(InterviewerA));
        Assert.Null((await Card(InterviewerA)).Contrast);
    }

    /// <summary>Gives Amara's interview a kit of so many questions.</summary>
    private Task ReplaceKit(int questions) => Save(async db =>
    {
        var stage = await db.Stages.AsTracking().Include(s => s.Kits).ThenInclude(k => k.Questions).SingleAsync(s => s.Id == RepStage);
        var competency = await db.Competencies.AsTracking().FirstAsync(c => stage.CompetencyIds.Contains(c.Id));
        var made = Enumerable.Range(1, questions).Select(n => new Domain.QuestionBanks.Question(competency, Domain.QuestionBanks.Wording.Of(Domain.QuestionBanks.QuestionKind.Behavioural, $"Tell me of time number {n}, and what came of it?", [], competency.Anchors with { }, 5), null, Now)).ToList();
        made.ForEach(q => q.Approve(Hr, false, Now));
        db.AddRange(made);
        var kit = stage.SetKit(made, true, Now);
        var interview = await db.Interviews.AsTracking().SingleAsync(i => i.Id == AmaraInterview);
        db.Entry(interview).Property(i => i.KitId).CurrentValue = kit.Id;
    });
}
