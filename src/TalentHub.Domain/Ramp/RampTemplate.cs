using TalentHub.Domain.Values;

namespace TalentHub.Domain.Ramp;

/// <summary>What the first 90 days of a role ask for. A plan copies it, so a later change leaves running plans as they are.</summary>
public sealed class RampTemplate : Entity
{
    private RampTemplate() { }

    public RampTemplate(string name, RoleLevel level, string? variant, RampTemplateBody body)
    {
        Name = Rule.Text(name, "a name", 80, nameof(Name));
        Variant = Rule.OptionalText(variant, "the variant", 60, nameof(Variant));
        Rule.Holds(body.Activities.All(a => a.WeeklyTargets.Count == RampPlan.Weeks && a.WeeklyTargets.All(t => t >= 0)), "weekly-targets", $"Each activity needs {RampPlan.Weeks} weekly targets of zero or more.");
        Rule.Holds(body.Milestones.All(m => m.DueDay is >= 1 and <= RampPlan.Days), "milestone-day", "A milestone falls within the 90 days.");
        (Level, Body) = (level, body);
    }

    public string Name { get; private set; } = "";
    public RoleLevel Level { get; private set; }
    public string? Variant { get; private set; }
    public int Number { get; private set; } = 1;
    public RampTemplateBody Body { get; private set; } = null!;
    public DateTime? RetiredAt { get; private set; }
}

/// <summary>The content of a template.</summary>
public sealed record RampTemplateBody(
    string CycleNote,
    IReadOnlyList<TemplateActivity> Activities,
    IReadOnlyList<FunnelStep> Steps,
    IReadOnlyList<TemplateMilestone> Milestones,
    IReadOnlyList<TemplateCheckpoint> Checkpoints,
    IReadOnlyList<TemplateBehaviour> Behaviours);

/// <summary>An activity that comes before revenue, with a target for each of the 13 weeks.</summary>
public sealed record TemplateActivity(string Key, string Name, string Unit, IReadOnlyList<int> WeeklyTargets, string? Note);

/// <summary>One conversion of the funnel and the share (0 to 1) expected of it.</summary>
public sealed record FunnelStep(string From, string To, double Expected);

/// <summary>A milestone of the sales process: due by a day, marked by a deliverable or a confirmed act.</summary>
public sealed record TemplateMilestone(string Key, string Name, int DueDay, string Proof);

/// <summary>What is asked at day 30, 60 or 90 and what must be shown.</summary>
public sealed record TemplateCheckpoint(int Day, string Question, string Bar);

/// <summary>A behaviour scored 1 to 10 on observed calls.</summary>
public sealed record TemplateBehaviour(string Key, string Name);
