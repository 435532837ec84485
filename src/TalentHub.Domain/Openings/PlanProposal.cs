using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Openings;

/// <summary>A stage of a proposed plan with the questions drawn for it.</summary>
/// <param name="PanelSize">Interviewers: two where most is asked, so that no competency rests on one opinion.</param>
/// <param name="Questions">In the order they are asked.</param>
public sealed record ProposedStage(string Name, StageKind Kind, int Minutes, int PanelSize, IReadOnlyList<Guid> Questions);

/// <summary>An approved question that may go into a proposed plan.</summary>
public sealed record PlanChoice(KitChoice Choice, QuestionKind Kind);

/// <summary>Proposes a whole plan: a first conversation, a structured interview, and something to see or discuss. A person then changes what they like.</summary>
public static class PlanProposal
{
    private static readonly QuestionKind[] Shown = [QuestionKind.RolePlay, QuestionKind.WorkSample];

    /// <summary>
    /// Draws the stages for a role level. The structured interview asks about the most important first, the last stage about the least asked first, so that two
    /// rounds see as much as the minutes allow; the first conversation asks about the two that weigh most. No question is asked twice.
    /// </summary>
    /// <param name="competencies">What the profile weighs, the most important first.</param>
    /// <param name="choices">Approved questions of the role level.</param>
    /// <returns>Stages in order; none for which no question could be drawn.</returns>
    public static IReadOnlyList<ProposedStage> Draw(RoleLevel level, IReadOnlyList<Guid> competencies, IReadOnlyCollection<PlanChoice> choices)
    {
        var left = choices.ToList();
        ProposedStage Stage(string name, StageKind kind, int minutes, IReadOnlyList<Guid> order, Func<PlanChoice, bool> fits)
        {
            var drawn = KitProposal.Draw(order, [.. left.Where(fits).Select(c => c.Choice)], minutes);
            left.RemoveAll(c => drawn.Contains(c.Choice.QuestionId));
            return new ProposedStage(name, kind, minutes, kind == StageKind.Screen ? 1 : 2, drawn);
        }

        var (first, main, last) = level switch { RoleLevel.Rep => (30, 60, 45), RoleLevel.Manager => (30, 75, 60), _ => (45, 90, 75) };
        var structured = Stage("Structured interview", StageKind.StructuredInterview, main, competencies, c => !Shown.Contains(c.Kind));
        int Asked(Guid competency) => choices.Count(c => c.Choice.CompetencyId == competency && structured.Questions.Contains(c.Choice.QuestionId));
        var others = competencies.OrderBy(Asked).ToList();
        var second = level == RoleLevel.Rep
            ? Stage("Role-play", StageKind.RolePlay, last, others, c => Shown.Contains(c.Kind))
            : Stage("Panel", StageKind.Panel, last, others, _ => true);
        var opening = Stage("First conversation", StageKind.Screen, first, [.. competencies.Take(2)], c => !Shown.Contains(c.Kind));
        return [.. new[] { opening, structured, second }.Where(s => s.Questions.Count > 0)];
    }
}
