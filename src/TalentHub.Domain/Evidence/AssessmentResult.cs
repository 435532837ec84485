using TalentHub.Domain.Candidates;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Evidence;

/// <summary>What a test run elsewhere says of one competency.</summary>
/// <param name="Percentile">Share of the vendor's comparison group that lies below, 0 to 100 in whole per cent. No rating: it says nothing of 1 to 5.</param>
/// <param name="TakenOn">The day of the test, not after today.</param>
public sealed record AssessmentScore(int Percentile, string? Vendor, string? Test, DateOnly TakenOn, string? Note);

/// <summary>What a result said before it was put right, and why it was.</summary>
public sealed record EarlierScore(AssessmentScore Score, string Reason, Guid By, DateTime At);

/// <summary>A result of a test run elsewhere, by hand or from the vendor's file. Putting it right keeps what it said before; taking it out keeps who did and why.</summary>
public sealed class AssessmentResult : Entity, IInOpening, IAboutCandidate
{
    private AssessmentResult() { }

    /// <exception cref="RuleBroken"><c>application-closed</c>, <c>competency-level</c>, or what <see cref="AssessmentScore"/> may not hold.</exception>
    public AssessmentResult(Application application, Competency competency, RoleLevel level, AssessmentScore score, Guid by, DateTime at)
    {
        Rule.Holds(application.State == ApplicationState.Active, "application-closed", "This application is closed, so its evidence stays as it is.");
        Rule.Holds(competency.Level == level, "competency-level", "That competency belongs to another role level.", nameof(CompetencyId));
        (ApplicationId, OpeningId, CandidateId, CompetencyId, EnteredBy, EnteredAt) = (application.Id, application.OpeningId, application.CandidateId, competency.Id, by, at);
        Write(score, at);
    }

    public Guid ApplicationId { get; private set; }
    public Application? Application { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid CandidateId { get; private set; }
    public Guid CompetencyId { get; private set; }
    public Competency? Competency { get; private set; }

    /// <summary>0 to 100.</summary>
    [Sealed] public int Percentile { get; private set; }

    public string Vendor { get; private set; } = "";
    public string Test { get; private set; } = "";
    public DateOnly TakenOn { get; private set; }
    [Sealed] public string? Note { get; private set; }
    public Guid EnteredBy { get; private set; }
    public DateTime EnteredAt { get; private set; }

    /// <summary>What it said before each correction, oldest first.</summary>
    [Sealed] public List<EarlierScore> Earlier { get; private set; } = [];

    /// <summary>When HR took it out of the file; it counts nowhere from then on.</summary>
    public DateTime? RemovedAt { get; private set; }

    public Guid? RemovedBy { get; private set; }
    public string? RemovalReason { get; private set; }

    /// <summary>Puts the result right; what it said before stays readable beside it.</summary>
    /// <exception cref="RuleBroken"><c>result-removed</c>, <c>nothing-corrected</c>, or what the new score may not hold.</exception>
    public void Correct(AssessmentScore score, string? reason, Guid by, DateTime at)
    {
        Rule.Holds(RemovedAt is null, "result-removed", "This result has been taken out of the file.");
        var why = Rule.Text(reason, "why you put it right", 300, "Reason");
        var before = new AssessmentScore(Percentile, Vendor, Test, TakenOn, Note);
        Write(score, at);
        Rule.Holds(before != new AssessmentScore(Percentile, Vendor, Test, TakenOn, Note), "nothing-corrected", "Nothing differs from what is on record.");
        Earlier = [.. Earlier, new EarlierScore(before, why, by, at)];
        Touch();
    }

    /// <summary>Takes the result out of the file, with a reason.</summary>
    /// <exception cref="RuleBroken"><c>result-removed</c> or <c>text-missing</c>.</exception>
    public void Remove(string? reason, Guid by, DateTime at)
    {
        Rule.Holds(RemovedAt is null, "result-removed", "This result has been taken out of the file already.");
        (RemovalReason, RemovedBy, RemovedAt) = (Rule.Text(reason, "why it goes", 300, "Reason"), by, at);
        Touch();
    }

    private void Write(AssessmentScore score, DateTime at)
    {
        Rule.Holds(score.Percentile is >= 0 and <= 100, "percentile-range", "A percentile is a whole number from 0 to 100.", nameof(Percentile));
        Rule.Holds(score.TakenOn <= DateOnly.FromDateTime(at), "taken-later", "The test cannot have been taken after today.", nameof(TakenOn));
        Rule.Holds(score.TakenOn >= DateOnly.FromDateTime(at).AddYears(-10), "taken-long-ago", "That is more than ten years ago. Please check the year.", nameof(TakenOn));
        (Percentile, TakenOn) = (score.Percentile, score.TakenOn);
        Vendor = Rule.Text(score.Vendor, "whose test it is", 80, nameof(Vendor));
        Test = Rule.Text(score.Test, "the name of the test", 120, nameof(Test));
        Note = Rule.OptionalText(score.Note, "the note", 1000, nameof(Note));
    }
}
