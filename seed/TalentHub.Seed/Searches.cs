using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.Seed;

/// <summary>Plans openings and holds interviews through the verbs of the domain, so that every rule holds for the demo too.</summary>
internal sealed class Searches(Demo demo)
{
    private readonly Dictionary<Guid, string> questionKeys = demo.Library.Questions.ToDictionary(q => q.Value.Id, q => q.Key);
    private readonly Dictionary<Guid, string> competencyKeys = demo.Library.Competencies.ToDictionary(c => c.Value.Id, c => c.Key);

    private static readonly Dictionary<RoleLevel, (string Name, StageKind Kind, int Minutes, string[] Questions)[]> Plans = new()
    {
        [RoleLevel.Rep] =
        [
            ("Screen", StageKind.Screen, 30, ["rep-refusal-hard-run", "rep-coaching-learning", "rep-business-how-it-earns"]),
            ("Panel: discovery and closing", StageKind.Panel, 60, ["rep-interest-walked-away", "rep-cold-new-patch", "rep-deciders-mapped", "rep-steps-month-long", "rep-coaching-changed", "rep-prepare-last-meeting"]),
            ("Role-play: advice and a second try", StageKind.RolePlay, 40, ["rep-interest-price-request", "rep-steps-think-it-over", "rep-coaching-second-try"]),
        ],
        [RoleLevel.Manager] =
        [
            ("First interview", StageKind.StructuredInterview, 45, ["mgr-rhythm-ordinary-week", "mgr-hire-last-choice", "mgr-middle-raised"]),
            ("Panel: coaching and weak results", StageKind.Panel, 60, ["mgr-coach-last-session", "mgr-weak-first-signs", "mgr-pipeline-wrong", "mgr-coach-talks-too-much"]),
        ],
        [RoleLevel.Vp] =
        [
            ("Structured interview", StageKind.StructuredInterview, 75, ["vp-managers-no-daily-control", "vp-plan-made-and-done", "vp-people-fell-short", "vp-launch-other-function", "vp-company-explained", "vp-account-repaired", "vp-board-bad-news"]),
            ("Executive panel", StageKind.Panel, 60, ["vp-managers-own-part", "vp-people-raised", "vp-launch-new-product", "vp-board-two-minutes"]),
        ],
    };

    private static readonly Dictionary<RoleLevel, string> ProfileKeys = new() { [RoleLevel.Rep] = "field-rep-model", [RoleLevel.Manager] = "sales-manager-model", [RoleLevel.Vp] = "vp-sales-model" };

    /// <summary>An opening with team, plan and kits, preparation answered and the search started.</summary>
    public Opening Open(string title, string? location, RoleLevel level, Guid lead, int openedOffset, IEnumerable<Guid> interviewers, bool confidential = false)
    {
        var opening = Draft(title, location, level, lead, openedOffset, interviewers, confidential);
        Prepare(opening, level, lead, demo.At(openedOffset + 2, 9), int.MaxValue);
        opening.Start([.. Content.Preparation(level).Select(p => p.Key)]);
        demo.Db.Add(opening);
        return opening;
    }

    /// <summary>An opening with team, plan and kits whose search has not started. The caller adds it.</summary>
    public Opening Draft(string title, string? location, RoleLevel level, Guid lead, int openedOffset, IEnumerable<Guid> interviewers, bool confidential = false)
    {
        var version = demo.Library.Profiles[ProfileKeys[level]].Published!;
        var opening = new Opening(title, location, version, level, confidential, lead, demo.Day(openedOffset));
        foreach (var interviewer in interviewers.Where(i => i != lead)) opening.Join(interviewer, TeamPart.Interviewer);
        foreach (var (name, kind, minutes, keys) in Plans[level])
        {
            List<Question> questions = [.. keys.Select(k => demo.Library.Questions[k])];
            var stage = opening.AddStage(name, kind, minutes, [.. questions.Select(q => q.CompetencyId)]);
            Guid[] pool = kind == StageKind.Screen ? [lead] : [.. opening.Team.Select(t => t.AccountId)];
            stage.Seat(kind == StageKind.Screen ? 1 : Math.Min(kind == StageKind.RolePlay ? 2 : 3, pool.Length), pool);
            stage.SetKit(questions, false, demo.At(openedOffset + 1, 9));
        }
        return opening;
    }

