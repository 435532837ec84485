using TalentHub.Web.Platform.Charts;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>The board as a figure, and what it finds as a sentence.</summary>
public static class CompareFigure
{
    public static DotChart Of(Compare.Board board) => new(
        "Competency by competency", Describe(board), new Axis("panel mean", "0", Min: 1, Max: 5, Step: 1) { DataFormat = "0.0" },
        [.. board.Columns.Select(c => c.Who.Name)],
        [.. board.Competencies.Select(c => new DotRow(c.Name, [.. board.Columns.Select(column => Dot(Compare.Board.Of(column, c)))]))])
    {
        Subtitle = "dot = panel mean, bar = 90 % interval",
        Note = board.Columns.Any(c => c.Reading.Competencies.Any(r => r is { TooFew: true, Raters: > 0 }))
            ? $"Under {CompetencyReading.Minimum} raters no mean is drawn: it is too few to say. The ratings themselves are in the table below." : null,
        EmptyText = $"No competency has {CompetencyReading.Minimum} raters yet, so there is no mean to draw. The ratings themselves are in the table below.",
    };

    private static DotValue? Dot(CompetencyReading reading) =>
        reading is { TooFew: false, Mean: { } mean } ? new DotValue(mean, reading.Lower, reading.Upper, reading.Raters) : null;

    private static string Describe(Compare.Board board)
    {
        var highest = board.Competencies.Select(c => (c.Name, Best: board.Columns.Where(x => !Compare.Board.Of(x, c).TooFew).MaxBy(x => Compare.Board.Of(x, c).Mean)?.Who.Name)).Where(x => x.Best is not null)
            .GroupBy(x => x.Best!).Select(g => $"{g.Key} is highest on {Say.List([.. g.Select(x => x.Name)])}").ToList();
        return highest.Count == 0 ? "No competency has enough raters to compare." : string.Join("; ", highest) + ".";
    }
}

/// <summary>How a mean stands to the level the profile asks for.</summary>
public static class Target
{
    /// <summary>By the interval, not the dot: shown when all of it reaches the target, a gap when all of it lies below.</summary>
    public static (string Word, string Tone) Of(CompetencyReading reading) =>
        reading.Raters == 0 ? ("not assessed", "neutral")
        : reading.TooFew || reading.Competency.Target is not { } target ? ("too few to say", "neutral")
        : reading.Lower >= target ? ("shown", "good")
        : reading.Upper < target ? ("gap", "bad")
        : ("not clear", "warn");
}
