using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TalentHub.Data;
using TalentHub.Domain.Interviews;

namespace TalentHub.Web.Features.Interviews;

/// <summary>
/// What a scorecard needs of its kit, read once and not at every save: a kit never changes once an interview has it. Whoever asks has found the scorecard
/// first, so the rules of who may read what stay with the scorecard.
/// </summary>
internal static class KitsInUse
{
    private static readonly MemoryCache Read = new(new MemoryCacheOptions { SizeLimit = 5_000 });

    public static async Task<IReadOnlyList<KitLine>> Lines(TalentHubDb db, Guid kitId, CancellationToken ct) =>
        (await Read.GetOrCreateAsync<IReadOnlyList<KitLine>>(kitId, async entry =>
        {
            (entry.Size, entry.SlidingExpiration) = (1, TimeSpan.FromHours(4));
            return await db.Kits.Where(k => k.Id == kitId).SelectMany(k => k.Questions).Select(q => new KitLine(q.Id, q.Order, q.CompetencyId)).ToListAsync(ct);
        }))!;
}
