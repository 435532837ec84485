using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>How a panellist stands to a proposal.</summary>
public enum Stand { For, Against, Abstain }

/// <summary>An outcome somebody puts to the panel after the debrief. It decides nothing.</summary>
public sealed class Proposal : Grounded, IInOpening
{
    private readonly List<Vote> votes = [];

    private Proposal() { }

    internal Proposal(Application application, DecisionOutcome outcome, Grounds grounds, Guid by, DateTime at)
    {
        (ApplicationId, OpeningId, Outcome, By, At) = (application.Id, application.OpeningId, outcome, by, at);
        Rest(grounds);
    }

    public Guid ApplicationId { get; private set; }
    public Application? Application { get; private set; }
    public Guid OpeningId { get; private set; }
    public DecisionOutcome Outcome { get; private set; }
    public Guid By { get; private set; }
    public DateTime At { get; private set; }
    public IReadOnlyList<Vote> Votes => votes;

    /// <summary>Who voted against, and why.</summary>
    internal IReadOnlyList<(Guid AccountId, string Words)> Dissents => [.. votes.Where(v => v.Stand == Stand.Against).Select(v => (v.AccountId, v.Words!))];

    /// <summary>Takes a vote, or a changed mind.</summary>
    internal void Cast(Guid accountId, Stand stand, string? words, DateTime at)
    {
        Rule.Holds(stand != Stand.Against || !string.IsNullOrWhiteSpace(words), "dissent-missing", "Please write why you are against it: your words go into the record as they stand.", "Words");
        var vote = votes.SingleOrDefault(v => v.AccountId == accountId);
        if (vote is null) votes.Add(new Vote(this, accountId, stand, words, at));
        else vote.Change(stand, words, at);
    }
}

/// <summary>One panellist's vote on a proposal.</summary>
public sealed class Vote : Entity, IInOpening
{
    private Vote() { }

    internal Vote(Proposal proposal, Guid accountId, Stand stand, string? words, DateTime at)
    {
        (ProposalId, OpeningId, AccountId) = (proposal.Id, proposal.OpeningId, accountId);
        Write(stand, words, at);
    }

    public Guid ProposalId { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid AccountId { get; private set; }
    [Sealed] public Stand Stand { get; private set; }

    /// <summary>Always there with a vote against.</summary>
    [Sealed] public string? Words { get; private set; }

    /// <summary>When it was last cast.</summary>
    public DateTime At { get; private set; }

    internal void Change(Stand stand, string? words, DateTime at)
    {
        // A form sent twice is one vote.
        if ((stand, Text(words)) == (Stand, Words)) return;
        Write(stand, words, at);
        Touch();
    }

    private void Write(Stand stand, string? words, DateTime at) => (Stand, Words, At) = (stand, Text(words), at);

    private static string? Text(string? words) => Rule.OptionalText(words, "your words", 1000, nameof(Words));
}
