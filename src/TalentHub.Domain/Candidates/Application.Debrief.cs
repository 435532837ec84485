using System.Globalization;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;

namespace TalentHub.Domain.Candidates;

/// <summary>From the last scorecard to the decision: the debrief, the proposal with its votes, what is decided, and taking it back.</summary>
public sealed partial class Application
{
    /// <summary>What the panel votes on now: the latest proposal nobody has decided on. None where there is none.</summary>
    public Proposal? OpenProposal =>
        proposals.MaxBy(p => p.At) is { } last && decisions.All(d => d.TakenBackAt is not null || d.ProposalId != last.Id) ? last : null;

    /// <summary>Stages of the plan that have a kit and no interview of this application that still counts. Its interviews must be loaded.</summary>
    /// <param name="planned">The stages of the opening's plan that have a kit.</param>
    public IReadOnlyList<Stage> NotHeld(IEnumerable<Stage> planned) =>
        [.. planned.Where(s => interviews.All(i => i.StageId != s.Id || i.State == InterviewState.Cancelled)).OrderBy(s => s.Order)];

    /// <summary>Opens the scores to the panel together.</summary>
    /// <param name="waiverReason">Needed when scorecards are outstanding (those are waived and can no longer be given), or stages of the plan were not held.</param>
    /// <param name="notHeld">See <see cref="NotHeld"/>.</param>
    public Debrief OpenDebrief(Guid by, string? waiverReason, DateTime at, IReadOnlyList<Stage>? notHeld = null)
    {
        CheckActive();
        Rule.Holds(Debrief is null, "debrief-open", "The debrief is already open.");
        var outstanding = scorecards.Where(s => s.IsOutstanding).ToList();
        Rule.Holds(scorecards.Any(s => s.SubmittedAt is not null), "nothing-to-debrief", "Nobody has submitted a scorecard yet, so there is nothing to open.");
        Rule.Holds(outstanding.All(s => s.AuthorId != by), "own-scorecard-first", "Submit your own scorecard first: you would otherwise see the others' before giving yours.");
        var reasoned = !string.IsNullOrWhiteSpace(waiverReason);
        Rule.Holds(outstanding.Count == 0 || reasoned, "scorecards-outstanding",
            outstanding.Count == 1 ? "One scorecard is still outstanding. Wait for it, or say why you open the debrief without it." : $"{outstanding.Count} scorecards are still outstanding. Wait for them, or say why you open the debrief without them.", "WaiverReason");
        Rule.Holds(notHeld is null or [] || reasoned, "stages-not-held",
            $"Not held yet: {string.Join(", ", (notHeld ?? []).Select(s => s.Name))}. Hold what is missing, or say in a line why you open the debrief without it.", "WaiverReason");
        foreach (var card in outstanding) card.Waive(at);
        return Open(by, outstanding.Count == 0 && notHeld is null or [] ? null : waiverReason, at);
    }

    /// <summary>
    /// Opens the debrief by itself once every card is in: none outstanding, one submitted at least, and every planned stage that has a kit held, so
    /// that a screen by one person does not open it before the panel has met. Otherwise nothing happens. Scorecards and interviews must be loaded.
    /// </summary>
    /// <param name="planned">The stages of the opening's plan that have a kit.</param>
    /// <returns>The debrief, if it opened now.</returns>
    public Debrief? OpenIfAllIn(IEnumerable<Stage> planned, DateTime at) =>
        State == ApplicationState.Active && Debrief is null && scorecards.Any(s => s.SubmittedAt is not null) && !scorecards.Any(s => s.IsOutstanding) && NotHeld(planned).Count == 0
            ? Open(null, null, at)
            : null;

    /// <summary>Puts an outcome to the panel, with reasons and a next step. It takes the place of the proposal before; nothing is decided by it.</summary>
    public Proposal Propose(DecisionOutcome outcome, Grounds grounds, Guid by, DateTime at)
    {
        CheckActive();
        Rule.Holds(Debrief is not null, "debrief-first", "Open the debrief before proposing, so that the panel's disagreements have been on the table.");
        CheckOwnWord(by, "Submit your own scorecard first: you would otherwise propose before giving your own word.");
        var proposal = new Proposal(this, outcome, grounds, by, at);
        proposals.Add(proposal);
        Touch();
        return proposal;
    }

    /// <summary>A panellist's vote on the proposal; it can be changed until the decision. No majority decides.</summary>
    /// <param name="proposalId">The proposal the voter has read.</param>
    public void CastVote(Guid proposalId, Stand stand, string? words, Guid by, DateTime at)
    {
        Rule.Holds(State == ApplicationState.Active && OpenProposal is not null, "vote-closed", "The decision has been taken, so the votes stand as they were.");
        Rule.Holds(OpenProposal!.Id == proposalId, "proposal-replaced", "There is a newer proposal by now. Read it below, then vote on that one.");
        Rule.Holds(scorecards.Any(s => s.AuthorId == by && s.SubmittedAt is not null), "vote-not-panel", "Votes are for those who met the candidate and gave a scorecard.");
        CheckOwnWord(by, "Submit your own scorecard first: you would otherwise vote before giving your own word.");
        OpenProposal.Cast(by, stand, words, at);
    }

