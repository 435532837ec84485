namespace TalentHub.Science.Survival;

/// <summary>One period under observation, ended by the event or cut short (censored).</summary>
/// <param name="Time">Length from the origin to the end of observation, 0 or more, in any one unit.</param>
/// <param name="Event">True when the event ended it; false when observation ended first.</param>
/// <param name="Entry">
/// When observation began, measured from the same origin: 0 when from the start; later for those who were already there
/// when records began (left truncation). Must be under <paramref name="Time"/> unless 0.
/// </param>
public sealed record Spell(double Time, bool Event, double Entry = 0)
{
    internal static void Check(IReadOnlyList<Spell> spells)
    {
        ArgumentNullException.ThrowIfNull(spells);
        foreach (var spell in spells)
        {
            if (!double.IsFinite(spell.Time) || spell.Time < 0)
                throw new ArgumentOutOfRangeException(nameof(spells), spell.Time, "A time is finite and 0 or more.");
            if (!double.IsFinite(spell.Entry) || spell.Entry < 0 || (spell.Entry > 0 && spell.Entry >= spell.Time))
                throw new ArgumentOutOfRangeException(nameof(spells), spell.Entry, "An entry is 0 or lies before the end.");
        }
    }
}

/// <summary>A named group of spells.</summary>
/// <param name="Name">Label, unique among the groups compared.</param>
/// <param name="Spells">Its spells.</param>
public sealed record SurvivalGroup(string Name, IReadOnlyList<Spell> Spells);

/// <summary>
/// Counts those at risk by binary search: at risk at t are those who entered before t (or at the origin) and
/// whose time is t or later, so a spell censored at t still counts at t.
/// </summary>
internal sealed class RiskSet
{
    private readonly double[] _ends;
    private readonly double[] _entries;

    public RiskSet(IEnumerable<Spell> spells)
    {
        var all = spells.ToArray();
        _ends = all.Select(s => s.Time).Order().ToArray();
        _entries = all.Select(s => s.Entry).Where(e => e > 0).Order().ToArray();
    }

    public double LastTime => _ends.Length == 0 ? 0 : _ends[^1];

    public int At(double time) => _ends.Length - CountBelow(_ends, time) - (_entries.Length - CountBelow(_entries, time));

    private static int CountBelow(double[] sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
