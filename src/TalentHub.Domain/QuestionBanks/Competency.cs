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
        Name = Rule.Text(name, "a name", 60, nameof(Name));
        Level = level;
        Definition = Rule.Text(definition, "a definition", 500, nameof(Definition));
        Anchors = anchors;
    }

    public string Name { get; private set; } = "";
    public RoleLevel Level { get; private set; }
    public string Definition { get; private set; } = "";
    public Anchors Anchors { get; private set; } = null!;
}
