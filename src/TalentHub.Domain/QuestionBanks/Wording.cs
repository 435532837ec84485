using TalentHub.Domain.Values;

namespace TalentHub.Domain.QuestionBanks;

/// <summary>What kind of answer a question asks for.</summary>
public enum QuestionKind { Behavioural, Situational, RolePlay, WorkSample, Background }

/// <summary>Everything that is written about a question. It changes as a whole: one wording follows another.</summary>
public sealed record Wording
{
    private Wording() { }

    public QuestionKind Kind { get; private init; }

    /// <summary>As the interviewer says it, 1 to 400 characters.</summary>
    public string Text { get; private init; } = "";

    /// <summary>What to ask when the answer stays general; up to 6, each up to 300 characters.</summary>
    public IReadOnlyList<string> Probes { get; private init; } = [];

    public Anchors Anchors { get; private init; } = null!;

    /// <summary>Minutes an answer takes, 3 to 30.</summary>
    public int Minutes { get; private init; }

    /// <summary>What the interviewer prepares, plays or holds back, so that every candidate gets the same; up to 800 characters. Candidates never see it.</summary>
    public string Brief { get; private init; } = "";

    /// <summary>What is heard when an answer is real, up to 400 characters.</summary>
    public string StrongAnswer { get; private init; } = "";

    /// <summary>How a polished but empty answer sounds and what tells it apart, up to 400 characters.</summary>
    public string RehearsedAnswer { get; private init; } = "";

    /// <summary>Checks lengths and ranges; empty probes are dropped.</summary>
    /// <exception cref="RuleBroken">Something is missing, too long or out of range.</exception>
    public static Wording Of(QuestionKind kind, string? text, IEnumerable<string> probes, Anchors anchors, int minutes, string? brief = null, string? strongAnswer = null, string? rehearsedAnswer = null)
    {
        Rule.Holds(minutes is >= 3 and <= 30, "question-minutes", "A question takes between 3 and 30 minutes.", nameof(Minutes));
        IReadOnlyList<string> kept = [.. probes.Select(p => p.Trim()).Where(p => p.Length > 0)];
        Rule.Holds(kept.All(p => p.Length <= 300), "probe-too-long", "Please keep each probe under 300 characters.", nameof(Probes));
        Rule.Holds(kept.Count <= 6, "probes-too-many", "Six probes are the most an interviewer can keep in mind.", nameof(Probes));
        return new Wording
        {
            Kind = kind,
            Text = Rule.Text(text, "the question", 400, nameof(Text)),
            Probes = kept,
            Anchors = anchors,
            Minutes = minutes,
            Brief = Rule.OptionalText(brief, "the brief", 800, nameof(Brief)) ?? "",
            StrongAnswer = Rule.OptionalText(strongAnswer, "the real answer", 400, nameof(StrongAnswer)) ?? "",
            RehearsedAnswer = Rule.OptionalText(rehearsedAnswer, "the rehearsed answer", 400, nameof(RehearsedAnswer)) ?? "",
        };
    }

    /// <summary>Whether both say the same, word for word.</summary>
    public bool Equals(Wording? other) => other is not null
        && (Kind, Text, Anchors, Minutes, Brief, StrongAnswer, RehearsedAnswer) == (other.Kind, other.Text, other.Anchors, other.Minutes, other.Brief, other.StrongAnswer, other.RehearsedAnswer)
        && Probes.SequenceEqual(other.Probes);

    public override int GetHashCode() => HashCode.Combine(Kind, Text, Anchors, Minutes);
}
