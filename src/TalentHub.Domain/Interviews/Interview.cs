using TalentHub.Domain.Candidates;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>Whether an interview will take place, or not any more.</summary>
public enum InterviewState { Scheduled, Cancelled }

/// <summary>One application at one stage, at a time, with a panel. Each interviewer has one scorecard from the start.</summary>
public sealed class Interview : Entity, IInOpening
{
    private readonly List<Scorecard> scorecards = [];
    private readonly List<PanelMove> panelMoves = [];

    private Interview() { }

    /// <param name="startsAt">UTC.</param>
    /// <param name="zone">The time zone it was planned in.</param>
    public Interview(Application application, Stage stage, DateTime startsAt, int minutes, string? place, IReadOnlyCollection<Guid> panel, string zone = Zones.Utc)
    {
        Rule.Holds(application.State == ApplicationState.Active, "application-closed", "This application is closed; no interview can be planned.");
        Rule.Holds(stage.OpeningId == application.OpeningId, "stage-elsewhere", "That stage belongs to another opening.", nameof(StageId));
        var kit = stage.CurrentKit ?? throw new RuleBroken("no-kit", "This stage has no kit yet. Draw its questions first.", nameof(StageId));
        Rule.Holds(panel.Count is >= 1 and <= Stage.MostOnPanel, "panel-size", $"An interview needs between 1 and {Stage.MostOnPanel} interviewers.", "Panel");
        (ApplicationId, OpeningId, CandidateId, StageId, KitId) = (application.Id, application.OpeningId, application.CandidateId, stage.Id, kit.Id);
        Settle(startsAt, minutes, place, zone);
        foreach (var author in panel.Distinct()) scorecards.Add(new Scorecard(this, author));
    }

    public Guid ApplicationId { get; private set; }
    public Application? Application { get; private set; }
    public Guid OpeningId { get; private set; }
    public Opening? Opening { get; private set; }
    public Guid CandidateId { get; private set; }
    public Candidate? Candidate { get; private set; }
    public Guid StageId { get; private set; }
    public Stage? Stage { get; private set; }

    /// <summary>The kit as it stood when the interview was planned.</summary>
    public Guid KitId { get; private set; }

    public Kit? Kit { get; private set; }
    public DateTime StartsAt { get; private set; }
    public int Minutes { get; private set; }
    public string? Place { get; private set; }

    /// <summary>The time zone it was planned in, by its IANA name; what the candidate is told.</summary>
    public string Zone { get; private set; } = Zones.Utc;

    /// <summary>How often its calendar entry has changed: SEQUENCE of RFC 5545.</summary>
    public int Sequence { get; private set; }

    /// <summary>When the candidate was sent an invitation, if somebody said so.</summary>
    public DateTime? CandidateInvitedAt { get; private set; }

    public InterviewState State { get; private set; }
    public IReadOnlyList<Scorecard> Scorecards => scorecards;

    /// <summary>Who joined or left the panel after it was planned.</summary>
    public IReadOnlyList<PanelMove> PanelMoves => panelMoves;

    public DateTime EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>Whether the first question may have been asked.</summary>
    public bool HasBegun(DateTime at) => StartsAt <= at;

    /// <summary>Moves the interview to another time or place.</summary>
    /// <param name="startsAt">UTC.</param>
    /// <returns>Whether anything the panel must know has changed.</returns>
    public bool Reschedule(DateTime startsAt, int minutes, string? place, string? zone = null)
    {
        Rule.Holds(State == InterviewState.Scheduled, "interview-cancelled", "This interview was cancelled.");
        Rule.Holds(scorecards.All(s => s.SubmittedAt is null && s.ReopenedAt is null), "interview-scored", "Somebody has already submitted a scorecard for this interview, so its time and place stay as they were.");
        var before = (StartsAt, Minutes, Place);
        Settle(startsAt, minutes, place, zone ?? Zone);
        var changed = before != (StartsAt, Minutes, Place);
        if (changed) Sequence++;
        Touch();
        return changed;
    }

