using TalentHub.Domain.Candidates;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Evidence;

/// <summary>How the referee worked with the candidate.</summary>
public enum RefereeRelation { Manager, Peer, Report, Customer }

/// <summary>A question of the reference form as it is asked, and from the day it is sent in also what was answered.</summary>
/// <param name="Key">Which question of the form (content/reference-questions.json).</param>
/// <param name="CompetencyId">The competency it speaks to, where the library has it.</param>
/// <param name="Competency">Its name when the question was asked.</param>
/// <param name="Score">1 to 5 by the anchors; none when the referee did not see it, or has not answered.</param>
public sealed record ReferenceAnswer(string Key, string Text, Guid? CompetencyId, string? Competency, Anchors Anchors, int? Score = null, bool NotSeen = false, string Words = "");

/// <summary>What a referee wrote on one question.</summary>
/// <param name="Score">1 to 5; excludes <paramref name="NotSeen"/>.</param>
public sealed record RefereeWord(string? Key, int? Score, bool NotSeen, string? Words);

/// <summary>What a referee sends in.</summary>
/// <param name="Overlap">From when to when they worked together.</param>
/// <param name="Again">In which role they would work together again, if in any.</param>
public sealed record ReferenceContent(string? Overlap, string? Again, IReadOnlyList<RefereeWord> Words);

/// <summary>
/// A reference that was asked for: whom, by whom, with the candidate's agreement, and what came back. The link is worth one answer, for a while;
/// only its hash is kept. The referee is not the panel: their ratings stand beside the panel's and are in no mean of it.
/// </summary>
public sealed class ReferenceCheck : Entity, IInOpening, IAboutCandidate, IForgettable
{
    /// <summary>Days a link works.</summary>
    public const int DaysOpen = 14;

    private ReferenceCheck() { }

    /// <param name="consentOn">The day the candidate agreed that we speak to this person; none when they have not.</param>
    /// <param name="tokenHash">From <see cref="ReferenceToken.Hash"/>.</param>
    /// <exception cref="RuleBroken"><c>application-closed</c>, <c>consent-missing</c>, <c>consent-later</c>, <c>referee-is-candidate</c>, or a text that is missing or too long.</exception>
    public ReferenceCheck(Application application, string? name, string? email, RefereeRelation relation, DateOnly? consentOn, IReadOnlyList<ReferenceAnswer> form, string tokenHash, Guid by, DateTime at)
    {
        CheckActive(application);
        var agreed = consentOn ?? throw new RuleBroken("consent-missing", "Ask the candidate first, and say when they agreed: nobody is called behind their back.", nameof(ConsentOn));
        Rule.Holds(agreed <= DateOnly.FromDateTime(at), "consent-later", "The candidate cannot have agreed after today.", nameof(ConsentOn));
        (ApplicationId, OpeningId, CandidateId, Relation, ConsentOn, AskedBy, AskedAt) = (application.Id, application.OpeningId, application.CandidateId, relation, agreed, by, at);
        RefereeName = Rule.Text(name, "the referee's name", 120, nameof(RefereeName));
        RefereeEmail = Rule.Address(Rule.Text(email, "the referee's e-mail address", 200, nameof(RefereeEmail)), nameof(RefereeEmail));
        Rule.Holds(RefereeEmail != application.Candidate?.Email, "referee-is-candidate", "That is the candidate's own address.", nameof(RefereeEmail));
        Answers = [.. form];
        Open(tokenHash, at);
    }

