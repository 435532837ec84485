using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Platform.Database;

/// <summary>The committed migrations make exactly the model the code has.</summary>
public sealed class MigrationTests : App
{
    [Fact]
    public async Task The_model_has_not_drifted_from_its_migrations() =>
        Assert.False(await Db(db => Task.FromResult(db.Database.HasPendingModelChanges())), "The model has changes without a migration; docs/operations.md says how to add one.");

    /// <summary>About SQLite alone: PostgreSQL's own lock ends with its session.</summary>
    [Fact, Trait("Category", "AnyEngine")]
    public async Task A_stale_migration_lock_does_not_keep_the_program_from_starting()
    {
        await Db(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL)");
            await db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-01-01')");
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%SearchAndGuards'");
            await db.Database.ExecuteSqlRawAsync("DROP TABLE candidate_search; DROP TABLE candidate_search_keys; DROP TRIGGER candidate_search_insert; DROP TRIGGER candidate_search_update; DROP TRIGGER candidate_search_delete; DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete");
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await db.Prepare(Path.Combine(DataDirectory, "migration.lock"), limit.Token);
            return 0;
        });
        Assert.Empty(await Db(async db => await db.Database.GetPendingMigrationsAsync()));
    }
}
