namespace TalentHub.Domain;

/// <summary>A rule of the domain was broken. The sentence is written for the person who typed.</summary>
/// <param name="code">Stable, kebab-case name of the rule; tests assert on it.</param>
/// <param name="sentence">What is wrong and what to do, in plain English.</param>
/// <param name="field">The form field it belongs to, if one.</param>
public sealed class RuleBroken(string code, string sentence, string? field = null) : Exception(sentence)
{
    public string Code { get; } = code;
    public string? Field { get; } = field;
}

/// <summary>The thing does not exist, or is out of this viewer's reach: the two are told apart to nobody.</summary>
public sealed class NotFound(string what = "That page") : Exception($"{what} does not exist, or is not yours to see.");

/// <summary>The viewer can see the thing but may not do this with it.</summary>
public sealed class Forbidden(string sentence = "You may look at this, but not change it.") : Exception(sentence);

/// <summary>Someone else changed the thing since the viewer opened it.</summary>
public sealed class Conflict(string sentence = "Someone else changed this while you had it open.") : Exception(sentence);

/// <summary>A short form for stating rules where they hold.</summary>
public static class Rule
{
    /// <summary>Throws <see cref="RuleBroken"/> unless <paramref name="holds"/>.</summary>
    public static void Holds(bool holds, string code, string sentence, string? field = null)
    {
        if (!holds) throw new RuleBroken(code, sentence, field);
    }

    /// <summary>Trims the text; throws <see cref="RuleBroken"/> when it is empty or longer than <paramref name="longest"/> characters.</summary>
    public static string Text(string? value, string name, int longest, string? field = null)
    {
        var text = (value ?? "").Trim();
        Holds(text.Length > 0, "text-missing", $"Please write {name}.", field);
        Holds(text.Length <= longest, "text-too-long", $"Please keep {name} under {longest:N0} characters; it has {text.Length:N0}.", field);
        return text;
    }

    /// <summary>Trims an optional text; empty becomes null; throws <see cref="RuleBroken"/> when longer than <paramref name="longest"/>.</summary>
    public static string? OptionalText(string? value, string name, int longest, string? field = null) =>
        string.IsNullOrWhiteSpace(value) ? null : Text(value, name, longest, field);

    /// <summary>An e-mail address in lower case; throws <see cref="RuleBroken"/> when it has not the shape of one.</summary>
    public static string Address(string value, string? field = null)
    {
        var address = value.Trim().ToLowerInvariant();
        Holds(address.IndexOf('@') is > 0 and var i && i < address.Length - 1 && !address.Any(char.IsWhiteSpace), "email-shape", "That does not look like an e-mail address.", field);
        return address;
    }
}
