using TalentHub.Domain;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Exits;

namespace TalentHub.UnitTests.Domain.Exits;

public sealed class ExitTests
{
    private static readonly DateTime At = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(At);
    private static readonly string[] Known = ["pay", "boss", "role", "travel", "home", "luck"];
    private readonly Employee employee = new("E-1", "Theo Brandt", Today.AddDays(-46), "Direct", EmployeeSource.Entered);

    [Fact]
    public void The_last_day_lies_between_the_hire_and_a_year_ahead_and_is_given_once()
    {
        Broken("exit-before-hire", () => Leave(Today.AddDays(-47)));
        Broken("exit-far-ahead", () => Leave(Today.AddYears(1).AddDays(1)));
        Leave(Today);
        Assert.Equal(Today, employee.LeftOn);
        Broken("already-left", () => Leave(Today));
    }

    [Fact]
    public void Each_side_gives_one_to_five_known_reasons_in_order()
    {
        var exit = Leave(Today);
        Broken("reason-count", () => exit.Explain(ExitSide.Leaver, [], "Words alone.", Known));
        Broken("reason-count", () => exit.Explain(ExitSide.Leaver, Known, null, Known));
        Broken("reason-unknown", () => exit.Explain(ExitSide.Leaver, ["weather"], null, Known));
        Broken("reason-unknown", () => exit.Explain(ExitSide.Leaver, ["pay", "pay"], null, Known));
        exit.Explain(ExitSide.Leaver, ["pay", "boss"], "Asked twice.", Known);
        exit.Explain(ExitSide.Manager, ["role"], null, Known);
        exit.Explain(ExitSide.Leaver, ["boss"], "Asked twice.", Known);
        Assert.Equal([(ExitSide.Manager, "role", 1), (ExitSide.Leaver, "boss", 1)], exit.Reasons.Select(r => (r.Side, r.Code, r.Rank)));
    }

    [Fact]
    public void The_interview_needs_an_answer_and_a_scale_from_one_to_five()
    {
        var exit = Leave(Today);
        Broken("interview-empty", () => exit.Interview([("why", " ", null)], At));
        Broken("scale-range", () => exit.Interview([("keeps", null, 6)], At));
        exit.Interview([("why", "The territory.", null), ("keeps", null, 2), ("skipped", null, null)], At);
        Assert.Equal(["why", "keeps"], exit.Answers.Select(a => a.Key));
        Assert.Equal(At, exit.InterviewedAt);
    }

    [Fact]
    public void It_is_taken_back_on_the_same_day_before_the_interview_only()
    {
        var exit = Leave(Today);
        Broken("take-back-late", () => exit.TakeBack(employee, Today.AddDays(1)));
        exit.TakeBack(employee, Today);
        Assert.Null(employee.LeftOn);
        var second = Leave(Today);
        second.Interview([("why", "The territory.", null)], At);
        Broken("take-back-interviewed", () => second.TakeBack(employee, Today));
    }

    [Theory]
    [InlineData("", "", Accord.NobodySaid)]
    [InlineData("pay", "", Accord.OneSideOnly)]
    [InlineData("pay,boss", "pay,role", Accord.SameMainReason)]
    [InlineData("pay,boss", "boss", Accord.OtherMainReason)]
    [InlineData("pay,boss", "role", Accord.NothingShared)]
    public void The_sides_are_compared_by_their_reasons(string leaver, string manager, Accord expected)
    {
        var (l, m) = (Split(leaver), Split(manager));
        Assert.Equal(expected, ExitReading.Compare(l, m));
        Assert.NotEmpty(ExitReading.Say(l, m, c => c));
    }

    private static string[] Split(string codes) => codes.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private Exit Leave(DateOnly lastDay) => new(employee, ExitDirection.TheyLeft, lastDay, Guid.NewGuid(), At);

    private static void Broken(string code, Action act) => Assert.Equal(code, Assert.Throws<RuleBroken>(act).Code);
}
