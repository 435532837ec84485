using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Openings;

/// <summary>What happens at a stage.</summary>
public enum StageKind { Screen, StructuredInterview, RolePlay, Panel, Assessment, References, ThreeSixty }

/// <summary>A step of the interview plan: competencies to cover, minutes, and a kit of questions.</summary>
public sealed class Stage : Entity, IInOpening
{
    /// <summary>Most interviewers one interview is planned with.</summary>
    public const int MostOnPanel = 8;

    private readonly List<Kit> kits = [];

    private Stage() { }

    internal Stage(Opening opening, string name, StageKind kind, int minutes, IReadOnlyCollection<Guid> competencyIds, int order)
    {
        (OpeningId, Order) = (opening.Id, order);
        Describe(name, kind, minutes, competencyIds);
        Seat(1, []);
    }

    public Guid OpeningId { get; private set; }
    public Opening? Opening { get; private set; }
    public string Name { get; private set; } = "";
    public StageKind Kind { get; private set; }

    /// <summary>Minutes planned, 10 to 240.</summary>
    public int Minutes { get; private set; }

    public int Order { get; private set; }

    /// <summary>Which of the profile's competencies this stage covers.</summary>
    public List<Guid> CompetencyIds { get; private set; } = [];

    /// <summary>Interviewers each interview of this stage is to have, 1 to <see cref="MostOnPanel"/>; 0 at a stage nobody is interviewed at.</summary>
    public int PanelSize { get; private set; }

    /// <summary>Accounts the panel is taken from, as planned; empty: anybody on the hiring team. Somebody who has left the team since counts as not named.</summary>
    public List<Guid> Pool { get; private set; } = [];

    /// <summary>Whether people ask questions here and score the answers; tests, references and 360 rounds bring other evidence.</summary>
    public bool IsInterview => Kind is StageKind.Screen or StageKind.StructuredInterview or StageKind.RolePlay or StageKind.Panel;

    public IReadOnlyList<Kit> Kits => kits;

    /// <summary>The kit new interviews are given.</summary>
    public Kit? CurrentKit => kits.OrderByDescending(k => k.Number).FirstOrDefault();

    /// <summary>Whether candidates are asked about a competency here: the stage is to cover it, and its kit, once drawn, holds a question on it.</summary>
    public bool AsksAbout(Guid competencyId) =>
        IsInterview && CompetencyIds.Contains(competencyId) && (CurrentKit is not { } kit || kit.Questions.Any(q => q.CompetencyId == competencyId));

    /// <summary>Rewrites what the stage is for.</summary>
    public void Describe(string name, StageKind kind, int minutes, IReadOnlyCollection<Guid> competencyIds)
    {
        Rule.Holds(minutes is >= 10 and <= 240, "stage-minutes", "A stage takes between 10 and 240 minutes.", nameof(Minutes));
        Name = Rule.Text(name, "a name for the stage", 80, nameof(Name));
        (Kind, Minutes, CompetencyIds) = (kind, minutes, [.. competencyIds.Distinct()]);
        Touch();
    }

    /// <summary>Says how many interviewers an interview here needs, and from whom they are taken.</summary>
    /// <param name="panelSize">1 to <see cref="MostOnPanel"/>; taken as 0 at a stage nobody is interviewed at.</param>
    /// <param name="pool">Accounts on the hiring team; empty: anybody on it. More than the panel needs spreads the work.</param>
    /// <exception cref="RuleBroken"><c>panel-size</c>.</exception>
    public void Seat(int panelSize, IReadOnlyCollection<Guid> pool)
    {
        Rule.Holds(!IsInterview || panelSize is >= 1 and <= MostOnPanel, "panel-size", $"An interview has between 1 and {MostOnPanel} interviewers.", nameof(PanelSize));
        PanelSize = IsInterview ? panelSize : 0;
        Pool = IsInterview ? [.. pool.Distinct()] : [];
        Touch();
    }

    internal void SwapWith(Stage other)
    {
        (Order, other.Order) = (other.Order, Order);
        Touch();
        other.Touch();
    }

    /// <summary>Sets the questions every candidate is asked here. A kit already used stays as it was and a new number is made.</summary>
    /// <param name="questions">Approved questions in the order they are asked; their minutes must fit the stage.</param>
    /// <param name="currentKitUsed">Whether an interview already points at the present kit.</param>
    public Kit SetKit(IReadOnlyList<Question> questions, bool currentKitUsed, DateTime at)
    {
        Rule.Holds(questions.Count is >= 1 and <= 15, "kit-size", "A kit holds between 1 and 15 questions.", "Questions");
        Rule.Holds(questions.All(q => q.ApprovedAt is not null && q.RetiredAt is null), "question-not-approved", "A kit may hold approved questions only.", "Questions");
        Rule.Holds(questions.Select(q => q.Id).Distinct().Count() == questions.Count, "question-twice", "Each question can be in the kit once.", "Questions");
        var needed = questions.Sum(q => q.Minutes);
        Rule.Holds(needed <= Minutes, "kit-too-long", $"These questions take {needed} minutes; the stage has {Minutes}. Take one out or give the stage more time.", "Questions");
        var current = CurrentKit;
        if (current is not null && !currentKitUsed) kits.Remove(current);
        var number = current is null ? 1 : currentKitUsed ? current.Number + 1 : current.Number;
        var kit = new Kit(this, number, questions, at);
        kits.Add(kit);
        Touch();
        return kit;
    }
}

/// <summary>The questions of a stage as they are asked. Never changes once an interview has used it.</summary>
public sealed class Kit : Entity, IInOpening
{
    private readonly List<KitQuestion> questions = [];

    private Kit() { }

    internal Kit(Stage stage, int number, IEnumerable<Question> from, DateTime at)
    {
        (StageId, OpeningId, Number, MadeAt) = (stage.Id, stage.OpeningId, number, at);
        foreach (var q in from) questions.Add(new KitQuestion(this, q, questions.Count + 1));
    }

    public Guid StageId { get; private set; }
    public Guid OpeningId { get; private set; }
    public int Number { get; private set; }
    public DateTime MadeAt { get; private set; }
    public IReadOnlyList<KitQuestion> Questions => questions;
}

/// <summary>A question as worded when the kit was made.</summary>
public sealed class KitQuestion : Entity, IInOpening
{
    private KitQuestion() { }

    internal KitQuestion(Kit kit, Question from, int order)
    {
        (KitId, OpeningId, QuestionId, QuestionNumber, CompetencyId, Order) = (kit.Id, kit.OpeningId, from.Id, from.Number, from.CompetencyId, order);
        (Kind, Text, Probes, Anchors, Minutes) = (from.Kind, from.Text, [.. from.Probes], from.Anchors with { }, from.Minutes);
        (Brief, StrongAnswer, RehearsedAnswer) = (from.Brief, from.StrongAnswer, from.RehearsedAnswer);
    }

    public Guid KitId { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid QuestionId { get; private set; }
    public int QuestionNumber { get; private set; }
    public Guid CompetencyId { get; private set; }
    public Competency? Competency { get; private set; }
    public int Order { get; private set; }
    public QuestionKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public List<string> Probes { get; private set; } = [];
    public Anchors Anchors { get; private set; } = null!;
    public int Minutes { get; private set; }
    public string Brief { get; private set; } = "";
    public string StrongAnswer { get; private set; } = "";
    public string RehearsedAnswer { get; private set; } = "";
}
