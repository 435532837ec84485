namespace TalentHub.Science.Validity;

/// <summary>Keeping chance findings in hand when many things are tested at once.</summary>
public static class ManyTests
{
    /// <summary>Adjusted p values controlling the false discovery rate (Benjamini and Hochberg 1995).</summary>
    /// <param name="p">p values, 0 to 1; null for a test that could not be made, which is not counted.</param>
    /// <returns>Adjusted values in the order given, null where there was none.</returns>
    public static IReadOnlyList<double?> BenjaminiHochberg(IReadOnlyList<double?> p)
    {
        var order = Order(p);
        var adjusted = new double?[p.Count];
        var running = 1.0;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            running = Math.Min(running, p[order[rank - 1]]!.Value * order.Length / rank);
            adjusted[order[rank - 1]] = running;
        }

        return adjusted;
    }

    /// <summary>Adjusted p values controlling the chance of any false finding (Holm 1979).</summary>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static IReadOnlyList<double?> Holm(IReadOnlyList<double?> p)
    {
        var order = Order(p);
        var adjusted = new double?[p.Count];
        var running = 0.0;
        for (var rank = 1; rank <= order.Length; rank++)
        {
            running = Math.Max(running, Math.Min(1, p[order[rank - 1]]!.Value * (order.Length - rank + 1)));
            adjusted[order[rank - 1]] = running;
        }

        return adjusted;
    }

    private static int[] Order(IReadOnlyList<double?> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        if (p.Any(v => v is { } value && value is not (>= 0 and <= 1)))
            throw new ArgumentOutOfRangeException(nameof(p), "A p value lies between 0 and 1.");
        return Enumerable.Range(0, p.Count).Where(i => p[i] is not null).OrderBy(i => p[i]).ToArray();
    }
}
