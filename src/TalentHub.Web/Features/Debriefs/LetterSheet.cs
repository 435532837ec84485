using TalentHub.Domain.Mail;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>The letter after a decision as the page shows it: a draft to send, or what became of it.</summary>
/// <param name="Writable">Whether there is an address to send it to.</param>
/// <param name="LeavesAt">When the hour of the decision is over, if that is to come.</param>
/// <param name="Written">Whether one has been written, and how far it is.</param>
public sealed record LetterSheet(CandidateLetter Draft, Guid DecisionId, bool Writable, DateTime? LeavesAt, LetterState? Written);