    /// <summary>Answers the first questions of the preparation checklist.</summary>
    public static void Prepare(Opening opening, RoleLevel level, Guid by, DateTime at, int count)
    {
        foreach (var question in Content.Preparation(level).Take(count)) opening.Answer(question.Key, Phrases.All.PreparationAnswers[question.Key], by, at);
    }

    public Application Apply(Opening opening, Candidate candidate, HireChannel channel, int offset, string? detail = null)
    {
        var application = new Application(candidate, opening, channel, detail, demo.Day(offset), demo.Past(demo.At(offset, 8, 30)));
        demo.Db.Add(candidate);
        demo.Db.Add(application);
        return application;
    }

    /// <summary>Moves the application to the stage two days earlier and plans the interview there.</summary>
    public Interview Meet(Application application, Stage stage, DateTime startsAt, string place, params Guid[] panel)
    {
        application.MoveTo(stage, panel[0], demo.Past(startsAt.AddDays(-2)));
        var interview = new Interview(application, stage, startsAt, stage.Minutes, place, panel, DemoAccounts.Zone);
        demo.Db.Add(interview);
        return interview;
    }

    /// <summary>Everyone on the panel hands in, some minutes after the end, rating what they see of the ability.</summary>
    public void ScoreAll(Interview interview, Stage stage, Ability ability)
    {
        foreach (var card in interview.Scorecards) Score(interview, stage, card.AuthorId, (competency, question) => Seen(ability, competency, question, card.AuthorId));
    }

    /// <summary>One panellist hands in these scores; a missing score means not observed.</summary>
    public void Score(Interview interview, Stage stage, Guid author, Func<string, string, int?> score)
    {
        var after = 12 + (int)(Phrases.Hash($"{author}{interview.StartsAt.Hour}") % 90);
        Card(interview, author).Submit(Written(interview, stage, author, int.MaxValue, score), stage.CurrentKit!, demo.Past(interview.EndsAt.AddMinutes(after)));
    }

    /// <summary>One panellist has written down the first questions and not handed in.</summary>
    public void Begin(Interview interview, Stage stage, Guid author, int questions, Ability ability)
    {
        var content = Written(interview, stage, author, questions, (competency, question) => Seen(ability, competency, question, author)) with { Recommendation = null, Summary = "", GeneralEvidence = "", RedFlags = [] };
        var card = Card(interview, author);
        card.SaveDraft(1, card.Version, content, stage.CurrentKit!.Lines(), demo.Past(interview.EndsAt.AddMinutes(-10)));
    }

    /// <summary>What an interviewer makes of an ability: close to it, coloured by their own severity, with some luck.</summary>
    public int Seen(Ability ability, string competencyKey, string questionKey, Guid author)
    {
        var luck = Demo.Normal($"{ability.Name}|{questionKey}|{demo.Accounts.NameOf(author)}");
        return (int)Math.Clamp(Math.Round(3.15 + 0.85 * ability.In(competencyKey) + demo.Accounts.SeverityOf(author) + 0.5 * luck), 1, 5);
    }

    private static Scorecard Card(Interview interview, Guid author) => interview.Scorecards.Single(s => s.AuthorId == author);

    private ScorecardContent Written(Interview interview, Stage stage, Guid author, int questions, Func<string, string, int?> score)
    {
        var salt = $"{interview.Candidate!.Name}|{demo.Accounts.NameOf(author)}";
        var entries = new List<ScorecardEntry>();
        foreach (var question in stage.CurrentKit!.Questions.OrderBy(q => q.Order).Take(questions))
        {
            var key = questionKeys[question.QuestionId];
            var given = score(competencyKeys[question.CompetencyId], key);
            var (because, unseen) = CardParts.NotSeen($"{salt}|{key}");
            entries.Add(given is { } g ? new(question.Id, g, false, Phrases.Note(key, g, salt)) : new(question.Id, null, true, unseen, because));
        }
        var mean = entries.Average(e => e.Score) ?? 3;
        var word = mean switch { >= 4.1 => Recommendation.StrongYes, >= 3.3 => Recommendation.Yes, >= 2.4 => Recommendation.No, _ => Recommendation.StrongNo };
        return new(word, Phrases.Summary(word, salt, stage.Order), entries, CardParts.General(salt, stage.Order), CardParts.RedFlags(word, $"{salt}|{stage.Name}"));
    }
}