    /// <summary>Records who decided what and why, on reasons in one text.</summary>
    public Decision Decide(DecisionOutcome outcome, string reasons, string? keepPlan, IEnumerable<(Guid AccountId, string Words)> dissents, bool insider, Guid by, DateTime at) =>
        Decide(outcome, new Grounds(reasons, [], null), keepPlan, dissents, insider, by, at);

    /// <summary>
    /// Records who decided what and why. A hire or a rejection closes the application; a hold keeps it open. Where the proposal is followed, whoever
    /// voted against it is on record as dissenting, in their own words.
    /// </summary>
    /// <param name="spoken">Dissents said in the room.</param>
    public Decision Decide(DecisionOutcome outcome, Grounds grounds, string? keepPlan, IEnumerable<(Guid AccountId, string Words)> spoken, bool insider, Guid by, DateTime at)
    {
        CheckActive();
        Rule.Holds(Debrief is not null, "debrief-first", "Open the debrief before deciding, so that the panel's disagreements have been on the table.");
        CheckOwnWord(by, "Submit your own scorecard first: you would otherwise decide before giving your own word.");
        Rule.Holds(outcome != DecisionOutcome.Reject || !insider || !string.IsNullOrWhiteSpace(keepPlan), "keep-plan",
            "For an insider who is not chosen, say how you will keep them.", "KeepPlan");
        var proposal = OpenProposal;
        var written = proposal?.Outcome == outcome ? proposal.Dissents : [];
        var decision = new Decision(this, outcome, grounds, keepPlan, Together(written, spoken), proposal, by, at);
        decisions.Add(decision);
        if (outcome == DecisionOutcome.Hire) Close(ApplicationState.Hired, by, at);
        else if (outcome == DecisionOutcome.Reject) Close(ApplicationState.Rejected, by, at);
        else Touch();
        return decision;
    }

    /// <summary>Takes the last decision back within its hour: the application is where it was, and the decision stays on record as taken back.</summary>
    /// <param name="forAnyone">Whether this person may take back what somebody else decided.</param>
    public Decision TakeBack(Guid decisionId, string? reason, bool forAnyone, Guid by, DateTime at)
    {
        var decision = decisions.SingleOrDefault(d => d.Id == decisionId) ?? throw new NotFound("That decision");
        Rule.Holds(decision.TakenBackAt is null, "already-taken-back", "This decision has been taken back already.");
        Rule.Holds(decisions.All(d => d.TakenBackAt is not null || d.At <= decision.At), "decided-since", "A later decision stands. Take that one back first.");
        Rule.Holds(forAnyone || decision.By == by, "not-your-decision", "Only whoever decided can take a decision back, or HR.");
        Rule.Holds(State != ApplicationState.Withdrawn, "application-closed", "The candidate has withdrawn meanwhile, so there is nothing left to take back.");
        Rule.Holds(at <= decision.TakeBackUntil, "hour-over", string.Create(CultureInfo.InvariantCulture,
            $"A decision can be taken back within the hour; this one could until {decision.TakeBackUntil:HH:mm} UTC on {decision.TakeBackUntil:d MMMM}. It stands as it was taken."));
        CheckOwnWord(by, "Submit your own scorecard first.");
        decision.TakeBack(reason, by, at);
        if (State != ApplicationState.Active) Reinstate(by, at);
        Touch();
        return decision;
    }

    /// <summary>Forgets that the manager was told, where only a hire that has been taken back told them.</summary>
    internal void ManagerInformed(DateTime? at) => ManagerInformedAt = at;

    private Debrief Open(Guid? by, string? reason, DateTime at)
    {
        Debrief = new Debrief(this, by, reason, at);
        Touch();
        return Debrief;
    }

    private void CheckOwnWord(Guid by, string sentence) => Rule.Holds(scorecards.All(s => !s.IsOutstanding || s.AuthorId != by), "own-scorecard-first", sentence);

    /// <summary>What somebody wrote with their vote and what they said in the room is one dissent.</summary>
    private static List<(Guid, string)> Together(IReadOnlyList<(Guid AccountId, string Words)> written, IEnumerable<(Guid AccountId, string Words)> spoken)
    {
        var said = spoken.ToList();
        var both = written.Select(w => (w.AccountId, string.Join("\n", said.Where(s => s.AccountId == w.AccountId).Select(s => s.Words).Prepend(w.Words))));
        return [.. both, .. said.Where(s => written.All(w => w.AccountId != s.AccountId))];
    }
}
