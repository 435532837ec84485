using TalentHub.Science;
using TalentHub.Science.Survival;
using TalentHub.Web.Platform.Charts;

namespace TalentHub.Web.Features.Insights.Retention;

/// <summary>A number with its interval, both in words; without a value it is too few to say.</summary>
public sealed record Figures(string? Value, string? Note);

/// <summary>One row of the table behind the figure.</summary>
/// <param name="Median">None when fewer than ten were still being watched at that point, or the curve does not fall that far.</param>
/// <param name="AtRisk">Still being watched when half had gone.</param>
public sealed record GroupRow(string Group, int N, int Exits, string? Median, string? Limits, int? AtRisk, string? Year);

/// <summary>What the page and the report say of a study.</summary>
public sealed record RetentionView(
    string Finding, string Sub, string By, Figures Median, Figures LeftInYear, int N, int Exits, StepChart Chart, IReadOnlyList<GroupRow> Rows, string LogRank, DateOnly AsOf)
{
    internal const double DaysInMonth = 30.4375;
    private const int Year = 365;

    internal static RetentionView Of(RetentionStudy study)
    {
        var curve = study.All.Curve;
        var year = curve.At(Year);
        var left = year.TooFew || year.Survival is null ? new Figures(null, null)
            : new Figures($"{1 - year.Survival:0%}", year is { Lower: { } lower, Upper: { } upper } ? $"{100 * (1 - upper):0}–{1 - lower:0%}" : null);
        var median = MedianOf(curve);
        return new(
            Title(study), $"{curve.N:N0} {(curve.N == 1 ? "hire" : "hires")}, {curve.Events:N0} of whom left · known up to {study.AsOf:d MMMM yyyy}", study.By.Label,
            median.Value is null && curve.Median.Value is null && curve.N >= Minimums.AtRisk ? new("not reached", "more than half are here") : new(median.Value is null ? null : $"{median.Value} months", median.Limits), left, curve.N, curve.Events, RetentionFigure.Draw(study),
            [Row("Everyone", study.All), .. study.Groups.Select(g => Row(g.Name, g))], Test(study), study.AsOf);
    }

    private static GroupRow Row(string name, RetentionGroup group)
    {
        var curve = group.Curve;
        var (value, limits) = MedianOf(curve);
        var year = curve.At(Year);
        return new(name, curve.N, curve.Events, value, limits, curve.Median.Value is { } at ? curve.At(at).AtRisk : null, year.TooFew || year.Survival is null ? null : $"{year.Survival:0%}");
    }

    private static (string? Value, string? Limits) MedianOf(SurvivalCurve curve)
    {
        if (curve.Median.Value is not { } days || curve.At(days).AtRisk < Minimums.AtRisk) return (null, null);
        var lower = Months(curve.Median.Lower);
        var upper = Months(curve.Median.Upper);
        return (Months(days), (lower, upper) switch { ({ } l, { } u) => $"{l}–{u}", ({ } l, null) => $"{l} or more", _ => null });
    }

    private static string? Months(double? days) => days is { } known ? $"{known / DaysInMonth:0}" : null;

    private static string Title(RetentionStudy study)
    {
        var curve = study.All.Curve;
        if (curve.N < Minimums.AtRisk) return "Too few hires to say how long people stay";
        var watched = curve.Steps.LastOrDefault(s => s.AtRisk >= Minimums.AtRisk)?.Time ?? 0;
        if (watched < DaysInMonth) return "Too early to say how long people stay";
        var stay = curve.Median.Value is { } median && median <= watched
            ? $"Half stay longer than {Math.Floor(median / DaysInMonth):0} months"
            : $"More than half are still here after {Math.Floor(watched / DaysInMonth):0} months";
        return stay + Comparison(study);
    }

    private static string Comparison(RetentionStudy study)
    {
        var byChannel = study.By.Key == Column.Channel;
        if (study.LogRank.P is null) return "";
        if (!study.Differs) return byChannel ? "; no clear difference between channels" : $"; no clear difference by {study.By.Label}";
        if (study.LeavesSooner() is { } found) return byChannel ? $"; {found.Group.Name} hires leave sooner" : $"; by {study.By.Label}, “{found.Group.Name}” leaves sooner";
        return byChannel ? "; channels differ" : $"; it differs by {study.By.Label}";
    }

    private static string Test(RetentionStudy study) => study.LogRank is { ChiSquare: { } chi, P: { } p } test
        ? $"Log-rank test of {study.Compared.Count} groups: χ² = {chi:0.0}, df = {test.DegreesOfFreedom}, {RetentionFigure.Probability(p)}. {Reading(study)}{(test.Caution == Caution.TooFew ? $" Some of these groups have fewer than {Minimums.AtRisk} people, so read it with care." : "")}{Standing(study.LeavesSooner())}"
        : "There are not two groups with exits to compare.";

    /// <summary>What the finding about one group rests on: its own limits may be too wide to print while its exits, counted against all others, are not.</summary>
    private static string Standing(Standout? found) => found is null ? ""
        : $" {found.Group.Name}: {found.Group.Curve.Events} of {found.Group.Curve.N} left where {found.Expected:0.0} would have at everyone’s pace; against all others {RetentionFigure.Probability(found.P)}, corrected for looking at {found.Looks} groups.";

    private static string Reading(RetentionStudy study) => study.Differs
        ? "Differences this large would seldom be chance; what causes them is another question."
        : "Differences this large may well be chance.";
}
