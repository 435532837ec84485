using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>A submitted scorecard was made its author's draft again: by whom, when and why. Never changed.</summary>
public sealed class ScorecardReopening : Entity, IInOpening
{
    private ScorecardReopening() { }

    internal ScorecardReopening(Scorecard card, Guid by, string reason, bool othersOpen, DateTime at) =>
        (ScorecardId, OpeningId, By, Reason, OthersOpen, At) = (card.Id, card.OpeningId, by, reason, othersOpen, at);

    public Guid ScorecardId { get; private set; }
    public Scorecard? Scorecard { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid By { get; private set; }
    public DateTime At { get; private set; }
    [Sealed] public string Reason { get; private set; } = "";

    /// <summary>Whether the author could read somebody else's scorecard on the application by then: what they hand in again is no longer blind.</summary>
    public bool OthersOpen { get; private set; }
}
