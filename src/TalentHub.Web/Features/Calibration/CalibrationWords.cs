using System.Globalization;
using TalentHub.Science;

namespace TalentHub.Web.Features.Calibration;

/// <summary>What the numbers mean, plainly and kindly: by the interval, not the point, so that chance is not called a habit.</summary>
public static class CalibrationWords
{
    public static string Leniency(Estimate leniency, bool own) => leniency switch
    {
        { TooFew: true } or { Lower: null } => "Too few candidates to say.",
        { Lower: > 0 } => $"{Whose(own)} ratings lie above those of co-raters: by {Points(leniency.Value!.Value)} on average.",
        { Upper: < 0 } => $"{Whose(own)} ratings lie below those of co-raters: by {Points(-leniency.Value!.Value)} on average.",
        _ => "No sign of being more severe or more lenient than co-raters: the interval includes nought.",
    };

    /// <summary>One word or two for a row of HR's list.</summary>
    public static string Beside(Estimate? leniency) => leniency switch
    {
        null or { TooFew: true } or { Lower: null } => "too few to say",
        { Lower: > 0 } => "more lenient",
        { Upper: < 0 } => "more severe",
        _ => "no sign of either",
    };

    public static string Spread(Estimate own, Estimate others, bool mine) => own.TooFew || own.Lower is null || others.Lower is null ? "Too few candidates to say."
        : own.Upper < others.Lower ? $"{Whose(mine)} ratings use less of the scale than co-raters’ do. Good and weak answers look more alike than they do to others."
        : own.Lower > others.Upper ? $"{Whose(mine)} ratings use more of the scale than co-raters’ do."
        : "About as much of the scale is used as co-raters use.";

    public static string Within(Estimate share) => share switch
    {
        { TooFew: true } or { Value: null } => "Too few candidates to say.",
        { Lower: >= .75 } => "Mostly within a point of what co-raters gave for the same.",
        { Upper: < .75 } => "Often more than a point away from what co-raters gave for the same.",
        _ => "Whether mostly within a point of co-raters is open: the interval is wide.",
    };

    public static string Delay(Estimate median) => median is { TooFew: false, Value: { } hours }
        ? $"Half of the scorecards come within {Hours(hours)} of the end of the interview." : "Too few scorecards to say.";

    /// <summary>"+0.40 (−0.10 to +0.90)"; empty where it would say more than it knows.</summary>
    public static string Signed(Estimate estimate) => estimate is { TooFew: false, Value: { } value, Lower: { } lower, Upper: { } upper } ? $"{Signed(value)} ({Signed(lower)} to {Signed(upper)})" : "";

    public static string Plain(Estimate estimate, string format = "0.0") => estimate is { TooFew: false, Value: { } value }
        ? value.ToString(format, CultureInfo.InvariantCulture) + (estimate is { Lower: { } lower, Upper: { } upper } ? $" ({lower.ToString(format, CultureInfo.InvariantCulture)}–{upper.ToString(format, CultureInfo.InvariantCulture)})" : "") : "";

    private static string Signed(double value)
    {
        var text = Math.Abs(value).ToString("0.00", CultureInfo.InvariantCulture);
        return text == "0.00" ? text : (value < 0 ? "−" : "+") + text;
    }

    private static string Whose(bool own) => own ? "Your" : "These";

    private static string Points(double value) => $"{value.ToString("0.0", CultureInfo.InvariantCulture)} points";

    private static string Hours(double hours) => hours <= 1 ? "an hour" : hours < 48 ? $"{Math.Ceiling(hours).ToString("0", CultureInfo.InvariantCulture)} hours" : $"{(hours / 24).ToString("0.0", CultureInfo.InvariantCulture)} days";
}
