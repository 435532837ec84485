namespace TalentHub.Data.Auditing;

/// <summary>One change in the audit trail. Rows are only ever added; each carries the hash of the one before.</summary>
public sealed class AuditRow
{
    public long Seq { get; init; }
    public DateTime At { get; init; }
    public Guid ActorId { get; init; }

    /// <summary>The command, for instance <c>PublishProfile</c>.</summary>
    public required string Action { get; init; }

    public required string EntityType { get; init; }
    public required string EntityId { get; init; }

    /// <summary>The opening it happened in: hidden from whoever is an internal candidate there.</summary>
    public Guid? OpeningId { get; init; }

    /// <summary>The candidate it is about, if one: hidden from that person.</summary>
    public Guid? CandidateId { get; init; }

    /// <summary>JSON list of <see cref="AuditChange"/>; personal and sealed values stand as digests.</summary>
    public required string Changes { get; init; }

    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}

/// <summary>One property before and after.</summary>
/// <param name="Kind">"plain", "personal" (value in <see cref="AuditPersonal"/>) or "sealed" (never shown here).</param>
public sealed record AuditChange(string Property, string? Before, string? After, string Kind = "plain");

/// <summary>The personal values of a row: apart from the chain, so that erasing a person leaves the chain whole.</summary>
public sealed class AuditPersonal
{
    public long Seq { get; init; }
    public required string Property { get; init; }
    public required string Salt { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
}

/// <summary>Where the chain ends; sealed with the key, so that cutting rows off the end shows.</summary>
public sealed class AuditHead
{
    public int Id { get; init; } = 1;
    public long Seq { get; set; }
    public string Hash { get; set; } = "";
    public string Seal { get; set; } = "";
}
