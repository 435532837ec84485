using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.UnitTests.Domain.Interviews;

/// <summary>What an interview and a scorecard refuse, each by the code of its rule.</summary>
public sealed class ScorecardRules
{
    private static readonly DateTime Begin = new(2026, 11, 20, 14, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime After = Begin.AddHours(1);
    private static readonly Guid Ana = Guid.NewGuid(), Ben = Guid.NewGuid(), Somebody = Guid.NewGuid();
    private static readonly Anchors Anchors = new("no example", "one example", "two and the rule");

    private readonly Stage stage;
    private readonly Application application;
    private readonly Interview interview;
    private readonly Kit kit;

    public ScorecardRules()
    {
        var competencies = new[] { "Qualifies interest", "Closes in steps", "Coachability" }.Select(n => new Competency(n, RoleLevel.Rep, n, Anchors)).ToList();
        var questions = competencies.Select(c => new Question(c, Wording.Of(QuestionKind.Behavioural, $"Tell me about {c.Name}.", [], Anchors, 10), null, Begin)).ToList();
        questions.ForEach(q => q.Approve(Somebody, false, Begin));
        var profile = new SuccessProfile("Field rep", RoleLevel.Rep, null);
        profile.Draft!.Weigh(competencies.Select((c, i) => (c, i == 0 ? 40 : 30, 3.5)));
        var version = profile.Draft!;
        profile.Publish(Somebody, Begin);
        var opening = new Opening("Territory rep", null, version, RoleLevel.Rep, false, Somebody, new DateOnly(2026, 11, 1));
        stage = opening.AddStage("Panel", StageKind.StructuredInterview, 50, [.. competencies.Select(c => c.Id)]);
        kit = stage.SetKit(questions, false, Begin);
        application = new Application(new Candidate("Amara Osei", null, null, null, null, Begin), opening, HireChannel.TradeShow, null, new DateOnly(2026, 11, 2), Begin);
        interview = new Interview(application, stage, Begin, 50, "Room 3", [Ana, Ben]);
    }

    private Scorecard Card => interview.Scorecards.Single(s => s.AuthorId == Ana);

    [Fact]
    public void Nobody_submits_before_the_interview_has_begun_but_may_prepare()
    {
        Assert.True(Save(Card, DraftNumber.NewPage() + 1, Card.Version));
        Broken("interview-not-begun", () => Card.Submit(Full(), kit, Begin.AddSeconds(-1)));
        Card.Submit(Full(), kit, Begin);
        Assert.Equal(Begin, Card.SubmittedAt);
    }

    [Fact]
    public void Missing_ratings_are_named() =>
        Assert.StartsWith("Questions 2 and 3 have no rating yet.", Broken("ratings-missing", () => Card.Submit(Content((1, 4, "said so")), kit, After)), StringComparison.Ordinal);

    [Fact]
    public void Everything_missing_is_said_at_once()
    {
        var content = Content((1, 4, "said so"), (2, 3, " ")) with { Recommendation = null };
        var sentence = Broken("ratings-missing", () => Card.Submit(content, kit, After));
        Assert.Contains("Question 3 has no rating", sentence, StringComparison.Ordinal);
        Assert.Contains("Question 2 has a rating but no evidence", sentence, StringComparison.Ordinal);
        Assert.Contains("overall recommendation", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rating_needs_evidence() => Broken("evidence-missing", () => Card.Submit(Content((1, 4, ""), (2, 3, "x"), (3, 3, "x")), kit, After));

    [Fact]
    public void A_recommendation_is_needed() => Broken("recommendation-missing", () => Card.Submit(Full() with { Recommendation = null }, kit, After));

    [Fact]
    public void Not_observed_needs_no_evidence()
    {
        var content = Full() with { Entries = [.. kit.Questions.Select(q => new ScorecardEntry(q.Id, null, true, null, NotObservedReason.RanOutOfTime))] };
        Card.Submit(content, kit, After);
        Assert.All(Card.Ratings, r => Assert.True(r.IsGiven));
    }

    [Theory]
    [InlineData(0, false, "score-range")]
    [InlineData(6, false, "score-range")]
    [InlineData(3, true, "not-observed-with-score")]
    public void A_rating_is_one_to_five_or_not_observed(int score, bool notObserved, string code) =>
        Broken(code, () => Card.SaveDraft(DraftNumber.NewPage() + 1, Card.Version, new(null, null, [new(kit.Questions[0].Id, score, notObserved, "x")]), kit.Lines(), After));

    [Fact]
    public void A_question_of_another_kit_is_refused() =>
        Broken("question-not-in-kit", () => Card.SaveDraft(DraftNumber.NewPage() + 1, Card.Version, new(null, null, [new(Guid.NewGuid(), 3, false, "x")]), kit.Lines(), After));

    [Fact]
    public void Evidence_has_an_end() =>
        Broken("text-too-long", () => Card.Submit(Content((1, 4, new string('x', 4001)), (2, 3, "x"), (3, 3, "x")), kit, After));

    [Fact]
    public void A_submitted_scorecard_is_locked()
    {
        Card.Submit(Full(), kit, After);
        Broken("scorecard-locked", () => Save(Card, DraftNumber.NewPage() + 1, Card.Version));
        Broken("scorecard-locked", () => Card.Submit(Full(), kit, After));
    }

    [Fact]
    public void A_scorecard_given_up_stays_so()
    {
        interview.Cancel(After);
        Broken("scorecard-waived", () => Save(Card, DraftNumber.NewPage() + 1, Card.Version));
        Broken("scorecard-waived", () => Card.Submit(Full(), kit, After));
        Broken("interview-cancelled", () => interview.Cancel(After));
        Broken("interview-cancelled", () => interview.Reschedule(After, 50, null));
    }

    [Fact]
    public void A_late_save_of_the_same_page_changes_nothing()
    {
        var page = DraftNumber.NewPage();
        var version = Card.Version;
        Assert.True(Save(Card, page + 2, version));
        Assert.False(Save(Card, page + 1, version));
        Assert.False(Save(Card, page + 2, version));
        Assert.True(Save(Card, page + 3, version));
        Assert.Equal(page + 3, Card.Sequence);
    }

    [Fact]
    public void A_second_window_that_has_not_seen_the_last_save_is_a_conflict()
    {
        var seen = Card.Version;
        Assert.True(Save(Card, DraftNumber.NewPage() + 1, seen));
        var second = DraftNumber.NewPage();
        Assert.Throws<Conflict>(() => Save(Card, second + 1, seen));
        Assert.Throws<Conflict>(() => Card.CheckSeen(second + 1, seen));
        Assert.True(Save(Card, second + 1, Card.Version));
    }

    [Fact]
    public void Amending_keeps_both_versions_and_needs_a_reason_a_difference_and_no_decision()
    {
        Broken("not-submitted", () => Card.Amend(Full(), kit, "why", false, After));
        Card.Submit(Full(), kit, After);
        Broken("decided", () => Card.Amend(Content((1, 2, "y")), kit, "why", true, After));
        Broken("text-missing", () => Card.Amend(Content((1, 2, "y")), kit, " ", false, After));
        Broken("nothing-amended", () => Card.Amend(Full(), kit, "why", false, After));
        Card.Amend(Content((1, 2, "second thoughts")), kit, "I had mixed up two answers.", false, After.AddHours(1));
        Assert.Equal([1, 2], Card.Revisions.Select(r => r.Number));
        Assert.Contains("said so", Card.Revisions[0].Content, StringComparison.Ordinal);
        Assert.Contains("second thoughts", Card.Revisions[1].Content, StringComparison.Ordinal);
        Assert.Equal("I had mixed up two answers.", Card.Revisions[1].Reason);
    }

    [Fact]
    public void The_same_words_twice_are_recognised()
    {
        Assert.False(Card.Says(Full()));
        Card.Submit(Full(), kit, After);
        Assert.True(Card.Says(Full()));
        Assert.False(Card.Says(Content((1, 5, "said so"))));
    }

    [Fact]
    public void What_was_held_and_scored_by_everybody_is_not_called_off()
    {
        foreach (var card in interview.Scorecards) card.Submit(Full(), kit, After);
        Broken("interview-held", () => interview.Cancel(After));
    }

    [Fact]
    public void An_interview_keeps_its_bounds()
    {
        Broken("panel-size", () => new Interview(application, stage, Begin, 50, null, []));
        Broken("interview-minutes", () => new Interview(application, stage, Begin, 5, null, [Ana]));
        Card.Submit(Full(), kit, After);
        Broken("interview-scored", () => interview.Reschedule(After, 50, null));
        interview.Cancel(After);
        Assert.NotNull(Card.SubmittedAt);
        Assert.Null(Card.WaivedAt);
        Assert.NotNull(interview.Scorecards.Single(s => s.AuthorId == Ben).WaivedAt);
    }

    [Fact]
    public void What_was_not_observed_needs_its_reason_said_together_with_the_rest()
    {
        var content = Content((1, 4, "said so")) with { Recommendation = null };
        content = content with { Entries = [.. content.Entries, Unseen(2), Unseen(3)] };
        var sentence = Broken("reason-missing", () => Card.Submit(content, kit, After));
        Assert.Contains("Questions 2 and 3 are marked not observed", sentence, StringComparison.Ordinal);
        Assert.Contains("overall recommendation", sentence, StringComparison.Ordinal);
        Broken("reason-words-missing", () => Card.Submit(Full() with { Entries = [.. Full().Entries.Skip(1), Unseen(1, NotObservedReason.SomethingElse)] }, kit, After));
        Card.Submit(Full() with { Entries = [.. Full().Entries.Skip(1), Unseen(1, NotObservedReason.TechnicalTrouble)] }, kit, After);
        Assert.Equal(NotObservedReason.TechnicalTrouble, Card.Ratings.Single(r => r.NotObserved).NotObservedBecause);
    }

    [Fact]
    public void A_reason_goes_with_the_rating_it_explains_and_stays_where_an_older_client_says_none()
    {
        var page = DraftNumber.NewPage();
        void Draft(int n, ScorecardEntry entry) => Card.SaveDraft(page + n, Card.Version, new(null, null, [entry]), kit.Lines(), After);
        Draft(1, Unseen(1, NotObservedReason.RanOutOfTime));
        Draft(2, Unseen(1));
        Assert.Equal(NotObservedReason.RanOutOfTime, Card.Ratings[0].NotObservedBecause);
        Draft(3, new(kit.Questions[0].Id, 3, false, "x", NotObservedReason.RanOutOfTime));
        Assert.Null(Card.Ratings[0].NotObservedBecause);
        Draft(4, Unseen(1));
        Assert.Null(Card.Ratings[0].NotObservedBecause);
    }

    [Fact]
    public void General_evidence_and_red_flags_are_kept_and_left_alone_by_whoever_does_not_send_them()
    {
        Card.SaveDraft(DraftNumber.NewPage() + 1, Card.Version, new(null, null, [], " Came early. ", [" One\nline ", "", "Two"]), kit.Lines(), After);
        Assert.Equal(("Came early.", "One line|Two"), (Card.GeneralEvidence, string.Join('|', Card.RedFlags)));
        Card.SaveDraft(DraftNumber.NewPage() + 1, Card.Version, new(null, "s", []), kit.Lines(), After);
        Assert.Equal(("Came early.", 2), (Card.GeneralEvidence, Card.RedFlags.Count));
        Card.Submit(Full() with { GeneralEvidence = "", RedFlags = [] }, kit, After);
        Assert.Equal(("", 0), (Card.GeneralEvidence, Card.RedFlags.Count));
    }

    [Fact]
    public void Red_flags_have_an_end()
    {
        void Flag(params string[] flags) => Card.SaveDraft(DraftNumber.NewPage() + 1, Card.Version, new(null, null, [], null, flags), kit.Lines(), After);
        Broken("too-many-red-flags", () => Flag("1", "2", "3", "4", "5", "6"));
        Broken("text-too-long", () => Flag(new string('x', RedFlagLines.Longest + 1)));
        Flag("1", "2", "3", "4", new string('x', RedFlagLines.Longest));
        Assert.Equal(RedFlagLines.Most, Card.RedFlags.Count);
    }

    [Fact]
    public void A_revision_written_before_there_were_reasons_and_red_flags_is_still_read()
    {
        var old = System.Text.Json.JsonSerializer.Deserialize<ScorecardContent>($$"""{"Recommendation":3,"Summary":"s","Entries":[{"KitQuestionId":"{{Ana}}","Score":null,"NotObserved":true,"Evidence":""}]}""")!;
        Assert.Equal((null, null, null), (old.Entries[0].Because, old.GeneralEvidence, old.RedFlags));
    }

    [Fact]
    public void Reopened_it_is_a_draft_again_with_the_versions_kept()
    {
        Broken("not-submitted", () => Card.Reopen(Somebody, "why", false, false, After));
        Card.Submit(Full(), kit, After);
        Broken("own-scorecard", () => Card.Reopen(Ana, "why", false, false, After));
        Broken("decided", () => Card.Reopen(Somebody, "why", false, true, After));
        Broken("text-missing", () => Card.Reopen(Somebody, " ", false, false, After));
        Card.Reopen(Somebody, "Two candidates were mixed up.", true, false, After.AddHours(1));
        Assert.True(Card.IsOutstanding);
        Assert.Equal((Somebody, "Two candidates were mixed up.", true), (Card.Reopenings[0].By, Card.Reopenings[0].Reason, Card.Reopenings[0].OthersOpen));
        Broken("not-submitted", () => Card.Reopen(Somebody, "again", true, false, After.AddHours(1)));
        Assert.True(Save(Card, DraftNumber.NewPage() + 1, Card.Version));
        Broken("decided", () => Card.Submit(Full(), kit, After.AddHours(2), decided: true));
        Card.Submit(Content((1, 2, "another answer"), (2, 3, "said so"), (3, 3, "said so")), kit, After.AddHours(2));
        Assert.Equal([1, 2], Card.Revisions.Select(r => r.Number));
        Assert.Contains("said so", Card.Revisions[0].Content, StringComparison.Ordinal);
        Assert.Contains("another answer", Card.Revisions[1].Content, StringComparison.Ordinal);
        Assert.Null(Card.ReopenedAt);
    }

    [Fact]
    public void An_interview_with_a_reopened_scorecard_took_place()
    {
        Card.Submit(Full(), kit, After);
        Card.Reopen(Somebody, "Two candidates were mixed up.", false, false, After);
        Broken("interview-held", () => interview.Cancel(After));
        Broken("interview-scored", () => interview.Reschedule(After, 50, null));
    }

    private ScorecardEntry Unseen(int order, NotObservedReason? because = null) => new(kit.Questions.Single(q => q.Order == order).Id, null, true, "", because);

    private bool Save(Scorecard card, long sequence, int version) => card.SaveDraft(sequence, version, Content((1, 3, "x")), kit.Lines(), After);

    private ScorecardContent Full() => Content((1, 4, "said so"), (2, 3, "said so"), (3, 3, "said so"));

    private ScorecardContent Content(params (int Order, int Score, string Evidence)[] entries) =>
        new(Recommendation.Yes, "fine", [.. entries.Select(e => new ScorecardEntry(kit.Questions.Single(q => q.Order == e.Order).Id, e.Score, false, e.Evidence))]);

    private static string Broken(string code, Action act)
    {
        var broken = Assert.Throws<RuleBroken>(act);
        Assert.Equal(code, broken.Code);
        return broken.Message;
    }

    private static void Broken<T>(string code, Func<T> act) => Broken(code, new Action(() => act()));
}
