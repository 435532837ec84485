using TalentHub.Domain.Interviews;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>All a letter to a candidate is made of. Nothing anybody wrote about them is among it, so nothing of it can slip into the letter.</summary>
/// <param name="Opening">The title the search was advertised by.</param>
/// <param name="Insider">They work here already.</param>
/// <param name="StartsOn">First day, for a hire.</param>
/// <param name="HeardBy">The day by which the next step is due.</param>
public sealed record LetterFacts(string Candidate, string Opening, DecisionOutcome Outcome, bool Insider, DateOnly? StartsOn, DateOnly? HeardBy);

/// <summary>A draft for somebody to read, change and send: what was decided and what comes next, without a score, a name of the panel, or a reason in numbers.</summary>
/// <param name="First">What to do before any letter; none where a letter may be the first word.</param>
public sealed record CandidateLetter(string Subject, string Body, string? First)
{
    public static CandidateLetter For(LetterFacts facts)
    {
        var said = facts.Outcome switch { DecisionOutcome.Hire => Hire(facts), DecisionOutcome.Reject => Reject(facts), _ => Hold(facts) };
        string[] paragraphs = [$"Dear {facts.Candidate},", .. said, "Kind regards,\nThe hiring team"];
        return new CandidateLetter($"Your application: {facts.Opening}", string.Join("\n\n", paragraphs), facts.Insider
            ? $"{facts.Candidate} works here. Talk to them in person first, before anybody else knows. HR decides whether and when a letter follows." : null);
    }

    private static IEnumerable<string> Hire(LetterFacts facts) =>
    [
        facts.Insider ? "As we told you when we spoke: we are glad to say yes. Thank you for going through the same process as everybody else." : "Thank you for the time and the openness you brought to our conversations.",
        $"{(facts.Insider ? "The post is yours if you want it" : "We would like you to join us")}: {facts.Opening}.{(facts.StartsOn is { } day ? $" Your first day {(facts.Insider ? "in the new job" : "with us")} would be {Day(day)}." : "")}",
        $"{(facts.HeardBy is { } by ? $"You will have everything in writing by {Day(by)}." : "Everything follows in writing.")} Until you have read it and agreed, nothing is settled on your side, so please ask whatever is still open.",
    ];

    private static IEnumerable<string> Reject(LetterFacts facts) =>
    [
        facts.Insider ? "Thank you for putting yourself forward, and for going through the same process as everybody else." : "Thank you for the time and the openness you brought to our conversations.",
        $"{(facts.Insider ? "As we told you when we spoke, we" : "We")} have decided to fill the post “{facts.Opening}” differently. This says what we think this post needs now; it is no judgement of you as a person, or of your work {(facts.Insider ? "here" : "elsewhere")}.",
        facts.Insider
            ? "We would like to talk with you about what comes next for you here. If you want to hear what we saw and what we missed, that is a good moment to ask."
            : "If you would like to hear what we saw and what we missed, tell us, and we will find a time to talk. We wish you well.",
    ];

    private static IEnumerable<string> Hold(LetterFacts facts) =>
    [
        "Thank you for the time and the openness you brought to our conversations.",
        $"We have not decided yet on the post “{facts.Opening}”. You are still being considered, and there is nothing you need to do.",
        $"{(facts.HeardBy is { } by ? $"You will hear from us by {Day(by)}, whatever we know by then." : "We will write again as soon as we have decided.")} Should your own plans change before, please tell us.",
    ];

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
