using System.Text.RegularExpressions;

namespace TalentHub.Domain.QuestionBanks;

/// <summary>Something a second reader would ask about a wording.</summary>
/// <param name="Code">Stable, kebab-case name of the check.</param>
/// <param name="Where">"the question", "probe 2", "what a 3 sounds like".</param>
/// <param name="Sentence">What stands there.</param>
/// <param name="Why">Why it matters, and what to write instead.</param>
public sealed record Finding(string Code, string Where, string Sentence, string Why);

/// <summary>
/// Reads a wording as a careful second reader would: protected topics, two questions in one, leading and yes/no questions, anchors that judge or
/// say too little, near-twins. It finds by words and shape, so it can be wrong both ways: it advises and refuses nothing.
/// </summary>
public static partial class QuestionCheck
{
    private const int OneBreath = 250;
    private const int ThinAnchor = 25;
    private const int FewestProbes = 2;

    /// <summary>Texts this alike would be answered with the same story (share of three-letter pieces in common, 0 to 1).</summary>
    private const double NearTwin = 0.5;

    private const double AlikeAnchors = 0.6;

    private static readonly (Regex Words, string Topic, string Why)[] Protected =
    [
        (Age(), "age", "Age may not weigh in a hiring decision in the EU or, from forty, in the US, and who hears the question may take it that it does."),
        (Family(), "family", "Marriage, children and pregnancy are nobody’s business in an interview, in the US as in the EU. If travel or hours matter, ask everybody whether they can meet them."),
        (Health(), "health", "Health and disability may not be asked about before an offer. Ask whether the person can do what the job needs, and offer adjustments."),
        (Belief(), "belief", "Religion is protected in the US and the EU. If days or hours matter, state them and ask everybody whether they can meet them."),
        (Origin(), "origin", "Origin, citizenship and mother tongue are protected. Whether somebody may work here is settled by HR; which languages the job needs is said in the advert."),
        (Gender(), "gender or orientation", "Gender, orientation and identity are protected in the US and the EU and say nothing about the work."),
        (Politics(), "politics or unions", "Opinions, votes and union membership are protected in much of the EU and in parts of the US."),
        (Pay(), "pay history", "Asking what somebody earned is forbidden in the EU since the pay transparency directive and in many US states. State your range and ask what they expect."),
        (Record(), "criminal or credit record", "Records may be asked about only where the law says so, and by HR, after an offer. An interview is not the place."),
        (Habits(), "private habits", "What somebody drinks, smokes or takes in private is not the employer’s to ask."),
    ];

    /// <summary>What stands out, in the order it is read. Empty when nothing does.</summary>
    /// <param name="others">The other questions of the level, to find near-twins.</param>
    public static IReadOnlyList<Finding> Of(Wording wording, IEnumerable<string> others)
    {
        var spoken = wording.Probes.Select((p, i) => ($"probe {i + 1}", p)).Prepend(("the question", wording.Text)).ToList();
        return
        [
            .. spoken.SelectMany(s => Topics(s.Item1, s.Item2)),
            .. spoken.SelectMany(s => Shape(s.Item1, s.Item2)),
            .. AsWhole(wording),
            .. AnchorFindings(wording.Anchors),
            .. Pronouns(wording),
            .. Twins(wording.Text, others),
        ];
    }

    /// <summary>How alike two texts are: the share of three-letter pieces they have in common, 0 to 1; case and punctuation aside.</summary>
    public static double Likeness(string one, string other)
    {
        var (a, b) = (Pieces(one), Pieces(other));
        var both = a.Count + b.Count;
        if (both == 0) return 0;
        var common = a.Count(b.Contains);
        return (double)common / (both - common);
    }

    private static IEnumerable<Finding> Topics(string place, string text) =>
        from topic in Protected
        let found = topic.Words.Match(text)
        where found.Success
        select new Finding("protected-topic", place, $"“{found.Value}” touches {topic.Topic}.", topic.Why);

    private static IEnumerable<Finding> Shape(string place, string text)
    {
        if (YesNo().Match(text) is { Success: true } closed)
            yield return new("yes-no", place, $"“{closed.Value.Trim()} …” can be answered with yes or no.", "A yes can be said without having done it. Begin with what, how, when, or “Tell me about”.");
        if (Leading().Match(text) is { Success: true } lead)
            yield return new("leading", place, $"“{lead.Value.Trim()}” tells the candidate what you would like to hear.", "Whoever reads people well gives it back to you. Ask so that two opposite answers sound equally welcome.");
        if (text.Count(c => c == '?') > 1 || TwoInOne().IsMatch(text))
            yield return new("double-barrelled", place, "It asks two things at once.", "Candidates answer the one they like better, and you cannot tell which they were rated on. Make the second a probe.");
    }

    private static IEnumerable<Finding> AsWhole(Wording wording)
    {
        if (wording.Text.Length > OneBreath)
            yield return new("too-long", "the question", $"It has {wording.Text.Length} characters.", "What cannot be said in one breath is heard in part. Put the scene in one sentence and the question in another.");
        if (wording.Probes.Count < FewestProbes)
            yield return new("few-probes", "the probes", wording.Probes.Count == 0 ? "There are none." : "There is only one.", "Without the same probes, the candidate who is helped along gets the better rating. Write at least two.");
        if (wording.Kind is QuestionKind.RolePlay or QuestionKind.WorkSample && wording.Brief.Length == 0)
            yield return new("no-brief", "the brief", "It says nothing about what the interviewer prepares or plays.", "Each interviewer would make up a scene of their own, and candidates could not be compared.");
    }

