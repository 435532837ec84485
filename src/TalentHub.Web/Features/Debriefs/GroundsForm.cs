using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>The part of a form that says why and what next: the same for a proposal and a decision.</summary>
public abstract record GroundsForm
{
    public string? Reasons { get; set; }
    public List<ReasonOn> On { get; set; } = [];
    public string? NextStep { get; set; }
    public Guid? NextStepOwner { get; set; }
    public DateOnly? NextStepOn { get; set; }

    /// <summary>Whether there is a reason anywhere.</summary>
    internal bool Reasoned => !string.IsNullOrWhiteSpace(Reasons) || On.Any(r => !string.IsNullOrWhiteSpace(r.Words));

    /// <summary>What was typed, against the opening's profile, team and panel. The application comes with its opening's team and its scorecards.</summary>
    internal async Task<Grounds> Read(TalentHubDb db, Application application, DateTime at, CancellationToken ct)
    {
        var on = On.Where(r => !string.IsNullOrWhiteSpace(r.Words)).Select(r => new CompetencyReason(r.CompetencyId, r.Words!)).ToList();
        if (on.Count > 0)
        {
            var known = await PanelFiles.Competencies(db, application.Opening!.ProfileVersionId, ct);
            Rule.Holds(on.All(r => known.Any(k => k.Id == r.CompetencyId)), "reason-elsewhere", "A reason names a competency that is not in this opening’s profile.", nameof(On));
        }
        Rule.Holds(NextStepOwner is not { } owner || application.Opening!.Team.Any(t => t.AccountId == owner) || application.Scorecards.Any(s => s.AuthorId == owner), "next-step-owner",
            "Choose somebody of the panel or the hiring team for the next step.", nameof(NextStepOwner));
        return new Grounds(Reasons, on, Domain.Interviews.NextStep.Of(NextStep, NextStepOwner, NextStepOn, DateOnly.FromDateTime(at)));
    }

    /// <summary>A line for each competency. What was proposed is not filled in: whoever decides otherwise would record its reasons and its next step as theirs.</summary>
    internal static List<ReasonOn> Lines(IReadOnlyList<Weighed> competencies) => [.. competencies.Select(c => new ReasonOn { CompetencyId = c.Id })];
}

/// <summary>A reason on one competency; without words there is none.</summary>
public sealed record ReasonOn
{
    public Guid CompetencyId { get; set; }
    public string? Words { get; set; }

    public override string ToString() => Words ?? "";
}

/// <summary>What the shared part of the form shows beside its fields.</summary>
public sealed record GroundsView(IReadOnlyList<Weighed> Competencies, IReadOnlyList<DecideForm.Choice> People)
{
    /// <summary>Where the page leaves it for the part.</summary>
    public const string Key = "Grounds";
}
