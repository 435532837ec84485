namespace TalentHub.Web.Features.Debriefs;

/// <summary>Short names for the heads of a narrow column; told apart by a number where two are alike.</summary>
public static class Initials
{
    public static string Of(string name, IReadOnlyList<Voice> among)
    {
        var alike = among.Select(v => v.Author).Where(a => Letters(a) == Letters(name)).ToList();
        return alike.Count < 2 ? Letters(name) : $"{Letters(name)}{alike.IndexOf(name) + 1}";
    }

    private static string Letters(string name) => string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0])));
}
