using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;

namespace TalentHub.Web.Features.Candidates;

/// <summary>
/// Narrows the candidates to those asked for. What matches few people is looked up first and then sorted; what matches many
/// is met soon enough by walking the sorted index, so neither a rare nor a common word reads the whole table.
/// </summary>
internal sealed class CandidateFinder(TalentHubDb db, Viewer viewer)
{
    private const int Few = 2000;
    private const int LongestSearch = 100;

    public async Task<IQueryable<Candidate>> Find(ListCandidates.Query query, CancellationToken ct)
    {
        var candidates = db.Candidates.VisibleTo(db, viewer);
        var applications = query.NarrowsApplications ? Applications(query) : null;
        var search = (query.Q ?? "").Trim().ToLowerInvariant();
        if (search.Length > LongestSearch) search = search[..LongestSearch];
        if (search.Length > 0)
        {
            var (found, few) = await Search(candidates, search, ct);
            if (applications is null) return found;
            return few || query.Opening is null ? Having(found, applications) : Among(found, applications);
        }
        if (applications is null) return candidates;
        return await applications.Take(Few + 1).CountAsync(ct) > Few ? Having(candidates, applications) : Among(candidates, applications);
    }

    /// <summary>The applications in reach that the filters ask for.</summary>
    public IQueryable<Application> Applications(ListCandidates.Query query)
    {
        var applications = db.Applications.VisibleTo(viewer);
        if (query.Opening is { } opening) applications = applications.Where(a => a.OpeningId == opening);
        if (query.Stage is { } stage) applications = applications.Where(a => a.StageId == stage);
        if (query.State is { } state) applications = applications.Where(a => a.State == state);
        if (query.Channel is { } channel) applications = applications.Where(a => a.Channel == channel);
        return applications;
    }

    private async Task<(IQueryable<Candidate> Found, bool Few)> Search(IQueryable<Candidate> candidates, string search, CancellationToken ct)
    {
        var words = search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var indexed = words.Where(w => w.Length >= 3).ToList();
        if (indexed.Count == 0) return (StartingWith(candidates, string.Join(' ', words)), true);
        foreach (var word in words.Where(w => w.Length < 3)) candidates = candidates.Where(c => c.SortName.Contains(word));
        var ids = db.CandidatesMatching(string.Join(' ', indexed));
        // SQLite lowers ASCII alone, so only an ASCII word may be compared text by text without missing anyone.
        var comparable = indexed.All(w => Ascii.IsValid(w));
        if (!comparable || await ids.Take(Few + 1).CountAsync(ct) <= Few) return (candidates.Where(c => ids.Contains(c.Id)), true);
        foreach (var word in indexed)
            candidates = candidates.Where(c => c.SortName.Contains(word) || c.Email!.Contains(word) || c.Headline!.ToLower().Contains(word) || c.Notes!.ToLower().Contains(word));
        return (candidates, false);
    }

    private static IQueryable<Candidate> StartingWith(IQueryable<Candidate> candidates, string start)
    {
        candidates = candidates.Where(c => string.Compare(c.SortName, start) >= 0 && c.SortName.StartsWith(start));
        // Past "z" and "9" the next character sorts differently from engine to engine; the walk to the end is short there.
        if (start[^1] is not ((>= 'a' and <= 'y') or (>= '0' and <= '8'))) return candidates;
        var end = start[..^1] + (char)(start[^1] + 1);
        return candidates.Where(c => string.Compare(c.SortName, end) < 0);
    }

    private static IQueryable<Candidate> Among(IQueryable<Candidate> candidates, IQueryable<Application> applications) =>
        candidates.Where(c => applications.Select(a => a.CandidateId).Contains(c.Id));

    private static IQueryable<Candidate> Having(IQueryable<Candidate> candidates, IQueryable<Application> applications) =>
        candidates.Where(c => applications.Any(a => a.CandidateId == c.Id));
}
