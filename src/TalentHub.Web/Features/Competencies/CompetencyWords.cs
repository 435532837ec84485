using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Competencies;

/// <summary>What is written on the form of a competency, new or edited.</summary>
public abstract record CompetencyWords
{
    public string? Name { get; set; }
    public string? Definition { get; set; }
    public string? AnchorOne { get; set; }
    public string? AnchorThree { get; set; }
    public string? AnchorFive { get; set; }
    public string? WhyItMatters { get; set; }
    public string? DiffersFrom { get; set; }
    public string? Practice { get; set; }

    internal Anchors Anchors() => Domain.QuestionBanks.Anchors.Of(AnchorOne, AnchorThree, AnchorFive);
}

internal static class CompetencyRules
{
    /// <summary>The shape every competency form has; lengths are the domain's.</summary>
    public static void Check<T>(AbstractValidator<T> rules) where T : CompetencyWords
    {
        rules.RuleFor(c => c.Name).NotEmpty().WithMessage("Please name it, for instance “Closes in steps”.");
        rules.RuleFor(c => c.Definition).NotEmpty().WithMessage("Please say what somebody does who has it.");
        rules.RuleFor(c => c.AnchorOne).NotEmpty().WithMessage("Please write what a 1 sounds like.");
        rules.RuleFor(c => c.AnchorThree).NotEmpty().WithMessage("Please write what a 3 sounds like.");
        rules.RuleFor(c => c.AnchorFive).NotEmpty().WithMessage("Please write what a 5 sounds like.");
    }

    /// <summary>Two competencies of a level with one name could not be told apart.</summary>
    public static async Task CheckName(TalentHubDb db, string? name, RoleLevel level, Guid? except, CancellationToken ct)
    {
        var said = (name ?? "").Trim().ToLowerInvariant();
        Rule.Holds(!await db.Competencies.AnyAsync(c => c.Level == level && c.Id != except && c.Name.ToLower() == said, ct),
            "competency-name-taken", "There is already a competency of this name at this level. Choose a name that says how it differs.", nameof(CompetencyWords.Name));
    }
}
