using TalentHub.Science.Distributions;

namespace TalentHub.Science.Scoring;

/// <summary>One part of a composite as a panel rated it: the stated weight and one rating for each rater.</summary>
/// <param name="Weight">0 or more; weights need not sum to 1.</param>
/// <param name="Ratings">One value a rater; empty when nobody rated it.</param>
public sealed record RatedPart(double Weight, IReadOnlyList<double> Ratings);

/// <summary>A composite of panel means with its uncertainty.</summary>
/// <param name="Score">The weighted mean with its interval, unclipped; n counts ratings. <see cref="Caution.TooFew"/> without any spread to
/// judge by, <see cref="Caution.NoVariation"/> when no two raters differ: neither gives an interval.</param>
/// <param name="Certainty">Share of the stated weight that is rated, 0 to 1.</param>
/// <param name="Variance">Sampling variance of the score; null without an interval.</param>
/// <param name="DegreesOfFreedom">Welch-Satterthwaite degrees of freedom; null without an interval.</param>
/// <param name="Pooled">Parts with a single rater, whose spread was borrowed from the other parts.</param>
public sealed record PanelScore(Estimate Score, double Certainty, double? Variance, double? DegreesOfFreedom, int Pooled);

/// <summary>
/// The interval of a weighted mean of panel means. Parts are taken as independent, each with its own standard error; a part with
/// one rater borrows the pooled spread within parts. Raters who see everything rosily correlate their ratings, so the true
/// interval is, if anything, wider.
/// </summary>
public static class PanelComposite
{
    /// <summary>
    /// Score and Student interval: variance = sum of w^2 s^2 / n with weights normalised over the rated parts, degrees of
    /// freedom after Welch (1947) and Satterthwaite (1946).
    /// </summary>
    /// <param name="parts">Parts with stated weights.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative or infinite weight, a rating that is not finite, or a level out of range.</exception>
    public static PanelScore Of(IReadOnlyList<RatedPart> parts, double level = 0.90)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Quantiles.CheckLevel(level);
        var score = Composite.Score([.. parts.Select(p => new WeightedRating(p.Weight, p.Ratings.Count == 0 ? null : p.Ratings.Average()))]);
        var rated = parts.Where(p => p.Weight > 0 && p.Ratings.Count > 0).ToArray();
        var n = rated.Sum(p => p.Ratings.Count);
        var single = rated.Count(p => p.Ratings.Count == 1);
        var freedom = n - rated.Length;
        var squares = rated.Sum(p => SquaresOf(p.Ratings));
        if (freedom <= 0 || squares <= 0)
            return new PanelScore(new Estimate(score.Value, null, null, n, level, freedom <= 0 ? Caution.TooFew : Caution.NoVariation), score.Certainty, null, null, single);

        var total = rated.Sum(p => p.Weight);
        double variance = 0, lost = 0, borrowed = 0;
        foreach (var (weight, ratings) in rated)
        {
            var share = weight / total * (weight / total);
            if (ratings.Count == 1)
            {
                borrowed += share * squares / freedom;
                continue;
            }

            var own = share * SquaresOf(ratings) / (ratings.Count - 1) / ratings.Count;
            variance += own;
            lost += own * own / (ratings.Count - 1);
        }

        variance += borrowed;
        lost += borrowed * borrowed / freedom;
        var df = variance * variance / lost;
        return new PanelScore(Interval(score.Value!.Value, variance, df, n, level), score.Certainty, variance, df, single);
    }

    /// <summary>How far one composite lies above another, with the interval of the difference; no interval when either has none.</summary>
    /// <param name="first">The composite counted from.</param>
    /// <param name="second">The composite taken away.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    public static Estimate Lead(PanelScore first, PanelScore second, double level = 0.90)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Quantiles.CheckLevel(level);
        var n = first.Score.N + second.Score.N;
        var lead = first.Score.Value - second.Score.Value;
        if (lead is null || first.Variance is not { } a || second.Variance is not { } b)
            return new Estimate(lead, null, null, n, level, Caution.TooFew);
        var df = (a + b) * (a + b) / ((a * a / first.DegreesOfFreedom!.Value) + (b * b / second.DegreesOfFreedom!.Value));
        return Interval(lead.Value, a + b, df, n, level);
    }

    private static Estimate Interval(double value, double variance, double df, int n, double level)
    {
        var half = Quantiles.StudentT(df, 0.5 + (level / 2)) * Math.Sqrt(variance);
        return new Estimate(value, value - half, value + half, n, level);
    }

    private static double SquaresOf(IReadOnlyList<double> ratings)
    {
        var mean = ratings.Average();
        return ratings.Sum(r => (r - mean) * (r - mean));
    }
}
