namespace TalentHub.Domain.Values;

/// <summary>Identifies a person. The audit chain carries only its digest, so that erasing the person does not break the chain.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>Says what somebody judged. The audit trail shows that it changed, never what it says.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SealedAttribute : Attribute;

/// <summary>Lives inside an opening: hidden, audit rows included, from whoever is an internal candidate there.</summary>
public interface IInOpening
{
    Guid OpeningId { get; }
}

/// <summary>Is about one candidate: its audit rows are hidden from that person, and from a manager who does not know.</summary>
public interface IAboutCandidate
{
    Guid CandidateId { get; }
}

/// <summary>Holds a person who can be forgotten while the rest stays. From that moment the audit trail keeps no personal value of it.</summary>
public interface IForgettable
{
    DateTime? ForgottenAt { get; }
}

/// <summary>Saved many times a minute while someone types; what counts is recorded when it is submitted.</summary>
public interface INotAudited;
