using System.Globalization;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Science.Scoring;
using TalentHub.Science.Validity;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>A competency as the opening's profile version weighs it; weight 0 and no target when it was asked about without being in the profile.</summary>
public sealed record Weighed(Guid Id, string Name, int Weight, double? Target);

/// <summary>What one interviewer wrote on one question.</summary>
public sealed record Said(Guid CardId, Guid CompetencyId, string Competency, int Order, string Question, int? Score, bool NotObserved, string Evidence, EvidenceKind Kind)
{
    /// <summary>Why it was not observed.</summary>
    public NotObservedReason? Because { get; init; }
}

/// <summary>A submitted scorecard the viewer may read.</summary>
public sealed record Card(
    Guid Id, Guid ApplicationId, Guid AuthorId, string Author, Guid StageId, string Stage, StageKind Kind, int StageOrder, Guid KitId, int Kit, Recommendation? Recommendation, string Summary, DateTime SubmittedAt)
{
    public IReadOnlyList<Said> Ratings { get; init; } = [];
    public string GeneralEvidence { get; init; } = "";

    /// <summary>What the panel must talk about; in no number.</summary>
    public IReadOnlyList<string> RedFlags { get; init; } = [];

    /// <summary>It had been reopened after its author could read the others, so it is not blind.</summary>
    public bool AfterOthers { get; init; }
}

/// <summary>One interviewer on one competency: the mean of their ratings; no score and not observed, or neither: not assessed.</summary>
public sealed record Cell(string Author, double? Score, bool NotObserved)
{
    public static Cell Of(string author, IEnumerable<Said> said)
    {
        var mean = said.Average(r => r.Score);
        return new Cell(author, mean, mean is null && said.Any(r => r.NotObserved));
    }
}

/// <summary>A rating, or what stands beside ratings, with the words that carry it.</summary>
public sealed record Quote(string Author, string Stage, string Question, int? Score, bool NotObserved, string Evidence, EvidenceKind Kind)
{
    public NotObservedReason? Because { get; init; }
}

/// <summary>The panel on a competency by one kind of question, one number a rater. Under three raters the numbers stand and there is no mean.</summary>
public sealed record KindReading(EvidenceKind Kind, IReadOnlyList<double> Values, double? Mean, double? Lower, double? Upper)
{
    /// <summary>"4.1 (3.6–4.6), n = 6", or "3 and 4, n = 2".</summary>
    public string Words => Values.Count < CompetencyReading.Minimum
        ? $"{Say.List([.. Values.OrderDescending().Select(Say.Rating)])}, n = {Values.Count}"
        : $"{Say.Number(Mean!.Value)} ({Say.Range(Lower, Upper)}), n = {Values.Count}";

    public static KindReading Of(EvidenceKind kind, IReadOnlyList<double> values)
    {
        var mean = Spread.Mean(values, PanelReading.Level, CompetencyReading.Minimum).Mean;
        return mean.TooFew ? new(kind, values, null, null, null) : new(kind, values, mean.Value, PanelReading.OnScale(mean.Lower), PanelReading.OnScale(mean.Upper));
    }
}

/// <summary>One interviewer's overall word.</summary>
public sealed record Voice(Guid AuthorId, string Author, IReadOnlyList<Remark> Remarks)
{
    /// <summary>One for each scorecard, in the order of the stages.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; } = [.. Remarks.Select(r => r.Recommendation).OfType<Recommendation>()];

    public IReadOnlyList<string> RedFlags { get; init; } = [];

    /// <summary>Handed in again after the others were open.</summary>
    public bool AfterOthers { get; init; }
}

/// <summary>What a scorecard says in words besides its ratings.</summary>
/// <param name="General">What was seen that belongs to no question; may be empty.</param>
public sealed record Remark(string Stage, Recommendation? Recommendation, string Summary, string General);

/// <summary>A competency across the panel. Under three raters the values stand and the mean is too few to say.</summary>
public sealed record CompetencyReading(
    Weighed Competency, IReadOnlyList<Cell> Cells, double? Mean, double? Lower, double? Upper, int Raters, double Range, double Deviation, IReadOnlyList<string> Kinds, IReadOnlyList<Quote> Quotes)
{
    public const int Minimum = 3;

    /// <summary>The same ratings apart by the kind of question.</summary>
    public IReadOnlyList<KindReading> ByKind { get; init; } = [];

    /// <summary>Two points apart or more: the panel saw different things.</summary>
    public bool Mixed => Range >= 2;

    public bool TooFew => Raters < Minimum;
    public IReadOnlyList<double> Values => [.. Cells.Where(c => c.Score is not null).Select(c => c.Score!.Value)];
}

/// <summary>What a panel said of one candidate, disagreement first.</summary>
public sealed record PanelReading(IReadOnlyList<Voice> Voices, IReadOnlyList<CompetencyReading> Competencies, PanelScore Score)
{
    /// <summary>Level of every interval of this area.</summary>
    public const double Level = 0.90;

    /// <summary>Whose scorecard was reopened and is not in again: an empty column, so that nobody takes it for a voice that was never asked.</summary>
    public IReadOnlyList<string> Reopened { get; init; } = [];

    /// <summary>What tests and referees say: beside the panel, in none of its numbers.</summary>
    public OtherEvidence Other { get; init; } = OtherEvidence.None;

    /// <summary>Whether ratings came from more than one kind of question, so that it matters which.</summary>
    public bool HasKinds => Competencies.SelectMany(c => c.ByKind).Select(k => k.Kind).Distinct().Count() > 1;

