using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>What was decided.</summary>
public enum DecisionOutcome { Hire, Reject, Hold }

/// <summary>
/// A decision by a named person, with its reasons and the dissents. What it says never changes; a hold may be followed by another, and within an hour
/// it can be taken back, which is kept beside it.
/// </summary>
public sealed class Decision : Grounded, IInOpening
{
    /// <summary>How long a decision can be taken back.</summary>
    public static readonly TimeSpan TakeBackWithin = TimeSpan.FromMinutes(60);

    private readonly List<Dissent> dissents = [];

    private Decision() { }

    internal Decision(Application application, DecisionOutcome outcome, Grounds grounds, string? keepPlan, IEnumerable<(Guid AccountId, string Words)> dissents, Proposal? proposal, Guid by, DateTime at)
    {
        (ApplicationId, OpeningId, Outcome, ProposalId, By, At) = (application.Id, application.OpeningId, outcome, proposal?.Id, by, at);
        Rest(grounds);
        KeepPlan = Rule.OptionalText(keepPlan, "the plan for keeping them", 2000, nameof(KeepPlan));
        foreach (var (account, words) in dissents)
        {
            Rule.Holds(this.dissents.All(d => d.AccountId != account), "dissent-twice", "One dissent a person: put both sentences together.", nameof(Dissents));
            this.dissents.Add(new Dissent(this, account, words));
        }
    }

    public Guid ApplicationId { get; private set; }
    public Application? Application { get; private set; }
    public Guid OpeningId { get; private set; }
    public DecisionOutcome Outcome { get; private set; }

    /// <summary>The proposal that lay before whoever decided, followed or not.</summary>
    public Guid? ProposalId { get; private set; }

    /// <summary>For an insider not chosen: how the company means to keep them.</summary>
    [Sealed] public string? KeepPlan { get; private set; }

    public Guid By { get; private set; }
    public DateTime At { get; private set; }
    public DateTime? TakenBackAt { get; private set; }
    public Guid? TakenBackBy { get; private set; }
    [Sealed] public string? TakenBackBecause { get; private set; }

    /// <summary>What a hire did, so that it can be undone; none for other outcomes.</summary>
    [Sealed] public HireTrace? Trace { get; private set; }

    public IReadOnlyList<Dissent> Dissents => dissents;

    /// <summary>The last moment at which it can be taken back.</summary>
    public DateTime TakeBackUntil => At + TakeBackWithin;

    /// <summary>Keeps what the hire did.</summary>
    public void Did(HireTrace trace) => Trace = trace;

    internal void TakeBack(string? reason, Guid by, DateTime at)
    {
        TakenBackBecause = Rule.Text(reason, "why you take it back", 500, "Reason");
        (TakenBackAt, TakenBackBy) = (at, by);
        Touch();
    }
}

/// <summary>Who saw it otherwise, and why.</summary>
public sealed class Dissent : Entity, IInOpening
{
    private Dissent() { }

    internal Dissent(Decision decision, Guid accountId, string words) =>
        (DecisionId, OpeningId, AccountId, Words) = (decision.Id, decision.OpeningId, accountId, Rule.Text(words, "the dissent", 2100, "Dissents"));

    public Guid DecisionId { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid AccountId { get; private set; }
    [Sealed] public string Words { get; private set; } = "";
}
