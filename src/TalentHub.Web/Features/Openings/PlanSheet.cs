using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;

namespace TalentHub.Web.Features.Openings;

/// <summary>An opening's interview plan and how far it covers the profile.</summary>
public sealed record PlanSheet(IReadOnlyList<PlanStage> Stages, IReadOnlyList<Coverage> Coverage)
{
    public int Covered => Coverage.Count(c => c.Stages.Count > 0);
    public bool IsCovered => Coverage.Count > 0 && Covered == Coverage.Count;

    /// <summary>Stages that ask questions and have none drawn yet.</summary>
    public int WithoutKit => Stages.Count(s => s.AsksQuestions && s.KitNumber is null);

    /// <summary>Reads plan, competencies and panels in three commands, whatever their number.</summary>
    internal static async Task<PlanSheet> Load(TalentHubDb db, Viewer viewer, Guid openingId, Guid profileVersionId, CancellationToken ct)
    {
        var stages = await db.Stages.Where(s => s.OpeningId == openingId).Include(s => s.Kits).ThenInclude(k => k.Questions).OrderBy(s => s.Order).ToListAsync(ct);
        var competencies = await db.ProfileVersions.Where(v => v.Id == profileVersionId).SelectMany(v => v.Competencies)
            .OrderBy(c => c.Order).Select(c => new { c.CompetencyId, c.Name, c.Weight }).ToListAsync(ct);
        var panels = await db.Interviews.VisibleTo(db, viewer).Where(i => i.OpeningId == openingId)
            .SelectMany(i => i.Scorecards, (i, s) => new { i.StageId, s.AuthorId }).Distinct().ToListAsync(ct);
        return new PlanSheet(
            [.. stages.Select(s => new PlanStage(s.Id, s.Name, s.Kind, s.Minutes, s.CurrentKit?.Number, s.CurrentKit?.Questions.Count ?? 0, s.CurrentKit?.Questions.Sum(q => q.Minutes) ?? 0))],
            [.. competencies.Select(c => new Coverage(c.CompetencyId, c.Name, c.Weight,
                stages.Where(s => s.CompetencyIds.Contains(c.CompetencyId)).ToDictionary(s => s.Id, s => s.CurrentKit?.Questions.Count(q => q.CompetencyId == c.CompetencyId) ?? 0),
                panels.Where(p => stages.Any(s => s.Id == p.StageId && s.CompetencyIds.Contains(c.CompetencyId))).Select(p => p.AuthorId).Distinct().Count()))]);
    }
}

/// <param name="KitNumber">None while no kit is drawn.</param>
public sealed record PlanStage(Guid Id, string Name, StageKind Kind, int Minutes, int? KitNumber, int Questions, int KitMinutes)
{
    public bool AsksQuestions => Kind is StageKind.Screen or StageKind.StructuredInterview or StageKind.RolePlay or StageKind.Panel;
}

/// <summary>How far one competency is covered.</summary>
/// <param name="Stages">Stages that cover it, with the number of questions their kit has on it.</param>
/// <param name="Interviewers">People asked so far to rate it.</param>
public sealed record Coverage(Guid CompetencyId, string Name, int Weight, IReadOnlyDictionary<Guid, int> Stages, int Interviewers)
{
    /// <summary>Two looks at least: by two stages, or by two interviewers at one.</summary>
    public bool SeenTwice => Stages.Count > 1 || (Stages.Count == 1 && Interviewers > 1);
}
