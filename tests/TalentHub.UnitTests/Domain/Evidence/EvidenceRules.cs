using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.UnitTests.Domain.Evidence;

/// <summary>The rules of test results and references.</summary>
public sealed class EvidenceRules
{
    private static readonly DateTime At = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(At);
    private static readonly Anchors Sounds = new("one", "three", "five");
    private static readonly Guid By = Guid.NewGuid();
    private readonly Competency competency = new("Closes in steps", RoleLevel.Rep, "As seen.", Sounds);
    private readonly Application application;

    public EvidenceRules()
    {
        var profile = new SuccessProfile("Field rep", RoleLevel.Rep, null);
        profile.Draft!.Weigh([(competency, 40, 3.5), .. new[] { "Coachability", "Qualifies interest" }.Select(n => (new Competency(n, RoleLevel.Rep, "As seen.", Sounds), 30, 3.5))]);
        var version = profile.Draft!;
        profile.Publish(By, At);
        var opening = new Opening("Territory rep", null, version, RoleLevel.Rep, false, By, Today);
        application = new Application(new Candidate("Amara Osei", "amara@example.test", null, null, null, At), opening, HireChannel.Agency, null, Today, At);
    }

    [Theory]
    [InlineData(-1, 0, "Vendor", "percentile-range")]
    [InlineData(101, 0, "Vendor", "percentile-range")]
    [InlineData(50, 1, "Vendor", "taken-later")]
    [InlineData(50, -4000, "Vendor", "taken-long-ago")]
    [InlineData(50, 0, " ", "text-missing")]
    public void A_result_is_refused_with_the_rule_it_breaks(int percentile, int days, string vendor, string code) =>
        Assert.Equal(code, Broken(() => Result(new(percentile, vendor, "Test", Today.AddDays(days), null))));

    [Fact]
    public void A_result_belongs_to_the_level_and_to_an_application_that_is_still_open()
    {
        Assert.Equal("competency-level", Broken(() => new AssessmentResult(application, competency, RoleLevel.Vp, Score(50), By, At)));
        application.Withdraw(By, At);
        Assert.Equal("application-closed", Broken(() => Result(Score(50))));
        Assert.Equal("application-closed", Broken(() => Check()));
    }

    [Fact]
    public void Putting_it_right_keeps_what_it_said_and_why_and_wants_a_difference()
    {
        var result = Result(Score(68));
        Assert.Equal("nothing-corrected", Broken(() => result.Correct(Score(68), "No reason", By, At)));
        Assert.Equal("text-missing", Broken(() => result.Correct(Score(71), " ", By, At)));
        result.Correct(Score(71), "Misread", By, At);
        Assert.Equal((71, 68, "Misread"), (result.Percentile, result.Earlier.Single().Score.Percentile, result.Earlier.Single().Reason));
        result.Remove("Wrong person", By, At);
        Assert.Equal("result-removed", Broken(() => result.Remove("Twice", By, At)));
        Assert.Equal("result-removed", Broken(() => result.Correct(Score(1), "Late", By, At)));
    }

    [Fact]
    public void Nobody_is_asked_without_the_candidates_agreement_and_not_the_candidate()
    {
        Assert.Equal("consent-missing", Broken(() => Check(consent: null)));
        Assert.Equal("consent-later", Broken(() => Check(consent: Today.AddDays(1))));
        Assert.Equal("email-shape", Broken(() => Check(email: "not an address")));
    }

    [Fact]
    public void A_link_works_for_a_fortnight_once_and_not_after_it_was_called_back()
    {
        var check = Check();
        Assert.True(check.IsOpen(At.AddDays(ReferenceCheck.DaysOpen).AddSeconds(-1)));
        Assert.False(check.IsOpen(At.AddDays(ReferenceCheck.DaysOpen)));
        check.Revoke(At);
        Assert.Equal("reference-revoked", Broken(() => check.Revoke(At)));
        Assert.Equal("link-spent", Broken(() => check.Answer(Complete, At)));
        check.SendAnew(application, "second", At.AddDays(20));
        check.Answer(Complete, At.AddDays(21));
        Assert.Equal("link-spent", Broken(() => check.Answer(Complete, At.AddDays(21))));
        Assert.Equal("reference-answered", Broken(() => check.Revoke(At)));
        Assert.Equal("reference-answered", Broken(() => check.SendAnew(application, "third", At)));
    }

    [Fact]
    public void An_answer_is_whole_or_it_is_none()
    {
        var check = Check();
        Assert.Equal("text-missing", Broken(() => check.Answer(Complete with { Overlap = " " }, At)));
        Assert.Equal("text-missing", Broken(() => check.Answer(Complete with { Again = null }, At)));
        Assert.Equal("answers-other", Broken(() => check.Answer(Complete with { Words = [new("a", 4, false, "Seen")] }, At)));
        Assert.Equal("answers-other", Broken(() => check.Answer(Complete with { Words = [new("a", 4, false, "Seen"), new("a", 4, false, "Seen")] }, At)));
        Assert.Equal("score-range", Broken(() => check.Answer(Complete with { Words = [new("a", 6, false, "Seen"), new("b", null, true, null)] }, At)));
        Assert.Equal("rating-missing", Broken(() => check.Answer(Complete with { Words = [new("a", 4, true, "Seen"), new("b", null, true, null)] }, At)));
        Assert.Equal("rating-missing", Broken(() => check.Answer(Complete with { Words = [new("a", null, false, "Seen"), new("b", null, true, null)] }, At)));
        Assert.Equal("text-missing", Broken(() => check.Answer(Complete with { Words = [new("a", 4, false, " "), new("b", null, true, null)] }, At)));
        Assert.Null(check.AnsweredAt);
        Assert.All(check.Answers, a => Assert.Equal("", a.Words));
    }

    [Fact]
    public void A_forgotten_referee_leaves_ratings_and_dates_and_no_word()
    {
        var check = Check();
        check.Answer(Complete, At);
        check.Forget(At);
        Assert.Equal(("erased", null, "", ""), (check.RefereeName, check.RefereeEmail, check.Overlap, check.Again));
        Assert.Equal([(4, ""), (null, "")], check.Answers.Select(a => (a.Score, a.Words)));
        Assert.Equal(At, check.AnsweredAt);
        Assert.Equal("reference-forgotten", Broken(() => check.Forget(At)));
    }

    private static ReferenceContent Complete => new("2019 to 2023", "As a rep.", [new("a", 4, false, "Seen"), new("b", null, true, null)]);

    private static AssessmentScore Score(int percentile) => new(percentile, "Vendor", "Test", Today, null);

    private AssessmentResult Result(AssessmentScore score) => new(application, competency, RoleLevel.Rep, score, By, At);

    private ReferenceCheck Check(string email = "helen@example.test") => Check(Today, email);

    private ReferenceCheck Check(DateOnly? consent, string email = "helen@example.test") =>
        new(application, "Helen Ashworth", email, RefereeRelation.Manager, consent, [new("a", "First?", competency.Id, competency.Name, Sounds), new("b", "Second?", null, null, Sounds)], "hash", By, At);

    private static string Broken(Action act) => Assert.Throws<RuleBroken>(act).Code;

    private static string Broken(Func<object> make) => Assert.Throws<RuleBroken>(() => { _ = make(); }).Code;
}
