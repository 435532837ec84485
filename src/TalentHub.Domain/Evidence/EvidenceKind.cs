using TalentHub.Domain.QuestionBanks;

namespace TalentHub.Domain.Evidence;

/// <summary>Where a piece of evidence comes from. The first three are ratings of the panel, by the kind of question; the others stand beside them.</summary>
public enum EvidenceKind { Interview, RolePlay, WorkSample, Reference, Assessment }

/// <summary>How kinds of evidence are told apart and said.</summary>
public static class EvidenceKinds
{
    /// <summary>The kind of the ratings a question brings.</summary>
    public static EvidenceKind Of(QuestionKind question) => question switch
    {
        QuestionKind.RolePlay => EvidenceKind.RolePlay,
        QuestionKind.WorkSample => EvidenceKind.WorkSample,
        _ => EvidenceKind.Interview,
    };

    /// <summary>A percentile in words: 74 as "74th percentile", 11 as "11th percentile".</summary>
    /// <param name="value">0 to 100.</param>
    public static string Percentile(int value) => $"{value}{(value % 100 is >= 11 and <= 13 ? "th" : (value % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })} percentile";
}
