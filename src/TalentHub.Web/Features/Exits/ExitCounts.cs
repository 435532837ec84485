using TalentHub.Domain.Exits;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Exits;

/// <summary>Exits counted so that nobody can be picked out: a cell under five is not said, and no total gives it away.</summary>
public sealed record ExitCounts(CountTable ByDirection, CountTable ByBucket)
{
    public const int Fewest = 5;

    public static ExitCounts Of(IEnumerable<ExitDirection> directions, IEnumerable<string> buckets) => new(
        CountTable.Of(Enum.GetValues<ExitDirection>().Select(d => Words.Of(d)), [.. directions.Select(d => Words.Of(d))]),
        CountTable.Of(ExitWords.Buckets, [.. buckets]));
}

/// <param name="Total">Exact when every cell is said, else the sum of those that are.</param>
/// <param name="Exact">Whether the total is exact: with one cell unsaid, an exact total would tell it.</param>
public sealed record CountTable(IReadOnlyList<CountCell> Cells, int Total, bool Exact)
{
    public static CountTable Of(IEnumerable<string> labels, IReadOnlyList<string> values)
    {
        var cells = labels.Select(l => (Label: l, Count: values.Count(v => v == l))).Select(c => new CountCell(c.Label, c.Count < ExitCounts.Fewest ? null : c.Count)).ToList();
        return new(cells, cells.Sum(c => c.Count ?? 0), cells.All(c => c.Count is not null));
    }
}

/// <param name="Count">Null when under five.</param>
public sealed record CountCell(string Label, int? Count);
