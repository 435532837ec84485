using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Profiles;

/// <summary>One wording of a profile. Openings point at a version, so a past decision can be read as it was taken.</summary>
public sealed class ProfileVersion : Entity
{
    private readonly List<ProfileCompetency> competencies = [];
    private readonly List<ProfileIndicator> indicators = [];

    private ProfileVersion() { }

    internal ProfileVersion(SuccessProfile profile, int number)
    {
        ProfileId = profile.Id;
        Number = number;
    }

    public Guid ProfileId { get; private set; }
    public SuccessProfile? Profile { get; private set; }
    public int Number { get; private set; }
    public ProfileState State { get; private set; }
    public DateTime? PublishedAt { get; private set; }
    public Guid? PublishedBy { get; private set; }
    public string Purpose { get; private set; } = "";
    public string WhyJoin { get; private set; } = "";
    public List<HireChannel> Channels { get; private set; } = [];
    public IReadOnlyList<ProfileCompetency> Competencies => competencies;
    public IReadOnlyList<ProfileIndicator> Indicators => indicators;

    /// <summary>Sum of the weights in percent; 100 when complete.</summary>
    public int TotalWeight => competencies.Sum(c => c.Weight);

    /// <summary>Rewrites the words of a draft.</summary>
    public void Describe(string? purpose, string? whyJoin, IEnumerable<HireChannel> channels)
    {
        CheckDraft();
        Purpose = Rule.OptionalText(purpose, "the purpose", 1000, nameof(Purpose)) ?? "";
        WhyJoin = Rule.OptionalText(whyJoin, "why people join", 1000, nameof(WhyJoin)) ?? "";
        Channels = [.. channels.Distinct()];
        Touch();
    }

    /// <summary>States the weighted competencies of a draft, in order.</summary>
    /// <param name="choices">Competency, weight in whole percent (1 to 100), target level (1.0 to 5.0).</param>
    public void Weigh(IEnumerable<(Competency Competency, int Weight, double Target)> choices)
    {
        CheckDraft();
        var list = choices.ToList();
        Rule.Holds(list.Select(c => c.Competency.Id).Distinct().Count() == list.Count, "competency-twice", "Each competency can be in the profile once.", "Competencies");
        competencies.Clear();
        foreach (var (competency, weight, target) in list)
            competencies.Add(new ProfileCompetency(this, competency, weight, target, competencies.Count + 1));
        Touch();
    }

    /// <summary>States the indicators of a draft with the evidence behind each.</summary>
    public void Indicate(IEnumerable<(IndicatorKind Kind, string Name, string? Evidence)> list)
    {
        CheckDraft();
        indicators.Clear();
        foreach (var (kind, name, evidence) in list)
            indicators.Add(new ProfileIndicator(this, kind, name, evidence, indicators.Count + 1));
        Touch();
    }

    internal void CheckComplete()
    {
        Rule.Holds(competencies.Count is >= 3 and <= 12, "profile-size", "A profile needs between 3 and 12 competencies: fewer miss the role, more cannot be interviewed for.", "Competencies");
        Rule.Holds(TotalWeight == 100, "weights-sum", $"The weights add up to {TotalWeight} %. They must add up to 100 % before you can publish.", "Competencies");
    }

    internal void Publish(Guid by, DateTime at) => (State, PublishedBy, PublishedAt) = (ProfileState.Published, by, at);

    internal void Retire() => State = ProfileState.Retired;

    internal void CopyFrom(ProfileVersion from)
    {
        (Purpose, WhyJoin, Channels) = (from.Purpose, from.WhyJoin, [.. from.Channels]);
        competencies.AddRange(from.competencies.Select(c => c.CopyTo(this)));
        indicators.AddRange(from.indicators.Select(i => i.CopyTo(this)));
    }

    private void CheckDraft() => Rule.Holds(State == ProfileState.Draft, "profile-published",
        "A published version never changes, so that past decisions can be read as they were taken. Start the next version instead.");
}

/// <summary>A competency in a version, with its weight and target, worded as it was then.</summary>
public sealed class ProfileCompetency : Entity
{
    private ProfileCompetency() { }

    internal ProfileCompetency(ProfileVersion version, Competency competency, int weight, double target, int order)
    {
        Rule.Holds(weight is >= 1 and <= 100, "weight-range", $"{competency.Name}: a weight is a whole number from 1 to 100 %.", "Competencies");
        Rule.Holds(target is >= 1 and <= 5, "target-range", $"{competency.Name}: a target level lies between 1 and 5.", "Competencies");
        ProfileVersionId = version.Id;
        CompetencyId = competency.Id;
        (Name, Definition, Anchors) = (competency.Name, competency.Definition, competency.Anchors with { });
        (Weight, Target, Order) = (weight, target, order);
    }

    public Guid ProfileVersionId { get; private set; }
    public Guid CompetencyId { get; private set; }
    public string Name { get; private set; } = "";
    public string Definition { get; private set; } = "";
    public Anchors Anchors { get; private set; } = null!;

    /// <summary>Whole percent, 1 to 100; a version's weights sum to 100.</summary>
    public int Weight { get; private set; }

    /// <summary>Target level on the scale 1 to 5.</summary>
    public double Target { get; private set; }

    public int Order { get; private set; }

    internal ProfileCompetency CopyTo(ProfileVersion version) => new()
    {
        ProfileVersionId = version.Id,
        CompetencyId = CompetencyId,
        Name = Name,
        Definition = Definition,
        Anchors = Anchors with { },
        Weight = Weight,
        Target = Target,
        Order = Order,
    };
}

/// <summary>A number that comes before success, or is it, and why we believe so.</summary>
public sealed class ProfileIndicator : Entity
{
    private ProfileIndicator() { }

    internal ProfileIndicator(ProfileVersion version, IndicatorKind kind, string name, string? evidence, int order)
    {
        ProfileVersionId = version.Id;
        Kind = kind;
        Name = Rule.Text(name, "the indicator", 120, "Indicators");
        Evidence = Rule.OptionalText(evidence, "the evidence", 400, "Indicators") ?? "";
        Order = order;
    }

    public Guid ProfileVersionId { get; private set; }
    public IndicatorKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string Evidence { get; private set; } = "";
    public int Order { get; private set; }

    internal ProfileIndicator CopyTo(ProfileVersion version) => new() { ProfileVersionId = version.Id, Kind = Kind, Name = Name, Evidence = Evidence, Order = Order };
}
