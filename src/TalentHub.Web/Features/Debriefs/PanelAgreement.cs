using TalentHub.Science;
using TalentHub.Science.Agreement;
using TalentHub.Science.Distributions;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>How far a panel agrees, over ratings of candidates on competencies.</summary>
/// <param name="Single">ICC(2,1) when everybody rated everything, else Krippendorff's alpha: what one rater's word is worth.</param>
/// <param name="Mean">ICC(2,k): what the panel's mean is worth; none where alpha stands in.</param>
/// <param name="Raters">Raters compared.</param>
public sealed record PanelAgreement(Estimate Single, Estimate? Mean, int Raters)
{
    /// <summary>Whether every rater rated every unit.</summary>
    public bool Complete => Mean is not null;

    public string Name => Complete ? "ICC(2,1)" : "Krippendorff’s alpha";

    /// <summary>In words, after the bounds of Koo and Li (2016), which are conventions; by the lower limit, so that chance is not called agreement.</summary>
    public string Words => Single switch
    {
        { TooFew: true } => "too few ratings to say how far the panel agrees",
        { Value: null } => "nothing varies, so agreement cannot be told from everybody ticking the same",
        { Lower: >= .75 } => "one interviewer’s rating says nearly what another’s would",
        { Lower: >= .5 } => "interviewers agree fairly well",
        { Upper: < .5 } => "interviewers hardly agree: which of them somebody met matters more than it should",
        _ => "how well they agree is open: the interval is wide",
    };

    /// <summary>The figures behind the words, each with its interval and n.</summary>
    public string Figures => Single.Value is not { } value || Single.TooFew ? $"n = {Single.N}"
        : $"{Name} {Signed(value)}{(Single.HasInterval ? $", 90 % interval {Signed(Single.Lower!.Value)} to {Signed(Single.Upper!.Value)}" : "")}, n = {Single.N}"
            + (Mean is { Value: { } mean, HasInterval: true } ? $"; of the mean of {Raters} raters {Signed(mean)} ({Signed(Mean.Lower!.Value)} to {Signed(Mean.Upper!.Value)})" : "");

    private static string Signed(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');

    /// <param name="units">One list a competency of a candidate; a value a rater, in the same order, null where they gave none.</param>
    /// <returns>None with fewer than two raters who share a unit.</returns>
    public static PanelAgreement? Of(IReadOnlyList<IReadOnlyList<double?>> units)
    {
        if (units.Count == 0) return null;
        var rated = Enumerable.Range(0, units[0].Count).Where(r => units.Any(u => u[r] is not null)).ToList();
        var rows = units.Select(u => rated.Select(r => u[r]).ToArray()).Where(u => u.Count(v => v is not null) > 1).ToList();
        if (rows.Count == 0) return null;
        if (rows.Count < 2 || rows.Any(r => r.Contains(null))) return new PanelAgreement(KrippendorffAlpha.WithInterval(rows, ScaleKind.Ordinal, PanelReading.Level), null, rated.Count);
        var table = IntraclassCorrelation.Compute([.. rows.Select(r => r.Select(v => v!.Value).ToArray())], PanelReading.Level);
        return new PanelAgreement(table.TwoWaySingle.Coefficient, table.TwoWayMean.Coefficient, rated.Count);
    }

    /// <summary>Over one candidate's competencies.</summary>
    public static PanelAgreement? Of(PanelReading reading) => Of([.. reading.Competencies.Select(c => c.Cells.Select(x => x.Score).ToList())]);

    /// <summary>Over all candidates beside one another: a unit is one competency of one candidate.</summary>
    public static PanelAgreement? Of(IReadOnlyList<Compare.Column> columns)
    {
        var authors = columns.SelectMany(c => c.Reading.Voices.Select(v => v.AuthorId)).Distinct().ToList();
        return Of([.. columns.SelectMany(c => c.Reading.Competencies.Select(r => authors.Select(a => Cell(c.Reading, r, a)).ToList()))]);
    }

    /// <summary>Two people may share a name; a reading's cells stand in the order of its voices.</summary>
    private static double? Cell(PanelReading reading, CompetencyReading row, Guid author)
    {
        var at = reading.Voices.ToList().FindIndex(v => v.AuthorId == author);
        return at < 0 ? null : row.Cells[at].Score;
    }
}

/// <summary>The finalists as rated, and as raters of equal severity would have rated them.</summary>
/// <param name="Names">The candidates' names, by the key the fit knows them by: two may share a name.</param>
public sealed record SeverityReading(SeverityResult Fit, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>A rating is one rater's mean of one candidate over what they rated.</summary>
    /// <returns>None with fewer than two candidates or two raters.</returns>
    public static SeverityReading? Of(IReadOnlyList<Compare.Column> columns)
    {
        var ratings = columns.SelectMany(c => c.Reading.Voices.Select((voice, i) => (Candidate: $"{c.Who.ApplicationId}", Author: $"{voice.AuthorId}", Scores: c.Reading.Competencies.Select(r => r.Cells[i].Score).OfType<double>().ToList())))
            .Where(r => r.Scores.Count > 0).Select(r => new RatedOnce(r.Candidate, r.Author, r.Scores.Average())).ToList();
        return columns.Count < 2 || ratings.Select(r => r.Rater).Distinct().Count() < 2 ? null : new SeverityReading(RaterSeverity.Fit(ratings), columns.ToDictionary(c => $"{c.Who.ApplicationId}", c => c.Who.Name));
    }

    /// <summary>Limits of an adjusted score, cut to the rating scale; none without degrees of freedom.</summary>
    public (double? Lower, double? Upper) Limits(AdjustedScore score)
    {
        if (score.StandardError is not { } error || Fit.DegreesOfFreedom < 1) return (null, null);
        var t = Quantiles.StudentT(Fit.DegreesOfFreedom, (1 + PanelReading.Level) / 2);
        return (PanelReading.OnScale(score.Adjusted - (t * error)), PanelReading.OnScale(score.Adjusted + (t * error)));
    }
}
