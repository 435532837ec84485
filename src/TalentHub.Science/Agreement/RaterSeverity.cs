using MathNet.Numerics.LinearAlgebra;

namespace TalentHub.Science.Agreement;

/// <summary>One rating of one candidate by one rater; a pair may have several.</summary>
/// <param name="Candidate">Whoever was rated.</param>
/// <param name="Rater">Whoever rated.</param>
/// <param name="Score">Finite, on any scale.</param>
public sealed record RatedOnce(string Candidate, string Rater, double Score);

/// <summary>How a rater's mean lies beside the mean of all ratings. It mixes severity with who was met.</summary>
/// <param name="Rater">The rater.</param>
/// <param name="Mean">Mean of their ratings.</param>
/// <param name="Leniency">Their mean less the mean of all; above 0 is lenient.</param>
/// <param name="N">Their ratings.</param>
public sealed record MeanDeviation(string Rater, double Mean, double Leniency, int N);

/// <summary>A rater as the two-way model sees them.</summary>
/// <param name="Rater">The rater.</param>
/// <param name="Leniency">Effect in points of the scale; above 0 is lenient; the effects sum to 0.</param>
/// <param name="StandardError">Null without degrees of freedom.</param>
public sealed record RaterEffect(string Rater, double Leniency, double? StandardError);

/// <summary>A candidate as rated, and as a rater of average severity would have rated them.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="RawMean">Mean of the ratings they got.</param>
/// <param name="Adjusted">Model mean plus their effect.</param>
/// <param name="StandardError">Of <paramref name="Adjusted"/>; null without degrees of freedom.</param>
public sealed record AdjustedScore(string Candidate, double RawMean, double Adjusted, double? StandardError);

/// <summary>Severity of raters and candidates' scores without it.</summary>
/// <param name="GrandMean">Mean of all ratings.</param>
/// <param name="Deviations">By rater, in the order they appear.</param>
/// <param name="Components">Groups of raters and candidates nobody links; the model needs one.</param>
/// <param name="Level">Model mean; null when not connected.</param>
/// <param name="Raters">Empty when not connected.</param>
/// <param name="Candidates">Empty when not connected.</param>
/// <param name="DegreesOfFreedom">Ratings less parameters; 0 or less leaves no standard error.</param>
/// <param name="ResidualDeviation">Residual standard deviation; null without degrees of freedom.</param>
public sealed record SeverityResult(
    double GrandMean, IReadOnlyList<MeanDeviation> Deviations, int Components, double? Level, IReadOnlyList<RaterEffect> Raters, IReadOnlyList<AdjustedScore> Candidates,
    int DegreesOfFreedom, double? ResidualDeviation)
{
    /// <summary>Whether chains of shared candidates link all raters, so that they can be compared at all.</summary>
    public bool Connected => Components == 1;
}

/// <summary>Would a candidate score the same with other raters?</summary>
public static class RaterSeverity
{
    /// <summary>
    /// Least squares of score = level + candidate + rater, both sets of effects summing to 0. Severities are comparable only where the graph of
    /// candidates and raters is connected; otherwise the result says so and fits nothing. Show the adjusted beside the raw score, never instead.
    /// </summary>
    /// <param name="ratings">One or more.</param>
    /// <exception cref="ArgumentException">No ratings, or one that is not finite.</exception>
    public static SeverityResult Fit(IReadOnlyList<RatedOnce> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        if (ratings.Count == 0 || ratings.Any(r => !double.IsFinite(r.Score))) throw new ArgumentException("One finite rating at least is needed.", nameof(ratings));
        var candidates = ratings.Select(r => r.Candidate).Distinct().ToList();
        var raters = ratings.Select(r => r.Rater).Distinct().ToList();
        var grand = ratings.Average(r => r.Score);
        var deviations = raters.Select(name => ratings.Where(r => r.Rater == name).Select(r => r.Score).ToList())
            .Select((own, i) => new MeanDeviation(raters[i], own.Average(), own.Average() - grand, own.Count)).ToList();
        var components = Components(ratings, candidates, raters);
        var freedom = ratings.Count - (candidates.Count + raters.Count - 1);
        return components == 1
            ? Solve(ratings, candidates, raters, new SeverityResult(grand, deviations, 1, null, [], [], freedom, null))
            : new SeverityResult(grand, deviations, components, null, [], [], freedom, null);
    }

    private static SeverityResult Solve(IReadOnlyList<RatedOnce> ratings, List<string> candidates, List<string> raters, SeverityResult bare)
    {
        var width = candidates.Count + raters.Count - 1;
        var design = Matrix<double>.Build.Dense(ratings.Count, width);
        for (var row = 0; row < ratings.Count; row++)
        {
            var coded = Coded(candidates, ratings[row].Candidate).Concat(Coded(raters, ratings[row].Rater)).Prepend(1).ToArray();
            design.SetRow(row, coded);
        }
        var scores = Vector<double>.Build.DenseOfEnumerable(ratings.Select(r => r.Score));
        var inverse = (design.Transpose() * design).Inverse();
        var fitted = inverse * (design.Transpose() * scores);
        var residuals = scores - (design * fitted);
        double? deviation = bare.DegreesOfFreedom > 0 ? Math.Sqrt(Math.Max(0, residuals.DotProduct(residuals)) / bare.DegreesOfFreedom) : null;

        double? Error(Vector<double> contrast) => deviation * Math.Sqrt(Math.Max(0, contrast * inverse * contrast));
        Vector<double> Contrast(bool level, int before, IEnumerable<double> coded) => Vector<double>.Build.DenseOfEnumerable(
            Enumerable.Repeat(level ? 1.0 : 0, 1).Concat(Enumerable.Repeat(0.0, before)).Concat(coded).Concat(Enumerable.Repeat(0.0, width)).Take(width));

        return bare with
        {
            Level = fitted[0],
            ResidualDeviation = deviation,
            Raters = [.. raters.Select(name => (name, contrast: Contrast(false, candidates.Count - 1, Coded(raters, name)))).Select(r => new RaterEffect(r.name, r.contrast * fitted, Error(r.contrast)))],
            Candidates = [.. candidates.Select(name => (name, contrast: Contrast(true, 0, Coded(candidates, name))))
                .Select(c => new AdjustedScore(c.name, ratings.Where(r => r.Candidate == c.name).Average(r => r.Score), c.contrast * fitted, Error(c.contrast)))],
        };
    }

    /// <summary>Sum-to-zero coding: the last of the names is less all others.</summary>
    private static IEnumerable<double> Coded(List<string> names, string name)
    {
        var at = names.IndexOf(name);
        return Enumerable.Range(0, names.Count - 1).Select(i => at == names.Count - 1 ? -1.0 : i == at ? 1 : 0);
    }

    private static int Components(IReadOnlyList<RatedOnce> ratings, List<string> candidates, List<string> raters)
    {
        var group = Enumerable.Range(0, candidates.Count + raters.Count).ToArray();
        int Root(int i) => group[i] == i ? i : group[i] = Root(group[i]);
        foreach (var rating in ratings) group[Root(candidates.IndexOf(rating.Candidate))] = Root(candidates.Count + raters.IndexOf(rating.Rater));
        return Enumerable.Range(0, group.Length).Select(Root).Distinct().Count();
    }
}
