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

    private Interview() { }

    public Interview(Application application, Stage stage, DateTime startsAt, int minutes, string? place, IReadOnlyCollection<Guid> panel)
    {
        Rule.Holds(application.State == ApplicationState.Active, "application-closed", "This application is closed; no interview can be planned.");
        Rule.Holds(stage.OpeningId == application.OpeningId, "stage-elsewhere", "That stage belongs to another opening.", nameof(StageId));
        var kit = stage.CurrentKit ?? throw new RuleBroken("no-kit", "This stage has no kit yet. Draw its questions first.", nameof(StageId));
        Rule.Holds(panel.Count is >= 1 and <= 8, "panel-size", "An interview needs between 1 and 8 interviewers.", "Panel");
        (ApplicationId, OpeningId, CandidateId, StageId, KitId) = (application.Id, application.OpeningId, application.CandidateId, stage.Id, kit.Id);
        Reschedule(startsAt, minutes, place);
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
    public InterviewState State { get; private set; }
    public IReadOnlyList<Scorecard> Scorecards => scorecards;
    public DateTime EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>Whether the first question may have been asked.</summary>
    public bool HasBegun(DateTime at) => StartsAt <= at;

    /// <summary>Moves the interview to another time or place.</summary>
    public void Reschedule(DateTime startsAt, int minutes, string? place)
    {
        Rule.Holds(State == InterviewState.Scheduled, "interview-cancelled", "This interview was cancelled.");
        Rule.Holds(scorecards.All(s => s.SubmittedAt is null && s.ReopenedAt is null), "interview-scored", "Somebody has already submitted a scorecard for this interview, so its time and place stay as they were.");
        Rule.Holds(minutes is >= 10 and <= 240, "interview-minutes", "An interview takes between 10 and 240 minutes.", nameof(Minutes));
        (StartsAt, Minutes, Place) = (startsAt, minutes, Rule.OptionalText(place, "the place", 120, nameof(Place)));
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
        Touch();
    }
}
