using TalentHub.Domain.Openings;

namespace TalentHub.Domain.Interviews;

/// <summary>
/// Numbers the saves of a draft. The high part names the open page, the low part counts that page's saves, so that a save
/// arriving late is told apart from somebody writing in a second window. Stays under 2^52: exact in JavaScript.
/// </summary>
public static class DraftNumber
{
    private const int CountBits = 20;

    /// <summary>The number an open page starts from; its first save carries this plus one.</summary>
    public static long NewPage() => (long)Random.Shared.Next(1, int.MaxValue) << CountBits;

    /// <summary>Whether both numbers were counted by the same page.</summary>
    public static bool SamePage(long one, long other) => one >> CountBits == other >> CountBits;

    /// <summary>Whether a page of ours made the number.</summary>
    public static bool IsOurs(long number) => number is >= 1L << CountBits and < 1L << 52;
}

/// <summary>As much of a kit's question as a scorecard needs to take a rating.</summary>
public sealed record KitLine(Guid Id, int Order, Guid CompetencyId);

/// <summary>The kit as a scorecard reads it.</summary>
public static class KitLines
{
    /// <summary>The lines of a loaded kit.</summary>
    public static IReadOnlyCollection<KitLine> Lines(this Kit kit) => [.. kit.Questions.Select(q => new KitLine(q.Id, q.Order, q.CompetencyId))];
}