    private static IEnumerable<Finding> AnchorFindings(Anchors anchors)
    {
        (string Where, string Text)[] all = [("what a 1 sounds like", anchors.One), ("what a 3 sounds like", anchors.Three), ("what a 5 sounds like", anchors.Five)];
        foreach (var (place, text) in all)
        {
            if (Judging().Match(text) is { Success: true } judged)
                yield return new("anchor-judges", place, $"“{judged.Value}” judges instead of describing.", "Two raters mean different things by it. Write what somebody said or did.");
            if (text.Length < ThinAnchor)
                yield return new("anchor-thin", place, $"It has {text.Length} characters.", "Nobody can hold an answer against so little. Write what you would hear.");
        }
        for (var i = 0; i < all.Length - 1; i++)
            if (Likeness(all[i].Text, all[i + 1].Text) > AlikeAnchors)
                yield return new("anchors-alike", all[i + 1].Where, $"It reads almost like {all[i].Where}.", "If the anchors differ in an adverb alone, raters will too. Let the behaviour differ.");
    }

    private static IEnumerable<Finding> Pronouns(Wording wording)
    {
        string[] texts = [wording.Text, .. wording.Probes, wording.Anchors.One, wording.Anchors.Three, wording.Anchors.Five, wording.Brief, wording.StrongAnswer, wording.RehearsedAnswer];
        if (texts.Select(t => Gendered().Match(t)).FirstOrDefault(m => m.Success) is { } found)
            yield return new("gendered", "the wording", $"It says “{found.Value}”.", "It pictures a candidate or a buyer who need not be one. Write “they”, or name the role.");
    }

    private static IEnumerable<Finding> Twins(string text, IEnumerable<string> others)
    {
        var nearest = others.Select(o => (Text: o, Likeness: Likeness(text, o))).OrderByDescending(o => o.Likeness).FirstOrDefault();
        if (nearest.Likeness > NearTwin)
            yield return new("near-duplicate", "the question", $"It is close to “{nearest.Text}”.", "Both would be answered with the same story, so one of them adds minutes and no evidence.");
    }

    private static HashSet<string> Pieces(string text)
    {
        var plain = string.Join(' ', Words().Matches(text.ToLowerInvariant()).Select(m => m.Value));
        return Enumerable.Range(0, Math.Max(0, plain.Length - 2)).Select(i => plain.Substring(i, 3)).ToHashSet();
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(how old|your age|date of birth|year (were you|you were) born|digital native|retirement plans|(plan|intend) to retire)\b", Options)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b(married|marriage|your (spouse|husband|wife|children|kids|family)|childcare|child care|pregnan\w*|maternity|paternity|start(ing)? a family|have (any )?(children|kids))\b", Options)]
    private static partial Regex Family();

    [GeneratedRegex(@"\b(disabilit\w*|disabled|your (health|illness\w*)|illness\w*|sick (days|leave)|medication|medical (history|condition)|mental health|your (doctor|therapist))\b", Options)]
    private static partial Regex Health();

    [GeneratedRegex(@"\b(religio\w*|church|mosque|synagogue|your faith|pray|praying|prayer\w*|sabbath)\b", Options)]
    private static partial Regex Belief();

    [GeneratedRegex(@"\b(nationality|ethnic\w*|racial|your race|native (language|speaker|country)|mother tongue|where (are|do) you (originally )?(come )?from|citizen\w*|immigra\w*|your accent)\b", Options)]
    private static partial Regex Origin();

    [GeneratedRegex(@"\b(your gender|sexual\w*|gay|lesbian|transgender|pronouns)\b", Options)]
    private static partial Regex Gender();

    [GeneratedRegex(@"\b(political (views?|party|opinions?)|(you|did you) vote|voted for|(trade|labou?r) union|union member\w*)\b", Options)]
    private static partial Regex Politics();

    [GeneratedRegex(@"\b((current|present|last|previous|past) (salary|pay|wage|compensation)|salary history|pay history|(do|did) you earn|you (were|are) paid|payslip\w*)\b", Options)]
    private static partial Regex Pay();

    [GeneratedRegex(@"\b(arrest\w*|convict\w*|criminal|credit (score|history|rating|check)|bankrupt\w*|in debt)\b", Options)]
    private static partial Regex Record();

    [GeneratedRegex(@"\b((do|did) you (drink|smoke)|alcohol|smoker|take drugs)\b", Options)]
    private static partial Regex Habits();

    [GeneratedRegex(@"(?<=^|[.?!:]\s+)(do|does|did|are|is|was|were|have|has|had|can|could|will|would|should) (you|they|it|that|this|there|your|the|anyone|anybody|somebody|someone)\b(?!,? (please )?(describe|tell|walk|take|explain|show|give|talk))(?=[^.]*\?)", Options)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"\b(don['’]t you|wouldn['’]t you|isn['’]t it|aren['’]t you|surely|obviously|of course|as we all know|everyone knows|you['’]d agree|you would agree|how important is it)\b|, right\?", Options)]
    private static partial Regex Leading();

    [GeneratedRegex(@",? (and|or) (why|how|what|when|who|whom|where|which)\b[^.]*\?", Options)]
    private static partial Regex TwoInOne();

    [GeneratedRegex(@"\b(poor(ly)?|average|excellent(ly)?|good|weak(ly)?|great|adequate(ly)?|outstanding|impressive|satisfactory|unconvincing|convincing(ly)?|confident(ly)?|strong(ly)?)\b", Options)]
    private static partial Regex Judging();

    [GeneratedRegex(@"\b(he|she|his|her|him|hers|himself|herself)\b", Options)]
    private static partial Regex Gendered();

    [GeneratedRegex(@"[\p{L}\p{N}']+")]
    private static partial Regex Words();
}
