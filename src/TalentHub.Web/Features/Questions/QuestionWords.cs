using FluentValidation;
using TalentHub.Domain.QuestionBanks;

namespace TalentHub.Web.Features.Questions;

/// <summary>What is written on the form of a question, new or edited.</summary>
public abstract record QuestionWords
{
    public QuestionKind Kind { get; set; }
    public string? Text { get; set; }

    /// <summary>One probe a line.</summary>
    public string? Probes { get; set; }

    public string? AnchorOne { get; set; }
    public string? AnchorThree { get; set; }
    public string? AnchorFive { get; set; }
    public int Minutes { get; set; } = 8;

    /// <summary>What the interviewer prepares, plays or holds back.</summary>
    public string? Brief { get; set; }

    public string? StrongAnswer { get; set; }
    public string? RehearsedAnswer { get; set; }

    internal Wording Wording() => Domain.QuestionBanks.Wording.Of(
        Kind, Text, (Probes ?? "").Split('\n'), Anchors.Of(AnchorOne, AnchorThree, AnchorFive), Minutes, Brief, StrongAnswer, RehearsedAnswer);
}

internal static class QuestionRules
{
    /// <summary>The shape every question form has; lengths and ranges are the domain's.</summary>
    public static void Check<T>(AbstractValidator<T> rules) where T : QuestionWords
    {
        rules.RuleFor(c => c.Text).NotEmpty().WithMessage("Please write the question.");
        rules.RuleFor(c => c.Kind).IsInEnum().WithMessage("Please choose a kind.");
        rules.RuleFor(c => c.AnchorOne).NotEmpty().WithMessage("Please write what a 1 sounds like.");
        rules.RuleFor(c => c.AnchorThree).NotEmpty().WithMessage("Please write what a 3 sounds like.");
        rules.RuleFor(c => c.AnchorFive).NotEmpty().WithMessage("Please write what a 5 sounds like.");
    }
}
