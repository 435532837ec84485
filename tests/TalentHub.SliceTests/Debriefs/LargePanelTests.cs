using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Platform.Printing;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.SliceTests.Debriefs;

/// <summary>Eight raters and forty questions on one page, in the order of the meeting, with a fixed number of commands and nothing missing.</summary>
public sealed class LargePanelTests : World
{
    private readonly List<Guid> raters = [];
    private Guid application;

    [Fact]
    public async Task Eight_raters_and_forty_questions_are_one_page_with_everything_on_it()
    {
        await Build();
        var client = await Client(Hr);
        var address = $"/applications/{application}/debrief";
        var html = await client.Page(address);
        var missing = (from r in Enumerable.Range(0, 8) from q in Enumerable.Range(0, 40) where !Unseen(r, q) select $"rater-{r}-question-{q}.").Where(mark => !html.Contains(mark, StringComparison.Ordinal)).ToList();
        Assert.Empty(missing);
        Assert.All(Enumerable.Range(0, 8), c => Assert.Contains($"Competency {c}", html));
        Assert.All(Enumerable.Range(0, 8), r => Assert.Contains($"Rater {r}", html));
        Assert.Equal(320, System.Text.RegularExpressions.Regex.Matches(html, "rater-\\d-question-|We ran out of time").Count);
        int[] order = [.. new[] { "What to talk about", "Who said what", "Competency by competency" }.Select(h => html.IndexOf(h, StringComparison.Ordinal))];
        Assert.Equal(order.Order(), order);
        Assert.All(order, i => Assert.True(i > 0));
        Assert.InRange(await Sql.During(() => client.GetStringAsync(address)), 1, 10);
        Assert.InRange(await Sql.During(() => Send(Hr, new DebriefPaper.Query(application))), 1, 10);
    }

    [Fact]
    public async Task The_paper_holds_the_same()
    {
        await Build();
        var report = await Send(Hr, new DebriefPaper.Query(application));
        Assert.Equal((8, 8), (report.Reading.Voices.Count, report.Reading.Competencies.Count));
        var text = await Poppler.TextAsync(await (await Client(Hr)).GetByteArrayAsync($"/applications/{application}/debrief.pdf"));
        foreach (var words in new[] { "What to talk about", "Who said what", "How far the raters agree", "standard error", "Not yet. Outcome" }) Assert.Contains(words, text);
        Assert.All(Enumerable.Range(0, 8), c => Assert.Contains($"Competency {c}", text));
    }

    private static bool Unseen(int rater, int question) => (rater + question) % 11 == 0;

    private async Task Build()
    {
        for (var i = 0; i < 8; i++) raters.Add(await Account($"Rater {i}", Role.Interviewer));
        await Save(db =>
        {
            var anchors = new Anchors("one", "three", "five");
            var competencies = Enumerable.Range(0, 8).Select(i => new Competency($"Competency {i}", RoleLevel.Rep, "As seen.", anchors with { })).ToList();
            var profile = new SuccessProfile("Wide rep", RoleLevel.Rep, null);
            var version = profile.Draft!;
            version.Weigh(competencies.Select((c, i) => (c, i < 4 ? 15 : 10, 3.5)));
            profile.Publish(Hr, Now);
            var questions = Enumerable.Range(0, 40).Select(i => new Question(competencies[i % 8], Wording.Of(QuestionKind.Behavioural, $"What happened in case {i}?", [], anchors with { }, 5), null, Now)).ToList();
            foreach (var question in questions) question.Approve(Hr, false, Now);
            var opening = new Opening("Wide search", null, version, RoleLevel.Rep, false, Lead, Today.AddDays(-30));
            foreach (var rater in raters) opening.Join(rater, TeamPart.Interviewer);
            var stages = new[] { 14, 13, 13 }.Select((n, s) =>
            {
                var asked = questions.Skip(s == 0 ? 0 : 14 + (13 * (s - 1))).Take(n).ToList();
                var stage = opening.AddStage($"Part {s + 1}", StageKind.Panel, 90, [.. asked.Select(q => q.CompetencyId).Distinct()]);
                stage.SetKit(asked, false, Now);
                return stage;
            }).ToList();
            opening.Start([]);
            var candidate = new Candidate("Wanda Wide", null, null, null, null, Now);
            var applied = new Application(candidate, opening, HireChannel.Network, null, Today.AddDays(-20), Now);
            db.AddRange(competencies);
            db.AddRange(questions);
            db.AddRange(profile, opening, candidate, applied);
            foreach (var stage in stages)
            {
                var interview = new Interview(applied, stage, Now.AddDays(-1), 90, null, raters);
                db.Add(interview);
                foreach (var card in interview.Scorecards)
                {
                    var r = raters.IndexOf(card.AuthorId);
                    var entries = stage.CurrentKit!.Questions.Select(k => (k, q: questions.FindIndex(x => x.Id == k.QuestionId)))
                        .Select(x => new ScorecardEntry(x.k.Id, Unseen(r, x.q) ? null : 1 + ((r + (x.q * 3)) % 5), Unseen(r, x.q), Unseen(r, x.q) ? "We ran out of time." : $"rater-{r}-question-{x.q}.", Unseen(r, x.q) ? NotObservedReason.RanOutOfTime : null));
                    card.Submit(new(r % 2 == 0 ? Recommendation.Yes : Recommendation.No, $"Rater {r} in short.", [.. entries]), stage.CurrentKit, Now);
                }
            }
            application = applied.Id;
            return Task.CompletedTask;
        });
        await Send(Hr, new OpenDebrief.Command { Id = application });
    }
}