    public static PanelReading Of(IReadOnlyList<Weighed> profile, IReadOnlyList<Card> cards, OtherEvidence other)
    {
        var voices = cards.GroupBy(c => (c.AuthorId, c.Author)).OrderBy(g => g.Key.Author)
            .Select(g => new Voice(g.Key.AuthorId, g.Key.Author, [.. g.OrderBy(c => c.StageOrder).Select(c => new Remark(c.Stage, c.Recommendation, c.Summary, c.GeneralEvidence))])
            {
                RedFlags = [.. g.SelectMany(c => c.RedFlags)],
                AfterOthers = g.Any(c => c.AfterOthers),
            }).ToList();
        var said = cards.SelectMany(card => card.Ratings.Select(rating => (Card: card, Rating: rating))).ToLookup(s => s.Rating.CompetencyId);
        var beside = said.Select(s => (Id: s.Key, Name: s.First().Rating.Competency)).Concat(other.Competencies).ExceptBy(profile.Select(p => p.Id), c => c.Id).OrderBy(c => c.Name)
            .Select(c => new Weighed(c.Id, c.Name, 0, null));
        var readings = profile.Concat(beside).Select(c => Read(c, voices, [.. said[c.Id]])).ToList();
        var score = PanelComposite.Of([.. readings.Select(r => new RatedPart(r.Competency.Weight, r.Values))], Level);
        return new PanelReading(voices, [.. readings.OrderByDescending(r => r.Range).ThenByDescending(r => r.Deviation)], score) { Other = other };
    }

    /// <summary>Rating parts by competency, with the weights the composite was made with.</summary>
    public IReadOnlyList<RatedPart> Parts(Func<Weighed, double> weight) => [.. Competencies.Select(r => new RatedPart(weight(r.Competency), r.Values))];

    /// <param name="said">The ratings on this competency alone, in the order of the cards.</param>
    private static CompetencyReading Read(Weighed competency, IReadOnlyList<Voice> voices, IReadOnlyList<(Card Card, Said Rating)> said)
    {
        var own = said.ToLookup(s => s.Card.AuthorId, s => s.Rating);
        var cells = voices.Select(v => Cell.Of(v.Author, own[v.AuthorId])).ToList();
        var values = cells.Where(c => c.Score is not null).Select(c => c.Score!.Value).ToList();
        var summary = Spread.Mean(values, Level, CompetencyReading.Minimum);
        var (lower, upper) = summary.Mean.TooFew ? (null, null) : (OnScale(summary.Mean.Lower), OnScale(summary.Mean.Upper));
        var quotes = said.OrderByDescending(s => s.Rating.Score ?? 0).ThenBy(s => s.Card.Author)
            .Select(s => new Quote(s.Card.Author, s.Card.Stage, s.Rating.Question, s.Rating.Score, s.Rating.NotObserved, s.Rating.Evidence, s.Rating.Kind) { Because = s.Rating.Because }).ToList();
        var scored = said.Where(s => s.Rating.Score is not null).ToList();
        var kinds = scored.GroupBy(s => s.Card.Kind).OrderBy(g => g.Key)
            .Select(g => $"{Words.Of(g.Key).ToLowerInvariant()} ({Say.Count(g.Select(s => s.Card.AuthorId).Distinct().Count(), "rater")})").ToList();
        var byKind = scored.GroupBy(s => s.Rating.Kind).OrderBy(g => g.Key)
            .Select(g => KindReading.Of(g.Key, [.. g.GroupBy(s => s.Card.AuthorId).Select(rater => rater.Average(s => (double)s.Rating.Score!.Value))])).ToList();
        return new CompetencyReading(competency, cells, summary.Mean.Value, lower, upper, values.Count, values.Count == 0 ? 0 : values.Max() - values.Min(), summary.StandardDeviation ?? 0, kinds, quotes) { ByKind = byKind };
    }

    /// <summary>An interval of a mean of ratings is not drawn beyond the rating scale.</summary>
    internal static double? OnScale(double? limit) => limit is { } value ? Math.Clamp(value, 1, 5) : null;
}

/// <summary>Numbers in words, the same on the page and on paper.</summary>
public static class Say
{
    public static string Number(double value) => (Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0).ToString("0.0", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A rating: "4", or "3.5" when it is a mean of several.</summary>
    public static string Rating(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>"Not observed: ran out of time."</summary>
    public static string NotSeen(NotObservedReason? because) => because is { } reason ? $"Not observed: {Words.Of(reason).ToLowerInvariant()}." : "Not observed.";

    public static string Range(double? lower, double? upper) => lower is { } a && upper is { } b
        ? a == b ? "all alike" : $"{Number(a)}{(a < 0 ? " to " : "–")}{Number(b)}"
        : "too few to say";

    public static string Share(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    public static string Count(int n, string one) => n == 1 ? $"1 {one}" : $"{n} {one}s";

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"role-play", as a chip says it.</summary>
    public static string Kind(EvidenceKind kind) => Words.Of(kind).ToLowerInvariant();

    public static string Day(DateTime at) => at.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };

    /// <summary>The limits of a composite, cut to the rating scale.</summary>
    public static string Limits(PanelScore score) => Range(PanelReading.OnScale(score.Score.Lower), PanelReading.OnScale(score.Score.Upper));

    /// <summary>"Strong yes" as on the page; several, when someone sat in several interviews.</summary>
    public static string Recommended(Voice voice) => voice.Recommendations.Count == 0 ? "no word" : List([.. voice.Recommendations.Distinct().Select(r => Words.Of(r).ToLowerInvariant())]);
}
