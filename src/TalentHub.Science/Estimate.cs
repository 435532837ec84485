namespace TalentHub.Science;

/// <summary>Why a number should be read with care, or is absent.</summary>
public enum Caution
{
    /// <summary>Nothing to add to the interval.</summary>
    None = 0,

    /// <summary>Fewer observations than the stated minimum: too few to say.</summary>
    TooFew = 1,

    /// <summary>Every value is the same, so the quantity is 0/0 and not defined.</summary>
    NoVariation = 2,

    /// <summary>The follow-up ends before the quantity is reached.</summary>
    NotReached = 3,

    /// <summary>No event was seen, so the standard error is 0 and gives no interval.</summary>
    NoEvents = 4,

    /// <summary>The value lies outside the range its definition allows; the inputs are doubtful.</summary>
    OutOfRange = 5,
}

/// <summary>The counts under which a number is called too few to say, unless the caller states another.</summary>
public static class Minimums
{
    /// <summary>People still at risk, under which nothing is claimed of a survival curve.</summary>
    public const int AtRisk = 10;

    /// <summary>Trials under which a proportion is called too few to say.</summary>
    public const int Trials = 10;

    /// <summary>Pairs under which a correlation is called too few to say; at 20 an r of .30 spans -.16 to .66.</summary>
    public const int Pairs = 20;

    /// <summary>Values under which a mean or standard deviation is called too few to say.</summary>
    public const int Values = 3;

    /// <summary>Subjects under which an agreement coefficient is called too few to say.</summary>
    public const int Subjects = 10;

    internal static Caution Judge(int n, int minimum) => n < minimum ? Caution.TooFew : Caution.None;
}

/// <summary>A number that could be chance, with what is needed to read it.</summary>
/// <param name="Value">The point estimate; null where it is not defined.</param>
/// <param name="Lower">Lower confidence limit; null where there is none.</param>
/// <param name="Upper">Upper confidence limit; null where there is none or it is not reached.</param>
/// <param name="N">Observations behind the number.</param>
/// <param name="Level">Confidence level between 0 and 1, as .95.</param>
/// <param name="Caution">What to say beside it.</param>
public sealed record Estimate(
    double? Value, double? Lower, double? Upper, int N, double Level, Caution Caution = Caution.None)
{
    /// <summary>True when there are fewer observations than the stated minimum.</summary>
    public bool TooFew => Caution == Caution.TooFew;

    /// <summary>True when both limits exist.</summary>
    public bool HasInterval => Lower is not null && Upper is not null;
}
