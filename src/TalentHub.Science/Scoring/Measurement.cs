using TalentHub.Science.Distributions;

namespace TalentHub.Science.Scoring;

/// <summary>A score with its band of measurement error.</summary>
/// <param name="StandardError">Standard error of measurement, s sqrt(1 - r).</param>
/// <param name="ObservedLower">Score less z standard errors.</param>
/// <param name="ObservedUpper">Score plus z standard errors.</param>
/// <param name="TrueScore">Kelley's estimate of the true score, drawn towards the mean.</param>
/// <param name="StandardErrorOfEstimate">s sqrt(r (1 - r)).</param>
/// <param name="TrueLower">Kelley's estimate less z standard errors of estimate.</param>
/// <param name="TrueUpper">Kelley's estimate plus z standard errors of estimate.</param>
public sealed record MeasuredScore(
    double StandardError, double ObservedLower, double ObservedUpper,
    double TrueScore, double StandardErrorOfEstimate, double TrueLower, double TrueUpper);

/// <summary>Whether two scores differ by more than measurement error.</summary>
/// <param name="Difference">First less second.</param>
/// <param name="StandardError">sqrt(2) standard errors of measurement.</param>
/// <param name="LeastSignificant">Smallest difference the level would call real.</param>
/// <param name="Z">Difference in standard errors; null when there is no error at all.</param>
/// <param name="P">Two-sided p value.</param>
/// <param name="ProbabilityFirstHigher">Chance that the first is truly higher, on Kelley's estimates.</param>
public sealed record ScoreDifference(
    double Difference, double StandardError, double LeastSignificant, double? Z, double? P, double? ProbabilityFirstHigher)
{
    /// <summary>True when the difference is at least the least significant one.</summary>
    public bool IsDistinguishable => Math.Abs(Difference) >= LeastSignificant && Math.Abs(Difference) > 0;
}

/// <summary>What measurement error does to a score (classical test theory).</summary>
public static class Measurement
{
    /// <summary>Standard error of measurement, s sqrt(1 - r).</summary>
    /// <param name="standardDeviation">0 or more.</param>
    /// <param name="reliability">0 to 1.</param>
    public static double StandardError(double standardDeviation, double reliability)
    {
        Check(standardDeviation, reliability);
        return standardDeviation * Math.Sqrt(1 - reliability);
    }

    /// <summary>Bands around a score as seen and around Kelley's true-score estimate (1927).</summary>
    /// <param name="score">The score.</param>
    /// <param name="mean">Mean of the group it belongs to.</param>
    /// <param name="standardDeviation">Standard deviation of that group.</param>
    /// <param name="reliability">0 to 1.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    public static MeasuredScore Band(
        double score, double mean, double standardDeviation, double reliability, double level = 0.95)
    {
        var z = Quantiles.NormalTwoSided(level);
        var sem = StandardError(standardDeviation, reliability);
        var kelley = mean + (reliability * (score - mean));
        var see = sem * Math.Sqrt(reliability);
        return new MeasuredScore(sem, score - (z * sem), score + (z * sem), kelley, see, kelley - (z * see), kelley + (z * see));
    }

    /// <summary>Compares two scores of the same measure.</summary>
    /// <param name="first">One score.</param>
    /// <param name="second">The other.</param>
    /// <param name="standardDeviation">Standard deviation of the measure.</param>
    /// <param name="reliability">0 to 1.</param>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    public static ScoreDifference Compare(
        double first, double second, double standardDeviation, double reliability, double level = 0.95)
    {
        var sem = StandardError(standardDeviation, reliability);
        var difference = first - second;
        var se = Math.Sqrt(2) * sem;
        var least = Quantiles.NormalTwoSided(level) * se;
        if (se <= 0)
            return new ScoreDifference(difference, se, least, null, null, null);
        var z = difference / se;
        double? higher = reliability > 0 ? Quantiles.NormalCdf(z * Math.Sqrt(reliability)) : null;
        return new ScoreDifference(difference, se, least, z, Quantiles.NormalTwoSidedP(z), higher);
    }

    /// <summary>Reliability of the mean of k parallel ratings (Spearman 1910, Brown 1910): k r / (1 + (k - 1) r).</summary>
    /// <param name="single">Reliability of one rating.</param>
    /// <param name="k">Above 0, not necessarily whole.</param>
    public static double SpearmanBrown(double single, double k) => k * single / (1 + ((k - 1) * single));

    private static void Check(double standardDeviation, double reliability)
    {
        if (!double.IsFinite(standardDeviation) || standardDeviation < 0)
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "A deviation is 0 or more.");
        if (reliability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(reliability), reliability, "A reliability lies between 0 and 1.");
    }
}
