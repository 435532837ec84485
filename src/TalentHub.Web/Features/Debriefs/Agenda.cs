namespace TalentHub.Web.Features.Debriefs;

/// <summary>One thing to talk about: who lies how far apart on a competency.</summary>
/// <param name="Highest">Names of those who rated highest.</param>
public sealed record AgendaItem(string Competency, double High, IReadOnlyList<string> Highest, double Low, IReadOnlyList<string> Lowest, bool Mixed)
{
    public string InWords => $"{Say.List(Highest)}: {Say.Rating(High)}; {Say.List(Lowest)}: {Say.Rating(Low)}";
}

/// <summary>What the panel has to talk about, widest disagreement first, and what it need not.</summary>
public sealed record Agenda(IReadOnlyList<AgendaItem> Items, IReadOnlyList<string> Alike, IReadOnlyList<string> OneRater, IReadOnlyList<string> Unseen)
{
    public static Agenda Of(PanelReading reading)
    {
        var rows = reading.Competencies;
        return new Agenda(
            [.. rows.Where(r => r is { Raters: > 1, Range: > 0 }).Select(Item)],
            [.. rows.Where(r => r is { Raters: > 1, Range: 0 }).Select(r => r.Competency.Name)],
            [.. rows.Where(r => r.Raters == 1).Select(r => r.Competency.Name)],
            [.. rows.Where(r => r.Raters == 0).Select(r => r.Competency.Name)]);
    }

    private static AgendaItem Item(CompetencyReading row)
    {
        var (high, low) = (row.Values.Max(), row.Values.Min());
        return new AgendaItem(row.Competency.Name, high, By(row, high), low, By(row, low), row.Mixed);
    }

    private static List<string> By(CompetencyReading row, double score) => [.. row.Cells.Where(c => c.Score is { } s && s.Equals(score)).Select(c => c.Author)];
}
