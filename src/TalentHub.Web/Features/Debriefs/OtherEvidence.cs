using TalentHub.Domain.Evidence;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>A test result on a competency. A percentile is no rating: no mean holds it.</summary>
public sealed record TestResult(Guid CompetencyId, string Competency, int Percentile, string Vendor, string Test, DateOnly TakenOn, string? Note)
{
    /// <summary>"74th percentile · Vendor · 12 Nov 2026".</summary>
    public string Words => $"{EvidenceKinds.Percentile(Percentile)} · {Vendor} · {Say.Day(TakenOn)}";
}

/// <summary>A referee who has answered. They were chosen by the candidate and are not the panel: no mean holds their ratings.</summary>
public sealed record Referee(string Name, RefereeRelation Relation, DateTime AnsweredAt, string Overlap, string Again, IReadOnlyList<ReferenceAnswer> Answers)
{
    public string Who => $"{Name}, {Words.Of(Relation).ToLowerInvariant()}";

    /// <summary>Their rating of a competency, the mean when several questions speak to it; "not seen"; or empty when they were not asked.</summary>
    public string On(Guid competency)
    {
        var own = Answers.Where(a => a.CompetencyId == competency).ToList();
        var scores = own.Select(a => a.Score).OfType<int>().ToList();
        return scores.Count > 0 ? Say.Rating(scores.Average()) : own.Count > 0 ? "not seen" : "";
    }
}

/// <summary>What is known of a candidate besides the panel's ratings.</summary>
public sealed record OtherEvidence(IReadOnlyList<TestResult> Tests, IReadOnlyList<Referee> Referees)
{
    public static readonly OtherEvidence None = new([], []);

    public bool Any => Tests.Count + Referees.Count > 0;

    /// <summary>The competencies it speaks to.</summary>
    internal IEnumerable<(Guid Id, string Name)> Competencies => Tests.Select(t => (t.CompetencyId, t.Competency))
        .Concat(Referees.SelectMany(r => r.Answers).Where(a => a.CompetencyId is not null && (a.Score is not null || a.Words.Length > 0)).Select(a => (a.CompetencyId!.Value, a.Competency ?? "")));

    /// <summary>Kind and value on one competency, to stand beside the panel's number.</summary>
    public IEnumerable<(EvidenceKind Kind, string Words)> On(Guid competency) => Tests.Where(t => t.CompetencyId == competency).Select(t => (EvidenceKind.Assessment, t.Words))
        .Concat(Referees.Select(r => (r.Name, Value: r.On(competency))).Where(r => r.Value.Length > 0).Select(r => (EvidenceKind.Reference, $"{r.Value} · {r.Name}")));

    /// <summary>The words behind it on one competency.</summary>
    public IEnumerable<Quote> Quotes(Guid competency) => Tests.Where(t => t.CompetencyId == competency).Select(t => new Quote(t.Vendor, t.Test, t.Words, null, false, t.Note ?? "", EvidenceKind.Assessment))
        .Concat(Referees.SelectMany(r => r.Answers.Where(a => a.CompetencyId == competency).Select(a => new Quote(r.Who, "reference", a.Text, a.Score, a.NotSeen, a.Words, EvidenceKind.Reference))));
}
