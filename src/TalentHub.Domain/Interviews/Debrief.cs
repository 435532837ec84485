using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Interviews;

/// <summary>The moment the panel's scores open together.</summary>
public sealed class Debrief : Entity, IInOpening
{
    private Debrief() { }

    internal Debrief(Application application, Guid? by, string? waiverReason, DateTime at) =>
        (ApplicationId, OpeningId, OpenedBy, WaiverReason, OpenedAt) = (application.Id, application.OpeningId, by, Rule.OptionalText(waiverReason, "the reason", 500, nameof(WaiverReason)), at);

    public Guid ApplicationId { get; private set; }
    public Guid OpeningId { get; private set; }

    /// <summary>Who opened it; nobody where it opened by itself, when the last scorecard came in.</summary>
    public Guid? OpenedBy { get; private set; }

    public DateTime OpenedAt { get; private set; }

    /// <summary>Why the debrief was opened without every scorecard or every stage, if it was.</summary>
    public string? WaiverReason { get; private set; }
}
