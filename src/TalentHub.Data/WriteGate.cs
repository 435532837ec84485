using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace TalentHub.Data;

/// <summary>One write transaction at a time on a SQLite file, in order of arrival. Other processes still wait by SQLite's own lock.</summary>
internal static class WriteGate
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    public static async Task<IDbContextTransaction> Begin(DatabaseFacade database, CancellationToken ct)
    {
        var gate = Gates.GetOrAdd(database.GetConnectionString()!, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(ct);
        try
        {
            return new Gated(await database.BeginTransactionAsync(ct), gate);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    /// <summary>Opens the gate when the transaction ends, however it ends.</summary>
    private sealed class Gated(IDbContextTransaction inner, SemaphoreSlim gate) : IDbContextTransaction
    {
        private int ended;

        public Guid TransactionId => inner.TransactionId;
        public void Commit() => inner.Commit();
        public Task CommitAsync(CancellationToken cancellationToken = default) => inner.CommitAsync(cancellationToken);
        public void Rollback() => inner.Rollback();
        public Task RollbackAsync(CancellationToken cancellationToken = default) => inner.RollbackAsync(cancellationToken);

        public void Dispose()
        {
            inner.Dispose();
            Open();
        }

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            Open();
        }

        private void Open()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0) gate.Release();
        }
    }
}
