using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Openings;

namespace TalentHub.Web.Features.Openings;

/// <summary>What is written on the form of a stage, new or edited.</summary>
public abstract record StageWords
{
    public string? Name { get; set; }
    public StageKind Kind { get; set; } = StageKind.StructuredInterview;
    public int Minutes { get; set; } = 45;
    public List<Guid> Competencies { get; set; } = [];
    public int PanelSize { get; set; } = 1;
    public List<Guid> Pool { get; set; } = [];
}

internal static class StageRules
{
    /// <summary>The shape every stage form has; lengths and ranges are the domain's.</summary>
    public static void Check<T>(AbstractValidator<T> rules) where T : StageWords
    {
        rules.RuleFor(c => c.Name).NotEmpty().WithMessage("Please write a name for the stage.");
        rules.RuleFor(c => c.Kind).IsInEnum().WithMessage("Please choose a kind.");
    }

    /// <summary>A stage covers competencies of the opening's profile and no others; its interviewers are on the hiring team.</summary>
    public static async Task CheckChoices(TalentHubDb db, Opening opening, StageWords words, CancellationToken ct)
    {
        var known = await db.ProfileVersions.Where(v => v.Id == opening.ProfileVersionId).SelectMany(v => v.Competencies).Select(c => c.CompetencyId).ToListAsync(ct);
        Rule.Holds(words.Competencies.All(known.Contains), "competency-not-in-profile", "Choose from the competencies of this opening's profile.", nameof(StageWords.Competencies));
        var team = await db.TeamMembers.Where(t => t.OpeningId == opening.Id).Select(t => t.AccountId).ToListAsync(ct);
        Rule.Holds(words.Pool.All(team.Contains), "pool-not-on-team", "Choose from the hiring team. Add others to the team first.", nameof(StageWords.Pool));
    }
}
