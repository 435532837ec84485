using System.Text.Json;
using System.Text.Json.Serialization;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Mail;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;

namespace TalentHub.Seed;

/// <summary>The content the product ships with: question banks, checklists, templates and lists, from the data files in seed/content.</summary>
public static class Content
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Lazy<IReadOnlyList<CompetencyContent>> LazyCompetencies = Read<IReadOnlyList<CompetencyContent>>("competencies");
    private static readonly Lazy<IReadOnlyList<QuestionContent>> LazyQuestions = Read<IReadOnlyList<QuestionContent>>("questions");
    private static readonly Lazy<IReadOnlyList<RampTemplateContent>> LazyTemplates = Read<IReadOnlyList<RampTemplateContent>>("ramp-templates");
    private static readonly Lazy<IReadOnlyList<ProfileContent>> LazyProfiles = Read<IReadOnlyList<ProfileContent>>("profiles");
    private static readonly Lazy<IReadOnlyDictionary<RoleLevel, IReadOnlyList<ChecklistQuestion>>> LazyPreparation = Read<IReadOnlyDictionary<RoleLevel, IReadOnlyList<ChecklistQuestion>>>("preparation");
    private static readonly Lazy<ExitReasonLists> LazyReasons = Read<ExitReasonLists>("exit-reasons");
    private static readonly Lazy<IReadOnlyList<ExitQuestion>> LazyExitInterview = Read<IReadOnlyList<ExitQuestion>>("exit-interview");
    private static readonly Lazy<IReadOnlyList<MailTemplateContent>> LazyMail = Read<IReadOnlyList<MailTemplateContent>>("mail-templates");

    private static readonly Lazy<IReadOnlyDictionary<RoleLevel, IReadOnlyList<ReferenceQuestion>>> LazyReferences = Read<IReadOnlyDictionary<RoleLevel, IReadOnlyList<ReferenceQuestion>>>("reference-questions");

    public static IReadOnlyList<CompetencyContent> Competencies => LazyCompetencies.Value;
    public static IReadOnlyList<QuestionContent> Questions => LazyQuestions.Value;
    public static IReadOnlyList<RampTemplateContent> RampTemplates => LazyTemplates.Value;
    public static IReadOnlyList<ProfileContent> Profiles => LazyProfiles.Value;

    /// <summary>The questions to answer before the first interview.</summary>
    public static IReadOnlyList<ChecklistQuestion> Preparation(RoleLevel level) => LazyPreparation.Value[level];

    /// <summary>The questions a referee is asked.</summary>
    public static IReadOnlyList<ReferenceQuestion> References(RoleLevel level) => LazyReferences.Value[level];

    /// <summary>Coded reasons for leaving: as leavers give them, and as a company gives them.</summary>
    public static ExitReasonLists ExitReasons => LazyReasons.Value;

    public static IReadOnlyList<ExitQuestion> ExitInterview => LazyExitInterview.Value;

    /// <summary>Our wording of each kind of letter.</summary>
    public static IReadOnlyDictionary<LetterKind, MailTemplateContent> MailTemplates => LazyMail.Value.ToDictionary(t => t.Kind);

    /// <summary>Reads a data file by name, without extension.</summary>
    internal static Lazy<T> Read<T>(string name) => new(() =>
    {
        using var stream = typeof(Content).Assembly.GetManifestResourceStream($"content/{name}.json")
            ?? throw new InvalidOperationException($"The content file {name}.json is missing from the build.");
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    });
}

public sealed record AnchorContent(
    [property: JsonPropertyName("1")] string One, [property: JsonPropertyName("3")] string Three, [property: JsonPropertyName("5")] string Five)
{
    public Anchors Anchors() => Domain.QuestionBanks.Anchors.Of(One, Three, Five);
}

public sealed record CompetencyContent(string Key, string Name, RoleLevel RoleLevel, string Definition, string WhyItMatters, string DiffersFrom, string Practice, AnchorContent Anchors)
{
    public Competency Competency() => new Competency(Name, RoleLevel, Definition, Anchors.Anchors()).Explain(WhyItMatters, DiffersFrom, Practice);
}

/// <param name="Brief">Empty where the interviewer has nothing to prepare.</param>
public sealed record QuestionContent(
    string Key, string CompetencyKey, RoleLevel RoleLevel, QuestionKind Kind, string Text, string Brief, IReadOnlyList<string> Probes, AnchorContent Anchors,
    string StrongAnswer, string RehearsedAnswer, int Minutes)
{
    public Wording Wording() => Domain.QuestionBanks.Wording.Of(Kind, Text, Probes, Anchors.Anchors(), Minutes, Brief, StrongAnswer, RehearsedAnswer);
}

public sealed record RampTemplateContent(
    string Key, string Name, RoleLevel RoleLevel, string? Variant, string CycleNote, IReadOnlyList<TemplateActivity> Activities, IReadOnlyList<FunnelStep> Steps,
    IReadOnlyList<TemplateMilestone> Milestones, IReadOnlyList<TemplateCheckpoint> Checkpoints, IReadOnlyList<TemplateBehaviour> Behaviours)
{
    public RampTemplateBody Body => new(CycleNote, Activities, Steps, Milestones, Checkpoints, Behaviours);
}

public sealed record ProfileContent(
    string Key, string Name, RoleLevel RoleLevel, string? Variant, string Purpose, string WhyJoin, IReadOnlyList<WeightContent> Competencies,
    IReadOnlyList<IndicatorContent> Leading, IReadOnlyList<IndicatorContent> Lagging, IReadOnlyList<HireChannel> Channels);

public sealed record WeightContent(string CompetencyKey, int Weight, double Target);

public sealed record IndicatorContent(string Name, string Evidence);

public sealed record ChecklistQuestion(string Key, string Text, string Help);

/// <summary>A question for a referee, tied to a competency of its level.</summary>
public sealed record ReferenceQuestion(string Key, string CompetencyKey, string Text, AnchorContent Anchors)
{
    /// <summary>As it is asked from now on; <paramref name="competencies"/> are the library's, by name: the tie is left out where the library has none of that name.</summary>
    public ReferenceAnswer Asked(IReadOnlyDictionary<string, Guid> competencies)
    {
        var name = Content.Competencies.Single(c => c.Key == CompetencyKey).Name;
        return competencies.TryGetValue(name, out var id) ? new(Key, Text, id, name, Anchors.Anchors()) : new(Key, Text, null, null, Anchors.Anchors());
    }
}

public sealed record ExitReasonLists(IReadOnlyList<ExitReasonContent> Leaver, IReadOnlyList<ExitReasonContent> Company)
{
    /// <summary>Both lists in one, for either side to choose from.</summary>
    public IEnumerable<ExitReasonContent> All => Leaver.Concat(Company);
}

public sealed record ExitReasonContent(string Code, string Label, string Bucket);

/// <param name="Kind">"text", or "scale" from 1 (<paramref name="Low"/>) to 5 (<paramref name="High"/>).</param>
public sealed record ExitQuestion(string Key, string Text, string Help, string Kind, string? Low, string? High);

/// <param name="Text">Line by line.</param>
public sealed record MailTemplateContent(LetterKind Kind, string Subject, IReadOnlyList<string> Text);
