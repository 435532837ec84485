using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TalentHub.Data;

/// <summary>Brings the database to the present schema, whatever interrupted the last attempt.</summary>
public static class Preparation
{
    /// <summary>
    /// Applies what is pending. On SQLite only one process migrates at a time, held by a lock on a file beside the
    /// database: the operating system frees it when its holder dies, which a row in the database would not.
    /// </summary>
    /// <param name="lockFile">Path of the lock file; none on PostgreSQL, whose own lock ends with its session.</param>
    public static async Task Prepare(this TalentHubDb db, string? lockFile, CancellationToken ct)
    {
        await using var held = lockFile is null ? null : await Lock(lockFile, ct);
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any()) return;
        if (held is not null) await ClearStaleLock(db, ct);
        await db.Database.MigrateAsync(ct);
    }

    private static async Task<FileStream> Lock(string path, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!ct.IsCancellationRequested)
            {
                // Another process is migrating: wait for it, it is seconds.
                await Task.Delay(100, ct);
            }
        }
    }

    /// <summary>EF leaves a row in this table when it is killed while migrating, and would wait for it for ever. We hold the file lock, so nobody else is.</summary>
    private static async Task ClearStaleLock(TalentHubDb db, CancellationToken ct)
    {
        var exists = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(ct);
        if (exists > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", ct);
    }
}