    /// <summary>Puts somebody more on the panel.</summary>
    /// <exception cref="RuleBroken"><c>already-on-panel</c>, <c>panel-size</c>, <c>interview-cancelled</c>, <c>debrief-open</c>.</exception>
    public void Seat(Guid accountId, bool debriefOpen, Guid by, DateTime at)
    {
        CheckPanelOpen(debriefOpen);
        Rule.Holds(scorecards.All(s => s.AuthorId != accountId), "already-on-panel", "That person is, or was, on this panel.", "AccountId");
        Rule.Holds(scorecards.Count(s => s.WaivedAt is null) < Stage.MostOnPanel, "panel-size", $"An interview needs between 1 and {Stage.MostOnPanel} interviewers.", "AccountId");
        scorecards.Add(new Scorecard(this, accountId));
        panelMoves.Add(new PanelMove(this, accountId, joined: true, by, at));
        Touch();
    }

    /// <summary>Takes somebody off the panel. A scorecard nobody has written on goes; one with words on it is given up and stays its author's alone.</summary>
    /// <exception cref="RuleBroken"><c>scorecard-locked</c>, <c>panel-size</c>, <c>interview-cancelled</c>, <c>debrief-open</c>.</exception>
    public void Unseat(Guid accountId, bool debriefOpen, Guid by, DateTime at)
    {
        CheckPanelOpen(debriefOpen);
        var card = scorecards.SingleOrDefault(s => s.AuthorId == accountId && s.WaivedAt is null) ?? throw new NotFound("That interviewer");
        Rule.Holds(card.SubmittedAt is null && card.ReopenedAt is null, "scorecard-locked", "They have handed in their scorecard, so they stay on the panel.");
        Rule.Holds(scorecards.Count(s => s.WaivedAt is null) > 1, "panel-size", $"An interview needs between 1 and {Stage.MostOnPanel} interviewers. Put somebody else on the panel first.");
        // Waived even when it goes: whoever holds it in hand must not take it for owed.
        card.Waive(at);
        if (card.SavedAt is null) scorecards.Remove(card);
        panelMoves.Add(new PanelMove(this, accountId, joined: false, by, at));
        Touch();
    }

    /// <summary>Records that the candidate has been sent an invitation.</summary>
    public void InviteCandidate(DateTime at)
    {
        CandidateInvitedAt ??= at;
        Touch();
    }

    /// <summary>Calls the interview off; empty scorecards are waived, submitted ones stay.</summary>
    public void Cancel(DateTime at)
    {
        Rule.Holds(State == InterviewState.Scheduled, "interview-cancelled", "This interview is already cancelled.");
        Rule.Holds(scorecards.Any(s => s.IsOutstanding), "interview-held", "Every scorecard of this interview is in, so there is nothing left to call off.");
        Rule.Holds(scorecards.All(s => s.ReopenedAt is null), "interview-held", "A scorecard of this interview had been handed in and is being filled in again, so it took place and cannot be called off.");
        foreach (var card in scorecards.Where(s => s.IsOutstanding)) card.Waive(at);
        State = InterviewState.Cancelled;
        Sequence++;
        Touch();
    }

    private void CheckPanelOpen(bool debriefOpen)
    {
        Rule.Holds(State == InterviewState.Scheduled, "interview-cancelled", "This interview was cancelled.");
        Rule.Holds(!debriefOpen, "debrief-open", "The debrief is open, so the panel stays as it was.");
    }

    private void Settle(DateTime startsAt, int minutes, string? place, string zone)
    {
        Rule.Holds(minutes is >= 10 and <= 240, "interview-minutes", "An interview takes between 10 and 240 minutes.", nameof(Minutes));
        (StartsAt, Minutes, Place, Zone) = (startsAt, minutes, Rule.OptionalText(place, "the place", 120, nameof(Place)), Zones.Checked(zone, nameof(Zone)));
    }
}

/// <summary>That somebody joined or left the panel of a planned interview.</summary>
public sealed class PanelMove : Entity, IInOpening
{
    private PanelMove() { }

    internal PanelMove(Interview interview, Guid accountId, bool joined, Guid by, DateTime at) =>
        (InterviewId, OpeningId, AccountId, Joined, By, At) = (interview.Id, interview.OpeningId, accountId, joined, by, at);

    public Guid InterviewId { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid AccountId { get; private set; }

    /// <summary>Joined, or left.</summary>
    public bool Joined { get; private set; }

    public Guid By { get; private set; }
    public DateTime At { get; private set; }
}
