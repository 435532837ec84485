namespace TalentHub.Science.Validity;

/// <summary>Ranks with ties shared.</summary>
public static class Ranks
{
    /// <summary>Mid-ranks from 1: tied values share the mean of the ranks they cover (Kendall 1945).</summary>
    /// <param name="values">Finite values.</param>
    /// <returns>A rank for each value, in the order given.</returns>
    public static double[] Mid(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var i = 0; i < order.Length;)
        {
            var start = i;
            while (i < order.Length && values[order[i]].Equals(values[order[start]]))
                i++;
            for (var j = start; j < i; j++)
                ranks[order[j]] = (start + 1 + i) / 2.0;
        }

        return ranks;
    }
}
