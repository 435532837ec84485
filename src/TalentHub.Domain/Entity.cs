namespace TalentHub.Domain;

/// <summary>Something with an identity and a life. Identities are time-ordered and made here, so a graph can be built before it is saved.</summary>
public abstract class Entity
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Counts the edits; the concurrency token. A form posts back the number it was filled from.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Begins an edit from a form filled at <paramref name="version"/>.</summary>
    /// <exception cref="Conflict">The thing has been edited since.</exception>
    public void Edit(int version)
    {
        if (version != Version) throw new Conflict();
        Touch();
    }

    /// <summary>Marks the thing as changed, so that two changes at once cannot both win.</summary>
    protected void Touch() => Version++;
}
