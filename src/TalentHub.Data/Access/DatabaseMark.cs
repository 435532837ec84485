namespace TalentHub.Data.Access;

/// <summary>What this database is, written into it when it was made.</summary>
public sealed class DatabaseMark
{
    public const string Demo = "demo";
    public const string SetupDone = "setup-done";

    public required string Name { get; init; }
    public DateTime At { get; init; }
}

/// <summary>A data protection key: kept in the database, so that any node can read what another wrote.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}
