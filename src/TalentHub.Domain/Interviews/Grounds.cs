using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>What one competency contributes to a proposal or a decision, in a sentence.</summary>
/// <param name="CompetencyId">A competency of the opening's profile.</param>
public sealed record CompetencyReason(Guid CompetencyId, string Words);

/// <summary>What happens next, who sees to it, and by when.</summary>
public sealed record NextStep(string What, Guid? OwnerId, DateOnly? DueOn)
{
    /// <summary>The next step as typed; none where nothing was.</summary>
    /// <param name="today">The step is not due before.</param>
    /// <exception cref="RuleBroken">Somebody or a date without saying what, or a date gone by.</exception>
    public static NextStep? Of(string? what, Guid? ownerId, DateOnly? dueOn, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(what))
        {
            Rule.Holds(ownerId is null && dueOn is null, "next-step-missing", "Say what the next step is, or leave its person and date empty too.", "NextStep");
            return null;
        }
        Rule.Holds(dueOn is null || dueOn >= today, "next-step-past", "The next step cannot be due on a day gone by.", "NextStepOn");
        return new NextStep(Rule.Text(what, "the next step", 300, "NextStep"), ownerId, dueOn);
    }
}

/// <summary>Why, and what next. At least one reason is there: overall, or on a competency.</summary>
public sealed record Grounds
{
    /// <exception cref="RuleBroken">No reason at all, one that is too long, or two on one competency.</exception>
    public Grounds(string? reasons, IEnumerable<CompetencyReason> on, NextStep? next)
    {
        On = [.. on.Where(r => !string.IsNullOrWhiteSpace(r.Words)).Select(r => r with { Words = Rule.Text(r.Words, "the reason on a competency", 600, nameof(On)) })];
        Rule.Holds(On.DistinctBy(r => r.CompetencyId).Count() == On.Count, "reason-twice", "One reason a competency: put both sentences together.", nameof(On));
        Reasons = On.Count > 0 ? Rule.OptionalText(reasons, "the reasons", 4000, nameof(Reasons)) ?? "" : Rule.Text(reasons, "the reasons, overall or on a competency", 4000, nameof(Reasons));
        Next = next;
    }

    /// <summary>Overall; may be empty where there are reasons on competencies.</summary>
    public string Reasons { get; }

    public IReadOnlyList<CompetencyReason> On { get; }
    public NextStep? Next { get; }
}

/// <summary>A kept record with its grounds: a proposal or a decision.</summary>
public abstract class Grounded : Entity
{
    [Sealed] public string Reasons { get; private protected set; } = "";

    /// <summary>Reasons by competency.</summary>
    [Sealed] public List<CompetencyReason> On { get; private protected set; } = [];

    [Sealed] public string? NextStep { get; private protected set; }

    /// <summary>The account of whoever sees to the next step.</summary>
    public Guid? NextStepOwner { get; private protected set; }

    public DateOnly? NextStepOn { get; private protected set; }

    private protected void Rest(Grounds grounds) =>
        (Reasons, On, NextStep, NextStepOwner, NextStepOn) = (grounds.Reasons, [.. grounds.On], grounds.Next?.What, grounds.Next?.OwnerId, grounds.Next?.DueOn);
}
