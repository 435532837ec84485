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
}

internal static class StageRules
{
    /// <summary>The shape every stage form has; lengths and ranges are the domain's.</summary>
    public static void Check<T>(AbstractValidator<T> rules) where T : StageWords
    {
        rules.RuleFor(c => c.Name).NotEmpty().WithMessage("Please write a name for the stage.");
        rules.RuleFor(c => c.Kind).IsInEnum().WithMessage("Please choose a kind.");
    }

    /// <summary>A stage covers competencies of the opening's profile and no others.</summary>
    public static async Task CheckCompetencies(TalentHubDb db, Guid profileVersionId, IReadOnlyCollection<Guid> chosen, CancellationToken ct)
    {
        var known = await db.ProfileVersions.Where(v => v.Id == profileVersionId).SelectMany(v => v.Competencies).Select(c => c.CompetencyId).ToListAsync(ct);
        Rule.Holds(chosen.All(known.Contains), "competency-not-in-profile", "Choose from the competencies of this opening's profile.", nameof(StageWords.Competencies));
    }
}
