using Microsoft.AspNetCore.Identity;
using TalentHub.Data.Access;
using TalentHub.Domain;

namespace TalentHub.Web.Features.Access;

/// <summary>What a password must not be, and how Identity's refusals are said.</summary>
internal static class Passwords
{
    public const string Help = "12 characters or more. A sentence only you would think of is best.";

    private static readonly HashSet<string> Stems =
    [
        "password", "passwort", "passwd", "passphrase", "qwerty", "qwertz", "azerty", "qwertyuiop", "qwertyuiopasdf", "asdfghjkl", "zxcvbnm", "admin", "administrator", "root", "user", "guest",
        "letmein", "letmeinplease", "welcome", "welcomeback", "iloveyou", "changeme", "changemenow", "secret", "default", "temporary", "login", "access", "company", "talenthub", "talent", "sales",
        "abc", "abcd", "abcdef", "abcdefgh", "abcdefghijkl", "sunshine", "football", "baseball", "monkey", "dragon", "master", "princess", "superman", "batman", "trustno", "shadow", "michael", "summer", "winter", "spring", "autumn",
    ];

    /// <summary>Refuses what is guessed first: well-known words with digits around them, digits alone, the person's own name.</summary>
    public static void CheckNotCommon(string password, Account account, string field)
    {
        var core = Plain(password);
        Rule.Holds(core.Length > 0 && !Stems.Contains(core) && !Stems.Any(s => Repeats(core, s)), "password-common", "That password is among the first anyone would try. Please choose another.", field);
        Rule.Holds(!Names(account).Any(n => core.Contains(n, StringComparison.Ordinal) && core.Length < n.Length + 6), "password-own-name", "That is little more than your own name. Please choose another.", field);
    }

    /// <summary>Throws the first refusal as a rule, in our words.</summary>
    public static void Hold(this IdentityResult result, string? field)
    {
        if (result.Succeeded) return;
        var error = result.Errors.First();
        var (code, sentence) = error.Code switch
        {
            nameof(IdentityErrorDescriber.PasswordTooShort) => ("password-short", "Please use 12 characters or more."),
            nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => ("password-same-characters", "Please use at least five different characters."),
            nameof(IdentityErrorDescriber.PasswordMismatch) => ("password-wrong", "That is not your present password."),
            nameof(IdentityErrorDescriber.InvalidToken) => ("link-spent", "This link has been used or is too old. Please ask for a new one."),
            nameof(IdentityErrorDescriber.DuplicateEmail) => ("email-taken", "There is already an account with this e-mail address."),
            nameof(IdentityErrorDescriber.InvalidEmail) => ("email-shape", "That does not look like an e-mail address."),
            _ => throw new InvalidOperationException(error.Code),
        };
        throw new RuleBroken(code, sentence, field);
    }

    private static string Plain(string password) => string.Concat(password.ToLowerInvariant().SkipWhile(c => !char.IsLetter(c)).Reverse().SkipWhile(c => !char.IsLetter(c)).Reverse()
        .Select(c => c switch { '@' => 'a', '0' => 'o', '$' => 's', '3' => 'e', '1' => 'i', _ => c }).Where(char.IsLetter));

    private static bool Repeats(string text, string stem) => text.Length > stem.Length && text.Length % stem.Length == 0 && text.Replace(stem, "", StringComparison.Ordinal).Length == 0;

    private static IEnumerable<string> Names(Account account) =>
        new[] { Plain(account.DisplayName), Plain(account.Email?.Split('@')[0] ?? "") }.Where(n => n.Length >= 4);
}
