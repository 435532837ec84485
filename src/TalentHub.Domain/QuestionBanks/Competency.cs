using TalentHub.Domain.Values;

namespace TalentHub.Domain.QuestionBanks;

/// <summary>Written examples of what a rating of 1, 3 and 5 sounds like (a behaviourally anchored rating scale).</summary>
public sealed record Anchors(string One, string Three, string Five)
{
    /// <summary>Checks that each anchor says something.</summary>
    /// <exception cref="RuleBroken">An anchor is empty or over 300 characters.</exception>
    public static Anchors Of(string? one, string? three, string? five) => new(
        Rule.Text(one, "what a 1 sounds like", 300, "AnchorOne"),
        Rule.Text(three, "what a 3 sounds like", 300, "AnchorThree"),
        Rule.Text(five, "what a 5 sounds like", 300, "AnchorFive"));
}

/// <summary>A narrow, observable ability, with anchors for its role level.</summary>
public sealed class Competency : Entity
{
    private Competency() { }

    public Competency(string name, RoleLevel level, string definition, Anchors anchors)
    {
        Level = level;
        Describe(name, definition, anchors);
    }

    /// <summary>Says it differently. Published profiles keep the words they were published with.</summary>
    public void Describe(string name, string definition, Anchors anchors)
    {
        Name = Rule.Text(name, "a name", 60, nameof(Name));
        Definition = Rule.Text(definition, "a definition", 500, nameof(Definition));
        Anchors = anchors with { };
        Touch();
    }

    /// <summary>Adds what a reader wants to know beyond the definition; each may be left out.</summary>
    public Competency Explain(string? whyItMatters, string? differsFrom, string? practice)
    {
        WhyItMatters = Rule.OptionalText(whyItMatters, "why it matters", 500, nameof(WhyItMatters));
        DiffersFrom = Rule.OptionalText(differsFrom, "how it differs", 500, nameof(DiffersFrom));
        Practice = Rule.OptionalText(practice, "what research or practice says", 600, nameof(Practice));
        Touch();
        return this;
    }

    public string Name { get; private set; } = "";
    public RoleLevel Level { get; private set; }
    public string Definition { get; private set; } = "";
    public Anchors Anchors { get; private set; } = null!;

    /// <summary>What it changes in results, and why interviews miss it.</summary>
    public string? WhyItMatters { get; private set; }

    /// <summary>The line between it and the competencies it is most easily taken for.</summary>
    public string? DiffersFrom { get; private set; }

    /// <summary>What research or practice says.</summary>
    public string? Practice { get; private set; }
}
