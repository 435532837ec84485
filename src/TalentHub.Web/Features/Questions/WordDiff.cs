namespace TalentHub.Web.Features.Questions;

/// <summary>What happened to some words: kept, taken out or put in.</summary>
public enum ChangeKind { Kept, Out, In }

/// <summary>Neighbouring words with the same fate.</summary>
public sealed record Change(ChangeKind Kind, string Words);

/// <summary>Two texts compared word by word, along their longest common run of words.</summary>
internal static class WordDiff
{
    public static IReadOnlyList<Change> Between(string before, string after)
    {
        var (a, b) = (Split(before), Split(after));
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var steps = new List<(ChangeKind Kind, string Word)>();
        var (x, y) = (0, 0);
        while (x < a.Length || y < b.Length)
        {
            if (x < a.Length && y < b.Length && a[x] == b[y])
            {
                steps.Add((ChangeKind.Kept, a[x++]));
                y++;
            }
            else if (x < a.Length && (y == b.Length || common[x + 1, y] >= common[x, y + 1]))
            {
                steps.Add((ChangeKind.Out, a[x++]));
            }
            else
            {
                steps.Add((ChangeKind.In, b[y++]));
            }
        }
        return Joined(steps);
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<Change> Joined(List<(ChangeKind Kind, string Word)> steps)
    {
        var changes = new List<Change>();
        foreach (var (kind, word) in steps)
        {
            if (changes.Count > 0 && changes[^1].Kind == kind) changes[^1] = changes[^1] with { Words = $"{changes[^1].Words} {word}" };
            else changes.Add(new Change(kind, word));
        }
        return changes;
    }
}
