namespace TalentHub.Web.Features.Questions;

/// <summary>How the bank's pages put things.</summary>
internal static class Say
{
    public static string Candidates(int n) => n == 1 ? "one candidate" : $"{n} candidates";

    /// <summary>With a capital letter, to begin a line.</summary>
    public static string First(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
