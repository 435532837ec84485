using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Interviews;

/// <summary>A scorecard as the form and the API send it.</summary>
public abstract class ScorecardInput
{
    public Recommendation? Recommendation { get; set; }
    public string? Summary { get; set; }
    public List<Answer> Answers { get; set; } = [];

    /// <summary>What belongs to no single question. Left out, what is kept stays; sent empty, it goes.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? GeneralEvidence { get; set; }

    /// <summary>What the debrief must talk about, a line each. Left out, what is kept stays; sent empty, it goes.</summary>
    public List<string>? RedFlags
    {
        get;
        set => field = value is null ? null : RedFlagLines.Of(value);
    }

    internal Answer To(Guid kitQuestionId) => Answers.FirstOrDefault(a => a.KitQuestionId == kitQuestionId) ?? new Answer { KitQuestionId = kitQuestionId };

    internal ScorecardContent Content() => new(Recommendation, Summary, [.. Answers.Select(a => a.Entry())], GeneralEvidence, RedFlags);

    internal T Filled<T>(ScorecardContent content, IReadOnlyList<KitCard> questions) where T : ScorecardInput
    {
        (Recommendation, Summary, GeneralEvidence, RedFlags) = (content.Recommendation, content.Summary, content.GeneralEvidence ?? "", [.. content.RedFlags ?? []]);
        Answers = [.. questions.Select(q => Answer.From(q.Id, content.Entries.FirstOrDefault(e => e.KitQuestionId == q.Id)))];
        return (T)this;
    }
}

/// <summary>The answer to one question of the kit.</summary>
public sealed class Answer
{
    public const string NotObserved = "none";

    public Guid KitQuestionId { get; set; }

    /// <summary>"1" to "5", "none" for not observed, nothing while not rated.</summary>
    public string? Rating { get; set; }

    public string? Evidence { get; set; }

    /// <summary>Why it was not observed; says nothing beside a number.</summary>
    public NotObservedReason? Because { get; set; }

    /// <summary>How a comparison of two versions says it.</summary>
    public override string ToString() => $"{(Rating == NotObserved ? NotSeen.Said(Because) : Rating ?? "not rated")}{(string.IsNullOrWhiteSpace(Evidence) ? "" : $": {Evidence.Trim()}")}";

    internal bool IsReadable => string.IsNullOrEmpty(Rating) || Rating == NotObserved || Rating is ['1' or '2' or '3' or '4' or '5'];

    internal ScorecardEntry Entry() => new(KitQuestionId, Rating is [>= '1' and <= '5'] ? Rating[0] - '0' : null, Rating == NotObserved, Evidence, Because);

    internal static Answer From(Guid kitQuestionId, ScorecardEntry? entry) => new()
    {
        KitQuestionId = kitQuestionId,
        Rating = entry is { NotObserved: true } ? NotObserved : entry?.Score?.ToString(CultureInfo.InvariantCulture),
        Evidence = entry?.Evidence,
        Because = entry?.Because,
    };
}

/// <summary>How "not observed" is said.</summary>
public static class NotSeen
{
    /// <summary>"not observed: ran out of time"; without a reason "not observed" alone.</summary>
    public static string Said(NotObservedReason? because) => because is { } reason ? $"not observed: {Words.Of(reason).ToLowerInvariant()}" : "not observed";
}

internal sealed class ScorecardInputRules : AbstractValidator<ScorecardInput>
{
    public ScorecardInputRules()
    {
        RuleFor(c => c.Answers).Custom((answers, context) =>
        {
            if (answers.Any(a => a is null))
            {
                context.AddFailure("", "An answer without a question cannot be kept.");
                return;
            }
            if (answers.Any(a => !a.IsReadable)) context.AddFailure("", "A rating is a whole number from 1 to 5, or not observed.");
            if (answers.Any(a => a.Because is { } because && !Enum.IsDefined(because))) context.AddFailure("", "Choose one of the reasons for what was not observed.");
            if (answers.Count > 15 || answers.DistinctBy(a => a.KitQuestionId).Count() != answers.Count) context.AddFailure("", "Each question is answered once.");
        });
        RuleFor(c => c.Recommendation).IsInEnum().WithMessage("Choose strong no, no, yes or strong yes.");
    }
}
