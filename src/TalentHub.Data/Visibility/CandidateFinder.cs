using System.Text;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;

namespace TalentHub.Data.Visibility;

/// <summary>
/// Narrows the candidates to those asked for. What matches few people is looked up first and then sorted; what matches many
/// is met soon enough by walking the sorted index, so neither a rare nor a common word reads the whole table.
/// </summary>
public sealed class CandidateFinder(TalentHubDb db, Viewer viewer)
{
    private const int Few = 1000;
    private const int LongestSearch = 100;

    /// <summary>The candidates in reach, as a query to sort and cut.</summary>
    /// <param name="search">Words in name, e-mail address, headline or notes; one or two characters find names that begin so; none finds everybody.</param>
    /// <param name="applications">Only who made one of these, when given; they must be in the viewer's reach.</param>
    /// <param name="ct">Ends the looking up.</param>
    public async Task<IQueryable<Candidate>> Find(string? search, IQueryable<Application>? applications, CancellationToken ct)
    {
        var candidates = db.Candidates.VisibleTo(db, viewer);
        search = (search ?? "").Trim().ToLowerInvariant();
        if (search.Length > LongestSearch) search = search[..LongestSearch];
        var words = search.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var indexed = words.Where(w => w.Length >= 3).ToList();
        var ids = indexed.Count > 0 ? db.CandidatesMatching(string.Join(' ', indexed)) : null;
        var (found, fewApplied) = await Probe(ids, applications, ct);

        if (ids is null && words.Length > 0) candidates = StartingWith(candidates, string.Join(' ', words));
        else foreach (var word in words.Where(w => w.Length < 3)) candidates = candidates.Where(c => c.SortName.Contains(word));
        if (ids is not null) candidates = Matching(candidates, ids, found, indexed);
        if (applications is null) return candidates;
        return fewApplied && found is null ? Among(candidates, applications) : Having(candidates, applications);
    }

    /// <summary>Whom the words find, none when they are many, and whether the filters match few; counting stops where it is many. One command for both.</summary>
    private static async Task<(List<Guid>? Found, bool FewApplied)> Probe(IQueryable<Guid>? ids, IQueryable<Application>? applications, CancellationToken ct)
    {
        if (ids is null) return (null, applications is not null && await applications.Take(Few + 1).CountAsync(ct) <= Few);
        var rows = applications is null
            ? await ids.Take(Few + 1).Select(id => new { Id = id, Applied = 0 }).ToListAsync(ct)
            : await ids.Take(Few + 1).Select(id => new { Id = id, Applied = applications.Take(Few + 1).Count() }).ToListAsync(ct);
        return (rows.Count <= Few ? [.. rows.Select(r => r.Id)] : null, rows.Count > 0 && rows[0].Applied <= Few);
    }

    private static IQueryable<Candidate> Matching(IQueryable<Candidate> candidates, IQueryable<Guid> ids, List<Guid>? found, List<string> words)
    {
        if (found is not null) return candidates.Where(c => found.Contains(c.Id));
        // SQLite lowers ASCII alone, so only an ASCII word may be compared text by text without missing anyone.
        return words.All(w => Ascii.IsValid(w)) ? Mentioning(candidates, words) : candidates.Where(c => ids.Contains(c.Id));
    }

    private static IQueryable<Candidate> Mentioning(IQueryable<Candidate> candidates, IEnumerable<string> words)
    {
        foreach (var word in words)
            candidates = candidates.Where(c => c.SortName.Contains(word) || c.Email!.Contains(word) || c.Headline!.ToLower().Contains(word) || c.Notes!.ToLower().Contains(word));
        return candidates;
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
