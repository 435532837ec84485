using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace TalentHub.Data.Auditing;

/// <summary>What a check of the audit chain found.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Head">Hash of the last row: keep it elsewhere, and a later check can be held against it.</param>
/// <param name="Problem">One sentence on the first thing wrong; none when the chain is whole.</param>
public sealed record AuditCheck(long Rows, string Head, string? Problem)
{
    public bool Whole => Problem is null;
}

/// <summary>Reads the whole audit chain and holds every row against its hash, its neighbour and the sealed head.</summary>
public sealed class AuditVerifier(TalentHubDb db, AuditKey key)
{
    /// <summary>Finds any row changed, removed, swapped or added, and any cut at the end.</summary>
    /// <param name="expectedHead">A head noted at an earlier check, which must still be in the chain; none to skip.</param>
    public async Task<AuditCheck> Check(CancellationToken ct, string? expectedHead = null)
    {
        var previous = "";
        long seq = 0;
        var met = expectedHead is null;
        var personal = await db.AuditPersonals.AsNoTracking().ToLookupAsync(p => p.Seq, ct);
        await foreach (var row in db.AuditRows.AsNoTracking().OrderBy(r => r.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            seq++;
            if (row.Seq != seq) return new(seq - 1, previous, $"Row {seq} is missing: the next one found is {row.Seq}.");
            if (row.PreviousHash != previous) return new(seq, previous, $"Row {seq} does not follow from the row before it.");
            if (row.Hash != AuditInterceptor.HashOf(key, row)) return new(seq, previous, $"Row {seq} does not fit its hash: it was changed after it was written.");
            if (personal[row.Seq].FirstOrDefault(p => !Fits(row, p)) is { } bad) return new(seq, previous, $"Row {seq}: the personal value of {bad.Property} is not the one that was recorded.");
            previous = row.Hash;
            met |= previous == expectedHead;
        }
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(ct);
        if (head is null) return new(seq, previous, seq == 0 ? null : "The head of the chain is missing.");
        if (head.Seal != key.Hash("head", AuditInterceptor.Number(head.Seq), head.Hash)) return new(seq, previous, "The head of the chain was changed by hand.");
        if (head.Seq != seq || head.Hash != previous) return new(seq, previous, $"The chain ends at row {seq}, but {head.Seq} rows were written: the end was cut off.");
        return new(seq, previous, met ? null : "The head noted earlier is not in the chain: rows were replaced.");
    }

    private bool Fits(AuditRow row, AuditPersonal value)
    {
        var change = JsonSerializer.Deserialize<List<AuditChange>>(row.Changes)!.SingleOrDefault(c => c.Property == value.Property && c.Kind == "personal");
        return change is not null && change.Before == Digest(value.Before) && change.After == Digest(value.After);

        string? Digest(string? text) => text is null ? null : key.Hash(value.Salt, text);
    }
}

internal static class AsyncLookups
{
    public static async Task<ILookup<TKey, T>> ToLookupAsync<TKey, T>(this IQueryable<T> query, Func<T, TKey> by, CancellationToken ct) => (await query.ToListAsync(ct)).ToLookup(by);
}
