using System.Text.RegularExpressions;

namespace TalentHub.Domain.Mail;

/// <summary>A company's own wording of a letter; without one, ours is used.</summary>
public sealed class MailTemplate : Entity
{
    private MailTemplate() { }

    public MailTemplate(LetterKind kind, string? subject, string? text, Guid by, DateTime at)
    {
        Kind = kind;
        Reword(subject, text, by, at);
    }

    public LetterKind Kind { get; private set; }
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public Guid By { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>Changes the wording.</summary>
    /// <exception cref="RuleBroken"><c>unknown-placeholder</c> for one this kind of letter cannot fill; <c>link-missing</c> when a letter to the panel would not lead to the scorecard.</exception>
    public void Reword(string? subject, string? text, Guid by, DateTime at)
    {
        Subject = Rule.Text(subject, "a subject", 150, nameof(Subject));
        Rule.Holds(!Subject.Contains('\n') && !Subject.Contains('\r'), "subject-lines", "A subject is one line.", nameof(Subject));
        Text = Rule.Text(text, "the letter", 5000, nameof(Text));
        Check(Subject, nameof(Subject));
        Check(Text, nameof(Text));
        var leads = Placeholders.Of(Kind).Contains(Placeholders.Link) && Kind != LetterKind.PanelCancellation;
        Rule.Holds(!leads || Placeholders.Used(Text).Contains(Placeholders.Link), "link-missing", $"Leave {{{{{Placeholders.Link}}}}} in the letter: it is how an interviewer gets to the scorecard.", nameof(Text));
        (By, At) = (by, at);
        Touch();
    }

    private void Check(string words, string field)
    {
        var known = Placeholders.Of(Kind);
        var strange = Placeholders.Used(words).Where(p => !known.Contains(p)).Distinct().ToList();
        Rule.Holds(strange.Count == 0, "unknown-placeholder", $"This letter has no {string.Join(", ", strange.Select(s => $"{{{{{s}}}}}"))}. It can say {string.Join(", ", known.Select(k => $"{{{{{k}}}}}"))}.", field);
    }
}

/// <summary>Words in double braces that a letter fills in.</summary>
public static partial class Placeholders
{
    /// <summary>Where the scorecard is.</summary>
    public const string Link = "link";

    private static readonly string[] Meeting = ["recipient", "opening", "stage", "when", "minutes", "place", "sender"];

    /// <summary>The kinds that are filled in rather than written by a person.</summary>
    public static IReadOnlyList<LetterKind> Kinds { get; } = [.. Enum.GetValues<LetterKind>().Where(k => k != LetterKind.CandidateDecision)];

    /// <summary>What a letter of this kind can fill in.</summary>
    public static IReadOnlyList<string> Of(LetterKind kind) => kind switch
    {
        LetterKind.CandidateInvitation or LetterKind.CandidateChange => [.. Meeting, "panel"],
        LetterKind.CandidateCancellation => Meeting,
        LetterKind.ScorecardReopened => ["recipient", "candidate", "opening", "stage", "when", "sender", Link],
        LetterKind.ScorecardReminder => ["recipient", "candidate", "opening", "stage", "when", Link],
        _ => [.. Meeting, "candidate", "panel", Link],
    };

    /// <summary>The placeholders in a text, in order, as written between the braces.</summary>
    public static IEnumerable<string> Used(string text) => Pattern().Matches(text).Select(m => m.Groups[1].Value.Trim().ToLowerInvariant());

    /// <summary>The text with every placeholder replaced; one without a value leaves nothing.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Pattern().Replace(text, m => values.GetValueOrDefault(m.Groups[1].Value.Trim().ToLowerInvariant(), ""));

    [GeneratedRegex(@"\{\{([^{}\n]{0,40})\}\}")]
    private static partial Regex Pattern();
}
