using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Openings;

/// <summary>A stage's kits as they were asked, read by the page and by the print view.</summary>
public sealed record KitSheet(
    Guid OpeningId, string Opening, RoleLevel Level, Guid ProfileVersionId, Guid StageId, int StageVersion, string Stage, int Minutes, IReadOnlyList<Guid> Competencies,
    IReadOnlyList<KitRow> Kits, bool MayWork)
{
    public KitRow? Current => Kits.FirstOrDefault();

    internal static async Task<KitSheet> Load(TalentHubDb db, Viewer viewer, Guid openingId, Guid stageId, CancellationToken ct)
    {
        var workable = db.Openings.WorkableBy(viewer);
        var opening = await db.Openings.VisibleTo(viewer).Where(o => o.Id == openingId)
            .Select(o => new { o.Title, o.Level, o.ProfileVersionId, MayWork = workable.Any(w => w.Id == o.Id) }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That opening");
        var stage = await db.Stages.Include(s => s.Kits).ThenInclude(k => k.Questions).ThenInclude(q => q.Competency)
            .SingleOrDefaultAsync(s => s.Id == stageId && s.OpeningId == openingId, ct) ?? throw new NotFound("That stage");
        var used = await db.Interviews.Where(i => i.StageId == stageId).Select(i => i.KitId).Distinct().ToListAsync(ct);
        var asked = await db.Interviews.VisibleTo(db, viewer).Where(i => i.StageId == stageId && i.State == Domain.Interviews.InterviewState.Scheduled)
            .Select(i => new { i.KitId, i.Candidate!.Name }).ToListAsync(ct);
        return new KitSheet(openingId, opening.Title, opening.Level, opening.ProfileVersionId, stageId, stage.Version, stage.Name, stage.Minutes, stage.CompetencyIds,
            [.. stage.Kits.OrderByDescending(k => k.Number).Select(k => new KitRow(k.Number, k.MadeAt, used.Contains(k.Id),
                [.. asked.Where(a => a.KitId == k.Id).Select(a => a.Name).Distinct().Order()],
                [.. k.Questions.OrderBy(q => q.Order).Select(q => new KitLine(q.QuestionId, q.Competency!.Name, q.Kind, q.Text, q.Probes, q.Anchors, q.Minutes, q.Brief, q.StrongAnswer, q.RehearsedAnswer))]))],
            opening.MayWork && viewer.May(Right.WorkOpenings));
    }
}

/// <param name="Asked">Candidates interviewed with it, as far as the viewer can see them.</param>
public sealed record KitRow(int Number, DateTime MadeAt, bool Used, IReadOnlyList<string> Asked, IReadOnlyList<KitLine> Questions)
{
    public int Minutes => Questions.Sum(q => q.Minutes);
}

public sealed record KitLine(Guid QuestionId, string Competency, QuestionKind Kind, string Text, IReadOnlyList<string> Probes, Anchors Anchors, int Minutes, string Brief, string StrongAnswer, string RehearsedAnswer);
