using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>The moment the panel's scores open together.</summary>
public sealed class Debrief : Entity, IInOpening
{
    private Debrief() { }

    internal Debrief(Application application, Guid by, string? waiverReason, DateTime at) =>
        (ApplicationId, OpeningId, OpenedBy, WaiverReason, OpenedAt) = (application.Id, application.OpeningId, by, Rule.OptionalText(waiverReason, "the reason", 500, nameof(WaiverReason)), at);

    public Guid ApplicationId { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid OpenedBy { get; private set; }
    public DateTime OpenedAt { get; private set; }

    /// <summary>Why the debrief was opened without every scorecard, if it was.</summary>
    public string? WaiverReason { get; private set; }
}

/// <summary>What was decided.</summary>
public enum DecisionOutcome { Hire, Reject, Hold }

/// <summary>A decision by a named person, with its reasons and the dissents. Never changed; a hold may be followed by another.</summary>
public sealed class Decision : Entity, IInOpening
{
    private readonly List<Dissent> dissents = [];

    private Decision() { }

    internal Decision(Application application, DecisionOutcome outcome, string reasons, string? keepPlan, IEnumerable<(Guid AccountId, string Words)> dissents, Guid by, DateTime at)
    {
        (ApplicationId, OpeningId, Outcome, By, At) = (application.Id, application.OpeningId, outcome, by, at);
        Reasons = Rule.Text(reasons, "the reasons", 4000, nameof(Reasons));
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
    [Sealed] public string Reasons { get; private set; } = "";

    /// <summary>For an insider not chosen: how the company means to keep them.</summary>
    [Sealed] public string? KeepPlan { get; private set; }

    public Guid By { get; private set; }
    public DateTime At { get; private set; }
    public IReadOnlyList<Dissent> Dissents => dissents;
}

/// <summary>Who saw it otherwise, and why.</summary>
public sealed class Dissent : Entity, IInOpening
{
    private Dissent() { }

    internal Dissent(Decision decision, Guid accountId, string words) =>
        (DecisionId, OpeningId, AccountId, Words) = (decision.Id, decision.OpeningId, accountId, Rule.Text(words, "the dissent", 1000, "Dissents"));

    public Guid DecisionId { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid AccountId { get; private set; }
    [Sealed] public string Words { get; private set; } = "";
}
