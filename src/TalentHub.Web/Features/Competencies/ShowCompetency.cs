using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Competencies;

/// <summary>One competency in full: what it is, why it matters, what it is not, and what is asked for it.</summary>
public static class ShowCompetency
{
    [Requires(Right.ReadLibrary)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(
        Guid Id, string Name, RoleLevel Level, string Definition, string? WhyItMatters, string? DiffersFrom, string? Practice, string One, string Three, string Five)
    {
        public IReadOnlyList<Asked> Questions { get; init; } = [];
        public IReadOnlyList<Weighed> Profiles { get; init; } = [];
        public bool MayWork { get; init; }
    }

    public sealed record Asked(Guid Id, string Text, QuestionKind Kind, int Minutes, bool Approved);

    /// <summary>A profile whose latest version weighs it.</summary>
    public sealed record Weighed(Guid Id, string Name, int Weight, double Target);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var view = await db.Competencies.Where(c => c.Id == query.Id).Select(c => new View(
                c.Id, c.Name, c.Level, c.Definition, c.WhyItMatters, c.DiffersFrom, c.Practice, c.Anchors.One, c.Anchors.Three, c.Anchors.Five)).SingleOrDefaultAsync(ct) ?? throw new NotFound("That competency");
            var questions = await db.Questions.Where(q => q.CompetencyId == query.Id && q.RetiredAt == null).OrderBy(q => q.Kind).ThenBy(q => q.Id)
                .Select(q => new Asked(q.Id, q.Text, q.Kind, q.Minutes, q.ApprovedAt != null)).ToListAsync(ct);
            var profiles = await db.ProfileVersions.Where(v => !db.ProfileVersions.Any(later => later.ProfileId == v.ProfileId && later.Number > v.Number))
                .SelectMany(v => v.Competencies, (v, c) => new { v.ProfileId, v.Profile!.Name, c.CompetencyId, c.Weight, c.Target })
                .Where(c => c.CompetencyId == query.Id).OrderBy(c => c.Name).Select(c => new Weighed(c.ProfileId, c.Name, c.Weight, c.Target)).ToListAsync(ct);
            return view with { Questions = questions, Profiles = profiles, MayWork = viewer.May(Right.WorkLibrary) };
        }
    }
}
