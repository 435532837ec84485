using TalentHub.Domain.Employees;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Candidates;

/// <summary>Where an application stands.</summary>
public enum ApplicationState { Active, Hired, Rejected, Withdrawn }

/// <summary>A candidate for an opening, with channel, stage and outcome.</summary>
public sealed partial class Application : Entity, IInOpening
{
    private readonly List<StageMove> moves = [];
    private readonly List<Interview> interviews = [];
    private readonly List<Scorecard> scorecards = [];
    private readonly List<Decision> decisions = [];
    private readonly List<Proposal> proposals = [];

    private Application() { }

    public Application(Candidate candidate, Opening opening, HireChannel channel, string? channelDetail, DateOnly on, DateTime at)
    {
        Rule.Holds(opening.Status is OpeningStatus.Open or OpeningStatus.Draft, "opening-closed", "This opening no longer takes candidates.", nameof(OpeningId));
        CandidateId = candidate.Id;
        OpeningId = opening.Id;
        Channel = candidate.IsInternal ? HireChannel.Internal : channel;
        ChannelDetail = Rule.OptionalText(channelDetail, "where exactly", 160, nameof(ChannelDetail));
        AppliedOn = on;
        MovedAt = at;
    }

    /// <summary>An application, refused where an insider would sit on the team that picks (rule 4).</summary>
    /// <param name="insider">Who the candidate is here, if they work here.</param>
    /// <param name="opening">With its team.</param>
    /// <exception cref="RuleBroken"><c>insider-on-team</c>, or <c>opening-closed</c>.</exception>
    public static Application For(Candidate candidate, Employee? insider, Opening opening, HireChannel channel, string? channelDetail, DateOnly on, DateTime at)
    {
        Rule.Holds(insider?.AccountId is not { } account || opening.Team.All(t => t.AccountId != account), "insider-on-team",
            $"{candidate.Name} is on this opening’s hiring team. Take them off the team first: nobody picks among their own rivals.", nameof(OpeningId));
        return new Application(candidate, opening, channel, channelDetail, on, at);
    }

    public Guid CandidateId { get; private set; }
    public Candidate? Candidate { get; private set; }
    public Guid OpeningId { get; private set; }
    public Opening? Opening { get; private set; }
    public HireChannel Channel { get; private set; }
    [Personal] public string? ChannelDetail { get; private set; }

    /// <summary>The stage reached; none while the application is new.</summary>
    public Guid? StageId { get; private set; }

    public Stage? Stage { get; private set; }
    public ApplicationState State { get; private set; }
    public DateOnly AppliedOn { get; private set; }
    public DateTime MovedAt { get; private set; }

    /// <summary>When HR said that the insider's manager may know; until then the manager finds no trace.</summary>
    public DateTime? ManagerInformedAt { get; private set; }

    public IReadOnlyList<StageMove> Moves => moves;
    public IReadOnlyList<Interview> Interviews => interviews;
    public IReadOnlyList<Scorecard> Scorecards => scorecards;
    public IReadOnlyList<Decision> Decisions => decisions;
    public IReadOnlyList<Proposal> Proposals => proposals;
    public Debrief? Debrief { get; private set; }

    /// <summary>Moves the application to a stage of its opening's plan, forwards or back.</summary>
    public void MoveTo(Stage stage, Guid by, DateTime at)
    {
        CheckActive();
        Rule.Holds(stage.OpeningId == OpeningId, "stage-elsewhere", "That stage belongs to another opening.", nameof(StageId));
        if (StageId == stage.Id) return;
        moves.Add(new StageMove(this, StageId, stage.Id, by, at));
        StageId = stage.Id;
        MovedAt = at;
        Touch();
    }

    /// <summary>The candidate steps back by their own wish.</summary>
    public void Withdraw(Guid by, DateTime at)
    {
        CheckActive();
        Close(ApplicationState.Withdrawn, by, at);
    }

    /// <summary>HR says that the insider's manager may know of this application.</summary>
    public void InformManager(DateTime at)
    {
        ManagerInformedAt ??= at;
        Touch();
    }

    private void Close(ApplicationState state, Guid by, DateTime at)
    {
        moves.Add(new StageMove(this, StageId, null, by, at));
        (State, MovedAt) = (state, at);
        Touch();
    }

    /// <summary>Takes up where the application was before it was closed.</summary>
    private void Reinstate(Guid by, DateTime at)
    {
        if (StageId is not null) moves.Add(new StageMove(this, null, StageId, by, at));
        (State, MovedAt) = (ApplicationState.Active, at);
    }

    private void CheckActive() => Rule.Holds(State == ApplicationState.Active, "application-closed",
        $"This application is closed ({Words.Of(State).ToLowerInvariant()}), so it can no longer change.");
}

/// <summary>One step of an application through the plan.</summary>
public sealed class StageMove : Entity, IInOpening
{
    private StageMove() { }

    internal StageMove(Application application, Guid? from, Guid? to, Guid by, DateTime at) =>
        (ApplicationId, OpeningId, FromStageId, ToStageId, By, At) = (application.Id, application.OpeningId, from, to, by, at);

    public Guid ApplicationId { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid? FromStageId { get; private set; }

    /// <summary>None when the application was closed.</summary>
    public Guid? ToStageId { get; private set; }

    public Guid By { get; private set; }
    public DateTime At { get; private set; }
}
