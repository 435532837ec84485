using TalentHub.Domain.Values;

namespace TalentHub.Domain.QuestionBanks;

/// <summary>What kind of answer a question asks for.</summary>
public enum QuestionKind { Behavioural, Situational, RolePlay, WorkSample, Background }

/// <summary>An interview question on one competency at one level. It must be approved before a kit may hold it.</summary>
public sealed class Question : Entity
{
    private Question() { }

    public Question(Competency competency, QuestionKind kind, string text, IEnumerable<string> probes, Anchors anchors, int minutes)
    {
        CompetencyId = competency.Id;
        Level = competency.Level;
        Revise(kind, text, probes, anchors, minutes);
        Number = 1;
    }

    public Guid CompetencyId { get; private set; }
    public Competency? Competency { get; private set; }
    public RoleLevel Level { get; private set; }
    public QuestionKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public List<string> Probes { get; private set; } = [];
    public Anchors Anchors { get; private set; } = null!;

    /// <summary>Minutes an answer takes, 3 to 30.</summary>
    public int Minutes { get; private set; }

    /// <summary>Which wording this is, from 1; kits keep the wording they were drawn with.</summary>
    public int Number { get; private set; }

    public DateTime? ApprovedAt { get; private set; }
    public Guid? ApprovedBy { get; private set; }
    public DateTime? RetiredAt { get; private set; }

    /// <summary>Changes the wording. The new wording waits for approval again.</summary>
    public void Revise(QuestionKind kind, string text, IEnumerable<string> probes, Anchors anchors, int minutes)
    {
        Rule.Holds(RetiredAt is null, "question-retired", "A retired question stays as it was. Write a new one instead.");
        Rule.Holds(minutes is >= 3 and <= 30, "question-minutes", "A question takes between 3 and 30 minutes.", nameof(Minutes));
        Kind = kind;
        Text = Rule.Text(text, "the question", 400, nameof(Text));
        Probes = [.. probes.Select(p => p.Trim()).Where(p => p.Length > 0)];
        Rule.Holds(Probes.All(p => p.Length <= 300), "probe-too-long", "Please keep each probe under 300 characters.", nameof(Probes));
        Anchors = anchors;
        Minutes = minutes;
        Number++;
        ApprovedAt = null;
        ApprovedBy = null;
    }

    /// <summary>Allows kits to use the present wording.</summary>
    public void Approve(Guid by, DateTime at)
    {
        Rule.Holds(RetiredAt is null, "question-retired", "A retired question cannot be approved.");
        (ApprovedBy, ApprovedAt) = (by, at);
        Touch();
    }

    /// <summary>Takes it out of use; kits that hold it keep it.</summary>
    public void Retire(DateTime at)
    {
        RetiredAt ??= at;
        Touch();
    }
}
