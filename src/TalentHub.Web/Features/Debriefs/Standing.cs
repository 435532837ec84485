using System.Globalization;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>The composite in words, with its standard error.</summary>
public static class Standing
{
    /// <summary>Raters under whom a composite is nobody's but theirs.</summary>
    public const int Fewest = 2;

    /// <summary>"3.9"; under two raters "too few raters to say".</summary>
    public static string Composite(PanelReading reading) => reading.Score.Score.Value is { } value && Raters(reading) >= Fewest ? Say.Number(value) : "too few raters to say";

    /// <summary>"standard error 0.14, 90 % interval 3.6–4.2", or why there is none. Empty where there is no composite to speak of.</summary>
    public static string Error(PanelReading reading) =>
        Raters(reading) < Fewest || reading.Score.Score.Value is null ? ""
        : reading.Score is { Variance: { } variance, Score.HasInterval: true } score
            ? string.Create(CultureInfo.InvariantCulture, $"standard error {Math.Sqrt(variance):0.00}, 90 % interval {Say.Limits(score)}")
            : "standard error: too few to say";

    /// <summary>Both together: "3.9 (standard error 0.14, 90 % interval 3.6–4.2)".</summary>
    public static string InWords(PanelReading reading) => Error(reading) is { Length: > 0 } error ? $"{Composite(reading)} ({error})" : Composite(reading);

    private static int Raters(PanelReading reading) =>
        Enumerable.Range(0, reading.Voices.Count).Count(i => reading.Competencies.Any(c => c.Competency.Weight > 0 && c.Cells[i].Score is not null));
}
