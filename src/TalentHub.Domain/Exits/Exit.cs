using TalentHub.Domain.Employees;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Exits;

/// <summary>Who ended it.</summary>
public enum ExitDirection { TheyLeft, WeLetThemGo, Agreed, RoleGone }

/// <summary>Whose account of the reasons it is.</summary>
public enum ExitSide { Leaver, Manager }

/// <summary>That an employee goes: direction, reasons from both sides, and the exit interview.</summary>
public sealed class Exit : Entity
{
    private readonly List<ExitReason> reasons = [];
    private readonly List<ExitAnswer> answers = [];

    private Exit() { }

    public Exit(Employee employee, ExitDirection direction, DateOnly lastDay, Guid by, DateTime at)
    {
        Rule.Holds(lastDay <= DateOnly.FromDateTime(at).AddYears(1), "exit-far-ahead", "The last day lies more than a year ahead. Please check the year.", nameof(LastDay));
        employee.Leave(lastDay);
        (EmployeeId, Direction, LastDay, RecordedBy, RecordedAt) = (employee.Id, direction, lastDay, by, at);
    }

    public Guid EmployeeId { get; private set; }
    public Employee? Employee { get; private set; }
    public ExitDirection Direction { get; private set; }
    public DateOnly LastDay { get; private set; }
    public Guid RecordedBy { get; private set; }
    public DateTime RecordedAt { get; private set; }

    /// <summary>Whether the company would rather have kept them.</summary>
    public bool? Regretted { get; private set; }

    public bool? Preventable { get; private set; }
    public bool? WouldRehire { get; private set; }
    [Sealed] public string? LeaverWords { get; private set; }
    [Sealed] public string? ManagerWords { get; private set; }
    public DateTime? InterviewedAt { get; private set; }
    public IReadOnlyList<ExitReason> Reasons => reasons;
    public IReadOnlyList<ExitAnswer> Answers => answers;

    /// <summary>What the ramp plan says that this exit closed; also how it is found again.</summary>
    public string ClosesPlanBecause => $"{Words.Of(Direction)}, last day {LastDay:yyyy-MM-dd}.";

    /// <summary>Takes the exit back on the day it was recorded, before anyone was interviewed; the caller removes it.</summary>
    public void TakeBack(Employee employee, DateOnly today)
    {
        Rule.Holds(DateOnly.FromDateTime(RecordedAt) == today, "take-back-late", "An exit can be taken back on the day it was recorded only.");
        Rule.Holds(InterviewedAt is null, "take-back-interviewed", "The exit interview is already filled in, so this exit stays.");
        employee.Stay();
    }

    /// <summary>Records one side's coded reasons and words; the main reason comes first.</summary>
    /// <param name="known">Codes of the reason list (content/exit-reasons.json).</param>
    public void Explain(ExitSide side, IReadOnlyList<string> codes, string? words, IReadOnlyCollection<string> known)
    {
        Rule.Holds(codes.Count is >= 1 and <= 5, "reason-count", "Choose between one and five reasons, the main one first.", $"{side}Reasons");
        Rule.Holds(codes.Distinct().Count() == codes.Count && codes.All(known.Contains), "reason-unknown", "One of these reasons is not on the list.", $"{side}Reasons");
        reasons.RemoveAll(r => r.Side == side);
        reasons.AddRange(codes.Select((c, i) => new ExitReason(this, side, c, i + 1)));
        var text = Rule.OptionalText(words, "what was said", 4000, $"{side}Words");
        if (side == ExitSide.Leaver) LeaverWords = text;
        else ManagerWords = text;
        Touch();
    }

    /// <summary>Records the company's own judgement.</summary>
    public void Judge(bool? regretted, bool? preventable, bool? wouldRehire)
    {
        (Regretted, Preventable, WouldRehire) = (regretted, preventable, wouldRehire);
        Touch();
    }

    /// <summary>Records the exit interview.</summary>
    public void Interview(IEnumerable<(string Key, string? Text, int? Scale)> given, DateTime at)
    {
        answers.Clear();
        foreach (var (key, text, scale) in given.Where(a => a.Scale is not null || !string.IsNullOrWhiteSpace(a.Text)))
            answers.Add(new ExitAnswer(this, key, text, scale));
        Rule.Holds(answers.Count > 0, "interview-empty", "Nothing is filled in yet. Answer at least one question.");
        InterviewedAt = at;
        Touch();
    }
}

/// <summary>A coded reason as one side tells it; rank 1 is the main one.</summary>
public sealed class ExitReason : Entity
{
    private ExitReason() { }

    internal ExitReason(Exit exit, ExitSide side, string code, int rank) => (ExitId, Side, Code, Rank) = (exit.Id, side, code, rank);

    public Guid ExitId { get; private set; }
    public ExitSide Side { get; private set; }
    public string Code { get; private set; } = "";
    public int Rank { get; private set; }
}

/// <summary>An answer of the exit interview: words, or a scale from 1 (low) to 5 (high).</summary>
public sealed class ExitAnswer : Entity
{
    private ExitAnswer() { }

    internal ExitAnswer(Exit exit, string key, string? text, int? scale)
    {
        Rule.Holds(scale is null or (>= 1 and <= 5), "scale-range", "A scale answer lies between 1 and 5.", key);
        (ExitId, Key, Text, Scale) = (exit.Id, key, Rule.OptionalText(text, "the answer", 4000, key), scale);
    }

    public Guid ExitId { get; private set; }

    /// <summary>Which question (content/exit-interview.json).</summary>
    public string Key { get; private set; } = "";

    [Sealed] public string? Text { get; private set; }
    public int? Scale { get; private set; }
}
