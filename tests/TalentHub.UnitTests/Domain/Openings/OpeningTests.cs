using TalentHub.Domain;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.UnitTests.Domain.Openings;

public sealed class OpeningTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Guid Lead = Guid.NewGuid();
    private readonly Competency competency = new("Closes in steps", RoleLevel.Rep, "Asks for the next small yes.", new Anchors("a", "b", "c"));

    [Fact]
    public void A_search_starts_once_preparation_and_a_kit_are_there()
    {
        var opening = New();
        Draw(opening);
        opening.Answer("why", "Because two left.", Lead, Now);
        opening.Start(["why"]);
        Assert.Equal(OpeningStatus.Open, opening.Status);
    }

    [Fact]
    public void A_used_kit_stays_and_the_next_gets_a_new_number()
    {
        var opening = New();
        var stage = Draw(opening);
        stage.SetKit([Question()], currentKitUsed: false, Now);
        Assert.Equal([1], stage.Kits.Select(k => k.Number));
        stage.SetKit([Question()], currentKitUsed: true, Now);
        Assert.Equal([1, 2], stage.Kits.Select(k => k.Number).Order());
        Assert.Equal(2, stage.CurrentKit!.Number);
    }

    [Fact]
    public void Stages_change_places_and_stop_at_the_edges()
    {
        var opening = New();
        var first = opening.AddStage("Screen", StageKind.Screen, 20, []);
        var second = opening.AddStage("Panel", StageKind.Panel, 60, []);
        opening.MoveStage(second, earlier: true);
        opening.MoveStage(second, earlier: true);
        Assert.True(second.Order < first.Order);
        opening.MoveStage(second, earlier: false);
        Assert.True(first.Order < second.Order);
    }

    [Fact]
    public void An_unchanged_answer_keeps_who_gave_it()
    {
        var opening = New();
        opening.Answer("why", "Two left.", Lead, Now);
        opening.Answer("why", " Two left. ", Guid.NewGuid(), Now.AddDays(1));
        Assert.Equal((Lead, Now), (opening.Preparation[0].By, opening.Preparation[0].At));
        opening.Answer("why", " ", Lead, Now);
        Assert.Empty(opening.Preparation);
    }

    [Theory]
    [InlineData("profile-not-published")]
    [InlineData("already-on-team")]
    [InlineData("lead-must-remain")]
    [InlineData("stage-used")]
    [InlineData("preparation-open")]
    [InlineData("no-kit")]
    [InlineData("opening-started")]
    [InlineData("opening-ended")]
    [InlineData("stage-minutes")]
    [InlineData("kit-size")]
    [InlineData("panel-size")]
    [InlineData("question-not-approved")]
    [InlineData("question-twice")]
    [InlineData("kit-too-long")]
    [InlineData("text-missing")]
    public void A_broken_rule_says_its_code(string code)
    {
        var opening = New();
        var stage = opening.AddStage("Panel", StageKind.Panel, 20, [competency.Id]);
        var question = Question();
        Action act = code switch
        {
            "profile-not-published" => () => _ = new Opening("Rep", null, new SuccessProfile("P", RoleLevel.Rep, null).Draft!, RoleLevel.Rep, false, Lead, Today),
            "already-on-team" => () => opening.Join(Lead, TeamPart.Interviewer),
            "lead-must-remain" => () => opening.Leave(Lead),
            "stage-used" => () => opening.RemoveStage(stage, used: true),
            "preparation-open" => () => opening.Start(["why"]),
            "no-kit" => () => opening.Start([]),
            "opening-started" => () => { Draw(opening); opening.Start([]); opening.Start([]); }
            ,
            "opening-ended" => () => { opening.CloseWithoutHire(Today); opening.Fill(Today); }
            ,
            "stage-minutes" => () => opening.AddStage("Short", StageKind.Screen, 5, []),
            "panel-size" => () => stage.Seat(Stage.MostOnPanel + 1, []),
            "kit-size" => () => stage.SetKit([], false, Now),
            "question-not-approved" => () => stage.SetKit([new Question(competency, Wording.Of(QuestionKind.Behavioural, "?", [], new Anchors("a", "b", "c"), 5), null, Now)], false, Now),
            "question-twice" => () => stage.SetKit([question, question], false, Now),
            "kit-too-long" => () => stage.SetKit([question, Question(), Question()], false, Now),
            _ => () => opening.Describe(" ", null, false),
        };
        Assert.Equal(code, Assert.Throws<RuleBroken>(act).Code);
    }

    [Fact]
    public void Someone_who_is_not_on_the_team_cannot_leave_it() => Assert.Throws<NotFound>(() => New().Leave(Guid.NewGuid()));

    private Opening New()
    {
        var profile = new SuccessProfile("Field rep", RoleLevel.Rep, null);
        profile.Draft!.Weigh([(competency, 40, 3), (Other("x"), 30, 3), (Other("y"), 30, 3)]);
        var version = profile.Draft;
        profile.Publish(Lead, Now);
        return new Opening("Territory rep", "Leeds", version, RoleLevel.Rep, false, Lead, Today);
    }

    private Stage Draw(Opening opening)
    {
        var stage = opening.AddStage("Interview", StageKind.StructuredInterview, 45, [competency.Id]);
        stage.SetKit([Question()], currentKitUsed: false, Now);
        return stage;
    }

    private Question Question()
    {
        var question = new Question(competency, Wording.Of(QuestionKind.Behavioural, "Tell me of a deal you won by steps.", [], new Anchors("a", "b", "c"), 8), null, Now);
        question.Approve(Lead, false, Now);
        return question;
    }

    private static Competency Other(string name) => new(name, RoleLevel.Rep, "Seen.", new Anchors("a", "b", "c"));
}
