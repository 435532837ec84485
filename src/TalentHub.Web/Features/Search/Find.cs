using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Search;

public static class Find
{
    private const int Most = 6;

    [Requires(Right.SignedIn)]
    public sealed record Query(string? Q) : IQuery<IReadOnlyList<Group>>;

    public sealed record Group(string Title, IReadOnlyList<Hit> Hits);

    public sealed record Hit(string Text, string Note, string Href);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, Navigation places) : IRequestHandler<Query, IReadOnlyList<Group>>
    {
        public async Task<IReadOnlyList<Group>> Handle(Query query, CancellationToken ct)
        {
            var words = (query.Q ?? "").Trim().ToLowerInvariant();
            if (words.Length > 200) return [];
            // Whoever has not said what they look for is shown where they can go.
            if (words.Length == 0) return [new("Go to", [.. Actions.For(viewer, places)])];
            var groups = new List<Group>
            {
                new("People", viewer.May(Right.ReadCandidates) ? await Candidates(words, ct) : []),
                new("In ramp", viewer.May(Right.ReadRamp) ? await InRamp(words, ct) : []),
                new("Openings", viewer.May(Right.ReadOpenings) ? await Openings(words, ct) : []),
                new("Questions", viewer.May(Right.ReadLibrary) ? await Questions(words, ct) : []),
                new("Accounts", viewer.May(Right.ManageAccounts) ? await Accounts(words, ct) : []),
                new("Go to", [.. Actions.For(viewer, places).Where(a => a.Text.Contains(words, StringComparison.OrdinalIgnoreCase)).Take(Most)]),
            };
            return [.. groups.Where(g => g.Hits.Count > 0)];
        }

        private async Task<List<Hit>> Candidates(string words, CancellationToken ct)
        {
            var candidates = await new CandidateFinder(db, viewer).Find(words, null, ct);
            return await candidates.OrderBy(c => c.SortName).ThenBy(c => c.Id).Take(Most).Select(c => new Hit(c.Name, c.Headline ?? "", $"/candidates/{c.Id}")).ToListAsync(ct);
        }

        private async Task<List<Hit>> InRamp(string words, CancellationToken ct) =>
            await db.RampPlans.VisibleTo(db, viewer).Where(p => p.ClosedOn == null && p.Employee!.Name.ToLower().Contains(words)).OrderBy(p => p.Employee!.Name).ThenBy(p => p.Id).Take(Most)
                .Select(p => new Hit(p.Employee!.Name, p.Employee.JobTitle ?? "", $"/ramp/{p.Id}")).ToListAsync(ct);

        private async Task<List<Hit>> Openings(string words, CancellationToken ct)
        {
            var found = await db.Openings.VisibleTo(viewer).Where(o => o.Title.ToLower().Contains(words)).OrderBy(o => o.Status).ThenByDescending(o => o.OpenedOn).ThenBy(o => o.Id).Take(Most)
                .Select(o => new { o.Id, o.Title, o.Status }).ToListAsync(ct);
            return [.. found.Select(o => new Hit(o.Title, Words.Of(o.Status).ToLowerInvariant(), $"/openings/{o.Id}"))];
        }

        private async Task<List<Hit>> Questions(string words, CancellationToken ct) =>
            await db.Questions.Where(q => q.RetiredAt == null && (q.Text.ToLower().Contains(words) || q.Competency!.Name.ToLower().Contains(words))).OrderBy(q => q.Competency!.Name).ThenBy(q => q.Id).Take(Most)
                .Select(q => new Hit(q.Text, q.Competency!.Name, $"/questions/{q.Id}")).ToListAsync(ct);

        private async Task<List<Hit>> Accounts(string words, CancellationToken ct) =>
            await db.Users.Where(a => a.DisplayName.ToLower().Contains(words) || a.Email!.ToLower().Contains(words)).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Take(Most)
                .Select(a => new Hit(a.DisplayName, a.Email ?? "", $"/people/{a.Id}")).ToListAsync(ct);
    }
}
