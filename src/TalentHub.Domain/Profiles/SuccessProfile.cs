using TalentHub.Domain.Values;

namespace TalentHub.Domain.Profiles;

/// <summary>What good looks like in a role. The words are in its versions.</summary>
public sealed class SuccessProfile : Entity
{
    private readonly List<ProfileVersion> versions = [];

    private SuccessProfile() { }

    public SuccessProfile(string name, RoleLevel level, string? variant)
    {
        Name = Rule.Text(name, "a name for the profile", 80, nameof(Name));
        Level = level;
        Variant = Rule.OptionalText(variant, "the variant", 60, nameof(Variant));
        versions.Add(new ProfileVersion(this, 1));
    }

    public string Name { get; private set; } = "";
    public RoleLevel Level { get; private set; }

    /// <summary>For instance field rep, inside rep, SDR, key account.</summary>
    public string? Variant { get; private set; }

    public IReadOnlyList<ProfileVersion> Versions => versions;

    /// <summary>The version being written, if any.</summary>
    public ProfileVersion? Draft => versions.SingleOrDefault(v => v.State == ProfileState.Draft);

    /// <summary>The version openings are made on now, if any.</summary>
    public ProfileVersion? Published => versions.SingleOrDefault(v => v.State == ProfileState.Published);

    /// <summary>Publishes the draft; the version published before is retired. From then on the version never changes.</summary>
    public void Publish(Guid by, DateTime at)
    {
        var draft = Draft ?? throw new RuleBroken("nothing-to-publish", "There is no draft to publish.");
        draft.CheckComplete();
        Published?.Retire();
        draft.Publish(by, at);
        Touch();
    }

    /// <summary>Starts the next version as a copy of the published one.</summary>
    public ProfileVersion StartNextVersion()
    {
        Rule.Holds(Draft is null, "draft-exists", "A draft is already being written. Finish that one first.");
        var from = Published ?? throw new RuleBroken("nothing-to-copy", "Publish the first version before starting the next.");
        var next = new ProfileVersion(this, versions.Max(v => v.Number) + 1);
        next.CopyFrom(from);
        versions.Add(next);
        Touch();
        return next;
    }
}

/// <summary>Life of a version: written, in force, history.</summary>
public enum ProfileState { Draft, Published, Retired }

/// <summary>An indicator comes before the result (leading) or is the result (lagging).</summary>
public enum IndicatorKind { Leading, Lagging }
