using TalentHub.Domain.Interviews;
using TalentHub.Domain.Values;

namespace TalentHub.Seed;

/// <summary>The words demonstration records are made of (content/evidence-phrases.json).</summary>
internal sealed record PhraseContent(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Notes,
    IReadOnlyList<string> Dissents,
    IReadOnlyList<DecisionReasonContent> DecisionReasons,
    IReadOnlyList<ExitWordsContent> ExitWords,
    IReadOnlyList<string> KeepPlans,
    IReadOnlyDictionary<string, string> PreparationAnswers);

internal sealed record DecisionReasonContent(string Outcome, string RoleLevel, string Text);

internal sealed record ExitWordsContent(string ReasonCode, string Text);

/// <summary>Picks a phrase by a stable hash, so that the same record always says the same.</summary>
internal static class Phrases
{
    private static readonly Lazy<PhraseContent> Lazy = Content.Read<PhraseContent>("evidence-phrases");

    private static readonly Dictionary<Recommendation, string[]> Summaries = new()
    {
        [Recommendation.StrongYes] = ["I would want this person on my own team. Every claim came with a date and a number.", "The clearest examples I have heard this quarter, and they held when I asked for the step before.", "Named what went wrong before I asked, and what they do since. I would not wait."],
        [Recommendation.Yes] = ["Solid on what the territory needs. One gap, and it can be coached.", "Good examples, told in order. I would hire, and spend the first month on the weaker point.", "Would hire. What was missing is in the notes, none of it decides."],
        [Recommendation.No] = ["Pleasant and well prepared, but the examples stopped before the result.", "I asked for a second case and did not get one. Not for this territory.", "Some good moments. Too little evidence on what we weighted most."],
        [Recommendation.StrongNo] = ["The answers stayed general whichever way I asked.", "I would not put this person in front of a customer of ours yet.", "Three stories, all of them about what others did."],
    };

    public static PhraseContent All => Lazy.Value;

    /// <summary>A number that is the same on every machine and in every run.</summary>
    public static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 16;
        hash *= 0x7feb352du;
        return hash ^ (hash >> 15);
    }

    public static T Pick<T>(IReadOnlyList<T> list, string salt) => list[(int)(Hash(salt) % (uint)list.Count)];

    public static string Note(string questionKey, int score, string salt) => Pick(All.Notes[questionKey][$"{score}"], $"{salt}|{questionKey}");

    /// <summary>Another one at each stage with the same salt, as long as there are no more stages than phrases.</summary>
    public static T Turn<T>(IReadOnlyList<T> list, string salt, int stage) => list[(int)((Hash(salt) % (uint)list.Count + (uint)stage) % (uint)list.Count)];

    public static string Summary(Recommendation recommendation, string salt, int stage) => Turn(Summaries[recommendation], salt, stage);

    public static string Reason(DecisionOutcome outcome, RoleLevel level, string salt) =>
        Pick(All.DecisionReasons.Where(r => r.Outcome == $"{outcome}" && (r.RoleLevel == $"{level}" || r.RoleLevel == "Any")).ToList(), salt).Text;

    public static string Dissent(string salt) => Pick(All.Dissents, salt);

    /// <summary>What a leaver said on a reason; none where no words are kept for it.</summary>
    public static string? ExitWords(string code, string salt)
    {
        var fitting = All.ExitWords.Where(w => w.ReasonCode == code).ToList();
        return fitting.Count == 0 ? null : Pick(fitting, salt).Text;
    }
}
