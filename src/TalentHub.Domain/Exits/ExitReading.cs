namespace TalentHub.Domain.Exits;

/// <summary>How far the two sides tell the same story.</summary>
public enum Accord { NobodySaid, OneSideOnly, SameMainReason, OtherMainReason, NothingShared }

/// <summary>The two sides of an exit, compared by their coded reasons.</summary>
public static class ExitReading
{
    /// <summary>Compares the reasons, main one first on each side.</summary>
    public static Accord Compare(IReadOnlyList<string> leaver, IReadOnlyList<string> manager)
    {
        if (leaver.Count == 0 && manager.Count == 0) return Accord.NobodySaid;
        if (leaver.Count == 0 || manager.Count == 0) return Accord.OneSideOnly;
        if (leaver[0] == manager[0]) return Accord.SameMainReason;
        return leaver.Intersect(manager).Any() ? Accord.OtherMainReason : Accord.NothingShared;
    }

    /// <summary>Where the sides differ, in a sentence.</summary>
    /// <param name="label">The words of a reason's code.</param>
    public static string Say(IReadOnlyList<string> leaver, IReadOnlyList<string> manager, Func<string, string> label) => Compare(leaver, manager) switch
    {
        Accord.NobodySaid => "Neither side has said why yet.",
        Accord.OneSideOnly => leaver.Count > 0 ? "Only the leaver has said why; the manager's side is still open." : "Only the manager has said why; the leaver's side is still open.",
        Accord.SameMainReason => $"Both sides give the same main reason: {label(leaver[0])}.",
        Accord.OtherMainReason => $"They weigh it differently. Leaver: {label(leaver[0])}. Manager: {label(manager[0])}. Both mention: {string.Join("; ", leaver.Intersect(manager).Select(label))}.",
        _ => $"They tell two stories. Leaver: {label(leaver[0])}. Manager: {label(manager[0])}. No reason is shared.",
    };
}
