using TalentHub.Domain.Interviews;

namespace TalentHub.Seed;

/// <summary>What some scorecards say beside their questions. By the salt alone, so that no other draw of the demo moves.</summary>
internal static class CardParts
{
    private static readonly (NotObservedReason Because, string Words)[] Unseen =
    [
        (NotObservedReason.RanOutOfTime, "We ran out of time before this one."),
        (NotObservedReason.SomebodyElseCoveredIt, "Asked in the other interview of the day; I left it to them."),
        (NotObservedReason.AnswerDidNotReachIt, "Two tries, and the story was about the product both times."),
        (NotObservedReason.TechnicalTrouble, ""),
    ];

    private static readonly string[] Seen =
    [
        "Had read our last two press notes and asked about the second plant.",
        "Took notes throughout and came back to an earlier answer to correct a number.",
        "Asked three questions at the end, all of them about how the territory was cut.",
        "Spoke to the receptionist by name on the way out.",
        "Looked for the clock twice; said at once that a customer was waiting.",
    ];

    private static readonly string[] Flags =
    [
        "Said the last year closed above target; the figure named later in the talk was below it.",
        "Moved the appointment twice, the second time an hour before.",
        "Spoke of a former customer by name and of what they pay.",
        "Could not say who had signed the largest order on the list.",
    ];

    public static (NotObservedReason Because, string Words) NotSeen(string salt) => Phrases.Pick(Unseen, $"unseen|{salt}");

    /// <summary>One card in four has seen something that belongs to no question.</summary>
    public static string General(string salt, int stage) => Phrases.Hash($"general|{salt}|{stage}") % 4 == 0 ? Phrases.Turn(Seen, salt, stage) : "";

    /// <summary>One card in six of those that would rather not, and hardly any other.</summary>
    public static IReadOnlyList<string> RedFlags(Recommendation word, string salt) =>
        Phrases.Hash($"flag|{salt}") % (word <= Recommendation.No ? 6u : 24u) == 0 ? [Phrases.Pick(Flags, salt)] : [];
}
