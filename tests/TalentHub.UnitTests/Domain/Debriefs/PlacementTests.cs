using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;

namespace TalentHub.UnitTests.Domain.Debriefs;

public sealed class PlacementTests
{
    private static readonly DateTime At = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(At);
    private static readonly RampTemplate Template = new("Rep", RoleLevel.Rep, null, new("", [], [], [], [], []));
    private readonly Candidate candidate = new("Amara Osei", null, null, null, null, At);

    [Fact]
    public void A_newcomer_becomes_an_employee_whose_dates_agree_with_the_plan()
    {
        var application = Decided(DecisionOutcome.Hire);
        var (employee, plan) = Place(Today.AddDays(10)).Of(application, candidate, RoleLevel.Rep, null, [], Template, At);
        Assert.Equal((Today.AddDays(10), Today.AddDays(10), employee.Id), (employee.HiredOn, plan.StartsOn, candidate.EmployeeId));
        Assert.NotNull(application.ManagerInformedAt);
    }

    [Fact]
    public void An_insiders_running_plan_ends_the_day_before_the_new_one_starts()
    {
        var insider = new Employee("E-1", "Amara Osei", Today.AddDays(-60), "Direct", EmployeeSource.Entered);
        var running = new RampPlan(insider, Template, insider.HiredOn, Guid.NewGuid());
        var (moved, plan) = Place(Today.AddDays(10)).Of(Decided(DecisionOutcome.Hire), candidate, RoleLevel.Rep, insider, [running], Template, At);
        Assert.Same(insider, moved);
        Assert.Equal((Today.AddDays(9), Today.AddDays(10)), (running.ClosedOn, plan.StartsOn));
    }

    [Fact]
    public void Whoever_left_and_comes_back_gets_a_new_record_and_keeps_their_account()
    {
        var account = Guid.NewGuid();
        var earlier = new Employee("E-1", "Amara Osei", Today.AddDays(-600), "Direct", EmployeeSource.Entered);
        earlier.LinkTo(account);
        earlier.Leave(Today.AddDays(-100));
        var (made, _) = Place(Today.AddDays(10)).Of(Decided(DecisionOutcome.Hire), candidate, RoleLevel.Rep, earlier, [], Template, At);
        Assert.NotSame(earlier, made);
        Assert.Equal((account, made.Id), (made.AccountId, candidate.EmployeeId));
    }

    [Fact]
    public void Nobody_starts_a_new_job_before_they_joined()
    {
        var insider = new Employee("E-1", "Amara Osei", Today.AddDays(5), "Direct", EmployeeSource.Entered);
        Assert.Equal("start-before-hire", Broken(() => Place(Today).Of(Decided(DecisionOutcome.Hire), candidate, RoleLevel.Rep, insider, [], Template, At)));
    }

    [Fact]
    public void Only_a_hire_is_placed() =>
        Assert.Equal("not-hired", Broken(() => Place(Today).Of(Decided(DecisionOutcome.Reject), candidate, RoleLevel.Rep, null, [], Template, At)));

    [Fact]
    public void A_template_is_for_its_level() =>
        Assert.Equal("template-mismatch", Broken(() => Place(Today).Of(Decided(DecisionOutcome.Hire), candidate, RoleLevel.Vp, null, [], Template, At)));

    private static Placement Place(DateOnly on) => new(on, "Territory rep", null, Guid.NewGuid(), "E-2");

    private static string Broken(Action act) => Assert.Throws<RuleBroken>(act).Code;

    private Application Decided(DecisionOutcome outcome)
    {
        var (lead, author) = (Guid.NewGuid(), Guid.NewGuid());
        var anchors = new Anchors("one", "three", "five");
        var competencies = Enumerable.Range(1, 4).Select(i => new Competency($"Competency {i}", RoleLevel.Rep, "As seen.", anchors)).ToList();
        var profile = new SuccessProfile("Rep", RoleLevel.Rep, null);
        var version = profile.Draft!;
        version.Weigh(competencies.Select(c => (c, 25, 3.5)));
        profile.Publish(lead, At);
        var question = new Question(competencies[0], Wording.Of(QuestionKind.Behavioural, "Tell me of a time?", [], anchors, 10), null, At);
        question.Approve(lead, false, At);
        var opening = new Opening("Territory rep", null, version, RoleLevel.Rep, false, lead, Today);
        var stage = opening.AddStage("Panel", StageKind.Panel, 50, [competencies[0].Id]);
        var kit = stage.SetKit([question], false, At);
        opening.Start([]);
        var application = new Application(candidate, opening, HireChannel.Network, null, Today.AddDays(-20), At);
        var card = new Interview(application, stage, At, 50, null, [author]).Scorecards[0];
        card.Submit(new(Recommendation.Yes, null, [new(kit.Questions[0].Id, 4, false, "Named two.")]), kit, At);
        ((List<Scorecard>)typeof(Application).GetField("scorecards", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(application)!).Add(card);
        application.OpenDebrief(lead, null, At);
        application.Decide(outcome, "On the evidence.", null, [], false, lead, At);
        return application;
    }
}
