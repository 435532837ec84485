using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.Values;
using TalentHub.Science;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Profiles;

/// <summary>A profile as published, or in a chosen version, beside what the company's own hires say.</summary>
public static class ShowProfile
{
    /// <param name="Number">Which version; without it the published one, or else the latest.</param>
    [Requires(Right.ReadLibrary)]
    public sealed record Query(Guid Id, int? Number) : IQuery<View>;

    public sealed record View(Guid Id, string Name, RoleLevel Level, string? Variant, Shown Shown, IReadOnlyList<VersionRow> History, bool MayWork)
    {
        public VersionRow? Draft => History.FirstOrDefault(v => v.State == ProfileState.Draft);
        public VersionRow? Published => History.FirstOrDefault(v => v.State == ProfileState.Published);
    }

    public sealed record Shown(
        int Number, ProfileState State, string Purpose, string WhyJoin, IReadOnlyList<HireChannel> Channels,
        IReadOnlyList<CompetencyRow> Competencies, IReadOnlyList<IndicatorRow> Leading, IReadOnlyList<IndicatorRow> Lagging)
    {
        public int TotalWeight => Competencies.Sum(c => c.Weight);
    }

    /// <param name="Evidence">None when no hire was rated on it.</param>
    public sealed record CompetencyRow(string Name, string Definition, int Weight, double Target, string One, string Three, string Five, Estimate? Evidence);

    public sealed record IndicatorRow(string Name, string Evidence);

    /// <param name="Token">Version token of the row, for the forms that publish it.</param>
    public sealed record VersionRow(Guid Id, int Number, ProfileState State, DateTime? PublishedAt, string? PublishedBy, int Openings, int Token);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var profile = await db.Profiles.SingleOrDefaultAsync(p => p.Id == query.Id, ct) ?? throw new NotFound("That profile");
            var history = await History(query.Id, ct);
            var chosen = query.Number is { } number
                ? history.FirstOrDefault(v => v.Number == number) ?? throw new NotFound("That version")
                : history.FirstOrDefault(v => v.State == ProfileState.Published) ?? history[0];
            return new View(profile.Id, profile.Name, profile.Level, profile.Variant, await Shown(chosen.Id, ct), history, viewer.May(Right.WorkLibrary));
        }

        private Task<List<VersionRow>> History(Guid profileId, CancellationToken ct)
        {
            var openings = db.Openings.VisibleTo(viewer);
            return db.ProfileVersions.Where(v => v.ProfileId == profileId).OrderByDescending(v => v.Number).Select(v => new VersionRow(
                v.Id, v.Number, v.State, v.PublishedAt, db.Users.Where(u => u.Id == v.PublishedBy).Select(u => u.DisplayName).FirstOrDefault(),
                openings.Count(o => o.ProfileVersionId == v.Id), v.Version)).ToListAsync(ct);
        }

        private async Task<Shown> Shown(Guid versionId, CancellationToken ct)
        {
            var version = await db.ProfileVersions.Include(v => v.Competencies).Include(v => v.Indicators).AsSplitQuery().SingleAsync(v => v.Id == versionId, ct);
            var evidence = await HireEvidence.For(db, viewer, [.. version.Competencies.Select(c => c.CompetencyId)], ct);
            IndicatorRow[] Indicators(IndicatorKind kind) => [.. version.Indicators.Where(i => i.Kind == kind).OrderBy(i => i.Order).Select(i => new IndicatorRow(i.Name, i.Evidence))];
            return new Shown(version.Number, version.State, version.Purpose, version.WhyJoin, version.Channels,
                [.. version.Competencies.OrderBy(c => c.Order).Select(c => new CompetencyRow(c.Name, c.Definition, c.Weight, c.Target, c.Anchors.One, c.Anchors.Three, c.Anchors.Five, evidence.GetValueOrDefault(c.CompetencyId)))],
                Indicators(IndicatorKind.Leading), Indicators(IndicatorKind.Lagging));
        }
    }
}
