using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Openings;

namespace TalentHub.Web.Features.Openings;

/// <summary>An opening's interview plan and how far it covers the profile.</summary>
/// <param name="Team">Who is on the hiring team and can be named for a stage.</param>
public sealed record PlanSheet(IReadOnlyList<PlanStage> Stages, IReadOnlyList<Coverage> Coverage, IReadOnlyList<TeamName> Team)
{
    public int Covered => Coverage.Count(c => c.IsAsked);
    public bool IsCovered => Coverage.Count > 0 && Covered == Coverage.Count;

    /// <summary>Stages whose kit asks nothing on a competency they are to cover.</summary>
    public IReadOnlyList<SilentKit> Silent =>
    [
        .. from stage in Stages
           where stage.AsksQuestions && stage.KitNumber is not null
           let names = Coverage.Where(c => c.Stages.TryGetValue(stage.Id, out var asked) && asked == 0).Select(c => c.Name).ToList()
           where names.Count > 0
           select new SilentKit(stage.Id, stage.Name, names),
    ];

    /// <summary>Stages that ask questions and have none drawn yet.</summary>
    public int WithoutKit => Stages.Count(s => s.AsksQuestions && s.KitNumber is null);

    /// <summary>Reads plan, competencies and team in three commands, whatever their number.</summary>
    internal static async Task<PlanSheet> Load(TalentHubDb db, Guid openingId, Guid profileVersionId, CancellationToken ct)
    {
        var stages = await db.Stages.Where(s => s.OpeningId == openingId).Include(s => s.Kits).ThenInclude(k => k.Questions).OrderBy(s => s.Order).ToListAsync(ct);
        var competencies = await db.ProfileVersions.Where(v => v.Id == profileVersionId).SelectMany(v => v.Competencies)
            .OrderBy(c => c.Order).Select(c => new { c.CompetencyId, c.Name, c.Weight }).ToListAsync(ct);
        var team = await (from member in db.TeamMembers
                          where member.OpeningId == openingId
                          join account in db.Users on member.AccountId equals account.Id
                          where account.DisabledAt == null
                          orderby account.DisplayName, account.Id
                          select new TeamName(account.Id, account.DisplayName)).ToListAsync(ct);
        List<TeamName> Named(Stage stage) => [.. team.Where(t => stage.Pool.Contains(t.AccountId))];
        return new PlanSheet(
            [.. stages.Select(s => new PlanStage(s.Id, s.Name, s.Kind, s.Minutes, s.PanelSize, Named(s), s.IsInterview, s.CurrentKit?.Number, s.CurrentKit?.Questions.Count ?? 0, s.CurrentKit?.Questions.Sum(q => q.Minutes) ?? 0))],
            [.. competencies.Select(c =>
            {
                var covering = stages.Where(s => s.CompetencyIds.Contains(c.CompetencyId)).ToList();
                var asking = covering.Where(s => s.AsksAbout(c.CompetencyId)).ToList();
                return new Coverage(c.CompetencyId, c.Name, c.Weight,
                    covering.ToDictionary(s => s.Id, s => s.CurrentKit?.Questions.Count(q => q.CompetencyId == c.CompetencyId) ?? 0),
                    asking.Count,
                    RaterPlan.DifferentRaters([.. asking.Select(s => new Seats(s.PanelSize, [.. Named(s).Select(t => t.AccountId)]))]));
            })],
            team);
    }
}

/// <param name="Competencies">By name: what the stage is to cover and its kit leaves out.</param>
public sealed record SilentKit(Guid StageId, string Stage, IReadOnlyList<string> Competencies);

public sealed record TeamName(Guid AccountId, string Name);

/// <param name="PanelSize">Interviewers it needs; 0 where nobody is interviewed.</param>
/// <param name="Pool">From whom they are taken; empty: anybody on the team.</param>
/// <param name="KitNumber">None while no kit is drawn.</param>
public sealed record PlanStage(Guid Id, string Name, StageKind Kind, int Minutes, int PanelSize, IReadOnlyList<TeamName> Pool, bool AsksQuestions, int? KitNumber, int Questions, int KitMinutes)
{
    /// <summary>Who interviews here, in words; none where nobody does.</summary>
    public string? Panel => PanelSize == 0 ? null : (PanelSize, Pool.Count) switch
    {
        (1, 0) => "1 interviewer from the team",
        (_, 0) => $"{PanelSize} interviewers from the team",
        var (size, named) when named == size => string.Join(", ", Pool.Select(p => p.Name)),
        var (size, named) when named > size => $"{size} of {string.Join(", ", Pool.Select(p => p.Name))}",
        var (size, named) => $"{string.Join(", ", Pool.Select(p => p.Name))} and {size - named} more from the team",
    };

    /// <summary>What it brings besides interviews, as one word in a table.</summary>
    public string? Brings => Kind switch { StageKind.Assessment => "test", StageKind.References => "reference", StageKind.ThreeSixty => "360", _ => null };
}

/// <summary>How far one competency is covered.</summary>
/// <param name="Stages">Stages that cover it, with the number of questions their kit has on it.</param>
/// <param name="Interviews">How many of them are interviews that ask about it; a test or a reference is no rater, and a kit without a question on it hears nothing.</param>
/// <param name="Raters">The most different people the plan has rate it.</param>
public sealed record Coverage(Guid CompetencyId, string Name, int Weight, IReadOnlyDictionary<Guid, int> Stages, int Interviews, int Raters)
{
    public bool IsAsked => Interviews > 0;

    /// <summary>Two opinions at least.</summary>
    public bool SeenTwice => Raters > 1;

    /// <summary>Planned at several stages, and always the same one person: named apart, since the table looks better than it is.</summary>
    public bool SameRater => Interviews > 1 && Raters == 1;
}
