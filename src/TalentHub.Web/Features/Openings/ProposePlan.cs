using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>Fills an empty plan with stages and kits drawn from the library; everything in it can be changed afterwards.</summary>
public static class ProposePlan
{
    /// <summary>Returns how many stages it made.</summary>
    [Requires(Right.WorkOpenings)]
    public sealed record Command(Guid Id) : ICommand<int>;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var opening = await Plans.Load(db, viewer, command.Id, ct);
            Rule.Holds(opening.Stages.Count == 0, "plan-begun", "This plan has stages already. Add to it, or take them out first.");
            var competencies = await db.ProfileVersions.Where(v => v.Id == opening.ProfileVersionId).SelectMany(v => v.Competencies).OrderByDescending(c => c.Weight).ThenBy(c => c.Order).Select(c => c.CompetencyId).ToListAsync(ct);
            var visible = db.Openings.VisibleTo(viewer).Select(o => o.Id);
            var choices = await db.Questions.Where(q => q.Level == opening.Level && competencies.Contains(q.CompetencyId) && q.ApprovedAt != null && q.RetiredAt == null)
                .Select(q => new PlanChoice(new KitChoice(q.Id, q.CompetencyId, q.Minutes, db.Kits.Count(k => visible.Contains(k.OpeningId) && k.Questions.Any(x => x.QuestionId == q.Id))), q.Kind)).ToListAsync(ct);
            var proposed = PlanProposal.Draw(opening.Level, competencies, choices);
            Rule.Holds(proposed.Count > 0, "no-questions", "The library has no approved question about what this profile weighs. Have some approved first, or add the stages by hand.");
            var wanted = proposed.SelectMany(p => p.Questions).ToList();
            var questions = await db.Questions.AsTracking().Where(q => wanted.Contains(q.Id)).ToDictionaryAsync(q => q.Id, ct);
            foreach (var stage in proposed)
            {
                var asked = stage.Questions.Select(id => questions[id]).ToList();
                var added = opening.AddStage(stage.Name, stage.Kind, stage.Minutes, [.. asked.Select(q => q.CompetencyId).Distinct()]);
                added.Seat(stage.PanelSize, []);
                added.SetKit(asked, currentKitUsed: false, clock.GetUtcNow().UtcDateTime);
            }
            return proposed.Count;
        }
    }
}
