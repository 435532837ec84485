using TalentHub.Domain.Values;

namespace TalentHub.Domain.QuestionBanks;

/// <summary>An interview question on one competency at one level. Somebody other than its writer approves each wording before a kit may hold it.</summary>
public sealed class Question : Entity
{
    private readonly List<EarlierWording> earlier = [];

    private Question() { }

    /// <param name="writtenBy">Who wrote it; none for what came with the library.</param>
    public Question(Competency competency, Wording wording, Guid? writtenBy, DateTime at)
    {
        (CompetencyId, Level, Number) = (competency.Id, competency.Level, 1);
        (WrittenBy, WrittenAt) = (writtenBy, at);
        Say(wording);
    }

    public Guid CompetencyId { get; private set; }
    public Competency? Competency { get; private set; }
    public RoleLevel Level { get; private set; }
    public QuestionKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public List<string> Probes { get; private set; } = [];
    public Anchors Anchors { get; private set; } = null!;
    public int Minutes { get; private set; }
    public string Brief { get; private set; } = "";
    public string StrongAnswer { get; private set; } = "";
    public string RehearsedAnswer { get; private set; } = "";

    /// <summary>Which wording this is, from 1; kits keep the wording they were drawn with.</summary>
    public int Number { get; private set; }

    /// <summary>Who wrote the present wording; none when it came with the library or before writers were recorded.</summary>
    public Guid? WrittenBy { get; private set; }

    public DateTime? WrittenAt { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
    public Guid? ApprovedBy { get; private set; }
    public DateTime? RetiredAt { get; private set; }

    /// <summary>The wordings before the present one, in no order.</summary>
    public IReadOnlyList<EarlierWording> Earlier => earlier;

    /// <summary>The present wording as a whole.</summary>
    public Wording Wording() => QuestionBanks.Wording.Of(Kind, Text, Probes, Anchors, Minutes, Brief, StrongAnswer, RehearsedAnswer);

    /// <summary>Changes the wording. The one before is kept, and the new one waits for approval.</summary>
    /// <exception cref="RuleBroken">The question is retired, or nothing differs.</exception>
    public void Revise(Wording wording, Guid by, DateTime at)
    {
        Rule.Holds(RetiredAt is null, "question-retired", "A retired question stays as it was. Write a new one instead.");
        Rule.Holds(wording != Wording(), "nothing-reworded", "Nothing differs from the present wording, so there is nothing to save.");
        earlier.Add(new EarlierWording(this));
        Number++;
        (WrittenBy, WrittenAt, ApprovedBy, ApprovedAt) = (by, at, null, null);
        Say(wording);
        Touch();
    }

    /// <summary>Allows kits to use the present wording.</summary>
    /// <param name="nobodyElse">Nobody else here may approve: then the writer may, and the record shows it.</param>
    /// <exception cref="RuleBroken">The question is retired, or whoever approves wrote it and somebody else could.</exception>
    public void Approve(Guid by, bool nobodyElse, DateTime at)
    {
        Rule.Holds(RetiredAt is null, "question-retired", "A retired question cannot be approved.");
        Rule.Holds(by != WrittenBy || nobodyElse, "second-reader", "You wrote this wording, so somebody else reads it before a kit may hold it.");
        (ApprovedBy, ApprovedAt) = (by, at);
        Touch();
    }

    /// <summary>Takes it out of use; kits that hold it keep it.</summary>
    public void Retire(DateTime at)
    {
        RetiredAt ??= at;
        Touch();
    }

    private void Say(Wording wording)
    {
        (Kind, Text, Probes, Anchors, Minutes) = (wording.Kind, wording.Text, [.. wording.Probes], wording.Anchors with { }, wording.Minutes);
        (Brief, StrongAnswer, RehearsedAnswer) = (wording.Brief, wording.StrongAnswer, wording.RehearsedAnswer);
    }
}

/// <summary>A wording a question had before. It is never changed.</summary>
public sealed class EarlierWording : Entity
{
    private EarlierWording() { }

    internal EarlierWording(Question question)
    {
        (QuestionId, Number) = (question.Id, question.Number);
        (Kind, Text, Probes, Anchors, Minutes) = (question.Kind, question.Text, [.. question.Probes], question.Anchors with { }, question.Minutes);
        (Brief, StrongAnswer, RehearsedAnswer) = (question.Brief, question.StrongAnswer, question.RehearsedAnswer);
        (WrittenBy, WrittenAt, ApprovedBy, ApprovedAt) = (question.WrittenBy, question.WrittenAt, question.ApprovedBy, question.ApprovedAt);
    }

    public Guid QuestionId { get; private set; }
    public int Number { get; private set; }
    public QuestionKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public List<string> Probes { get; private set; } = [];
    public Anchors Anchors { get; private set; } = null!;
    public int Minutes { get; private set; }
    public string Brief { get; private set; } = "";
    public string StrongAnswer { get; private set; } = "";
    public string RehearsedAnswer { get; private set; } = "";
    public Guid? WrittenBy { get; private set; }
    public DateTime? WrittenAt { get; private set; }
    public Guid? ApprovedBy { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
}