    public Guid ApplicationId { get; private set; }
    public Application? Application { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid CandidateId { get; private set; }
    [Personal] public string RefereeName { get; private set; } = "";

    /// <summary>None once the referee has been forgotten.</summary>
    [Personal] public string? RefereeEmail { get; private set; }

    public RefereeRelation Relation { get; private set; }

    /// <summary>The day the candidate agreed.</summary>
    public DateOnly ConsentOn { get; private set; }

    public Guid AskedBy { get; private set; }
    public DateTime AskedAt { get; private set; }

    /// <summary>SHA-256 of the link's token; the token itself is nowhere.</summary>
    [Sealed] public string TokenHash { get; private set; } = "";

    /// <summary>When the present link was made.</summary>
    public DateTime SentAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    [Sealed] public string Overlap { get; private set; } = "";
    [Sealed] public string Again { get; private set; } = "";

    /// <summary>The form as asked, with the answers once it was sent in.</summary>
    [Sealed] public List<ReferenceAnswer> Answers { get; private set; } = [];

    /// <summary>When the referee's name, address and words were wiped.</summary>
    public DateTime? ForgottenAt { get; private set; }

    /// <summary>Whether the link still leads to the form, as far as the check itself knows; a closed application ends it too.</summary>
    public bool IsOpen(DateTime at) => AnsweredAt is null && RevokedAt is null && ForgottenAt is null && at < ExpiresAt;

    /// <summary>Ends the link. Nobody need say why.</summary>
    /// <exception cref="RuleBroken"><c>reference-answered</c> or <c>reference-revoked</c>.</exception>
    public void Revoke(DateTime at)
    {
        CheckUnanswered();
        Rule.Holds(RevokedAt is null, "reference-revoked", "This link has been called back already.");
        RevokedAt = at;
        Touch();
    }

    /// <summary>Makes a new link in place of the old, which stops working.</summary>
    /// <exception cref="RuleBroken"><c>reference-answered</c>, <c>reference-forgotten</c> or <c>application-closed</c>.</exception>
    public void SendAnew(Application application, string tokenHash, DateTime at)
    {
        CheckUnanswered();
        Rule.Holds(ForgottenAt is null, "reference-forgotten", "This referee's name and address have been erased. Ask anew if the candidate agrees.");
        CheckActive(application);
        Open(tokenHash, at);
        Touch();
    }

    /// <summary>Takes what the referee sent in. The link is used up.</summary>
    /// <exception cref="RuleBroken"><c>link-spent</c>, or what is missing or out of range.</exception>
    public void Answer(ReferenceContent content, DateTime at)
    {
        Rule.Holds(IsOpen(at), "link-spent", "This link no longer works.");
        var overlap = Rule.Text(content.Overlap, "from when to when you worked together", 160, nameof(Overlap));
        var again = Rule.Text(content.Again, "in which role", 2000, nameof(Again));
        Rule.Holds(content.Words.Count == Answers.Count && Answers.All(a => content.Words.Count(w => w.Key == a.Key) == 1), "answers-other", "These answers belong to another form. Please reload the page.");
        Answers = [.. Answers.Select((a, i) => Written(a, content.Words.Single(w => w.Key == a.Key), i + 1))];
        (Overlap, Again, AnsweredAt) = (overlap, again, at);
        Touch();
    }

    /// <summary>Wipes who the referee is and what they wrote. Ratings, dates and the relation stay, because they count.</summary>
    /// <exception cref="RuleBroken"><c>reference-forgotten</c>.</exception>
    public void Forget(DateTime at)
    {
        Rule.Holds(ForgottenAt is null, "reference-forgotten", "This referee's name and address have been erased already.");
        (RefereeName, RefereeEmail, Overlap, Again, ForgottenAt) = ("erased", null, "", "", at);
        Answers = [.. Answers.Select(a => a with { Words = "" })];
        Touch();
    }

    private static ReferenceAnswer Written(ReferenceAnswer question, RefereeWord word, int number)
    {
        Rule.Holds(word.Score is null or (>= 1 and <= 5), "score-range", $"Question {number}: a rating is a whole number from 1 to 5.");
        Rule.Holds(word.NotSeen != word.Score is not null, "rating-missing", $"Question {number}: choose a number, or “Did not see”.");
        var words = word.NotSeen ? Rule.OptionalText(word.Words, $"what you say on question {number}", 2000) ?? "" : Rule.Text(word.Words, $"what you saw, question {number}", 2000);
        return question with { Score = word.Score, NotSeen = word.NotSeen, Words = words };
    }

    private static void CheckActive(Application application) =>
        Rule.Holds(application.State == ApplicationState.Active, "application-closed", "This application is closed, so nobody is asked about it any more.");

    private void Open(string tokenHash, DateTime at) => (TokenHash, SentAt, ExpiresAt, RevokedAt) = (tokenHash, at, at.AddDays(DaysOpen), null);

    private void CheckUnanswered() => Rule.Holds(AnsweredAt is null, "reference-answered", "This reference is in already.");
}
