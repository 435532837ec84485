namespace TalentHub.Domain.Interviews;

/// <summary>Red flags as they are kept: a few, each one line of plain facts.</summary>
public static class RedFlagLines
{
    /// <summary>More than these would be a list of complaints; the debrief has an hour.</summary>
    public const int Most = 5;

    /// <summary>Characters of a red flag.</summary>
    public const int Longest = 300;

    /// <summary>Each on one line, without the empty ones.</summary>
    public static List<string> Of(IEnumerable<string?> flags) =>
        [.. flags.Select(f => string.Join(' ', (f ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(f => f.Length > 0)];

    /// <summary>The lines, if they are few and short enough.</summary>
    /// <exception cref="RuleBroken"><c>too-many-red-flags</c>, or <c>text-too-long</c>.</exception>
    public static List<string> Checked(IEnumerable<string?> flags)
    {
        var lines = Of(flags);
        Rule.Holds(lines.Count <= Most, "too-many-red-flags", $"Keep the red flags to the {Most} that the debrief has to talk about.", nameof(Scorecard.RedFlags));
        foreach (var line in lines) Rule.Text(line, "a red flag", Longest, nameof(Scorecard.RedFlags));
        return lines;
    }
}
