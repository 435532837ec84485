using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Platform.Durability;

/// <summary>A connection of SQLite keeps what it has prepared: asked again the statement only runs, and nothing of the time before is in the answer.</summary>
[Trait("Category", "AnyEngine")]
public sealed class PreparedStatementTests : IAsyncLifetime
{
    /// <summary>SQLITE_STMTSTATUS_RUN.</summary>
    private const int TimesRun = 6;

    private const int AtFirst = 5;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("talenthub-");
    private ServiceProvider provider = null!;

    public async Task InitializeAsync()
    {
        provider = TestEngine.SqliteServices(directory);
        await With(async db =>
        {
            await db.Database.OpenConnectionAsync();
            ((SqliteConnection)db.Database.GetDbConnection()).Handle!.enable_sqlite3_next_stmt(true);
            await db.Database.ExecuteSqlRawAsync("""CREATE TABLE "Marks" ("Name" TEXT NOT NULL PRIMARY KEY, "At" TEXT NOT NULL)""");
            db.Marks.AddRange(Enumerable.Range(0, AtFirst).Select(i => new DatabaseMark { Name = $"mark {i}" }));
            return await db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync()
    {
        await provider.DisposeAsync();
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task What_one_request_prepared_the_next_runs_with_its_own_values()
    {
        foreach (var i in new[] { 3, 1, 4 }) Assert.Equal($"mark {i}", await With(db => Named($"mark {i}")(db).SingleAsync()));
        Assert.Equal("none", await With(db => Named("mark 9")(db).SingleOrDefaultAsync()) ?? "none");
        Assert.Equal(4, await With(db => Task.FromResult(Prepared(db).Single(s => s.Sql.Contains("= @", StringComparison.Ordinal)).Runs)));
    }

    [Fact]
    public async Task A_save_is_prepared_once_too_and_each_saves_its_own()
    {
        for (var i = 0; i < 3; i++)
        {
            var name = $"added {i}";
            await With(db =>
            {
                db.Marks.Add(new DatabaseMark { Name = name });
                return db.SaveChangesAsync();
            });
        }
        Assert.Equal(["added 0", "added 1", "added 2"], await With(db => db.Marks.Select(m => m.Name).Where(n => n.StartsWith("added")).OrderBy(n => n).ToListAsync()));
        Assert.Equal(AtFirst + 3, await With(db => Task.FromResult(Prepared(db).Single(s => s.Sql.StartsWith("INSERT", StringComparison.Ordinal)).Runs)));
    }

    [Fact]
    public async Task Asked_again_while_the_first_answer_is_still_being_read_both_are_right()
    {
        var pairs = await With(async db =>
        {
            var found = new List<string>();
            await foreach (var outer in db.Marks.Select(m => m.Name).OrderBy(n => n).AsAsyncEnumerable())
                found.Add($"{outer}:{string.Join(',', await db.Marks.Select(m => m.Name).OrderBy(n => n).ToListAsync())}");
            return found;
        });
        var all = string.Join(',', Enumerable.Range(0, AtFirst).Select(i => $"mark {i}"));
        Assert.Equal(Enumerable.Range(0, AtFirst).Select(i => $"mark {i}:{all}"), pairs);
    }

    [Fact]
    public async Task An_answer_read_half_holds_nothing_and_begins_anew_the_next_time()
    {
        await With(async db =>
        {
            await foreach (var name in db.Marks.Select(m => m.Name).OrderBy(n => n).AsAsyncEnumerable())
                if (name == "mark 1") break;
            return 0;
        });
        Assert.Equal(AtFirst, await With(async db =>
        {
            Assert.DoesNotContain(Prepared(db), s => s.Busy);
            return (await db.Marks.Select(m => m.Name).OrderBy(n => n).ToListAsync()).Count;
        }));
    }

    [Fact]
    public async Task After_a_failure_the_same_words_work_again()
    {
        Task<int> Add(string name) => With(db =>
        {
            db.Marks.Add(new DatabaseMark { Name = name });
            return db.SaveChangesAsync();
        });
        Assert.Equal(1, await Add("new"));
        await Assert.ThrowsAsync<DbUpdateException>(() => Add("new"));
        Assert.Equal(1, await Add("newer"));
        Assert.Equal(AtFirst + 2, await With(db => db.Marks.CountAsync()));
    }

    [Fact]
    public async Task A_table_changed_since_is_seen()
    {
        Assert.Equal(AtFirst, await With(db => db.Marks.CountAsync()));
        await With(db => db.Database.ExecuteSqlRawAsync("""CREATE TABLE "New" ("Name" TEXT NOT NULL PRIMARY KEY, "At" TEXT NOT NULL, "More" TEXT NULL); DROP TABLE "Marks"; ALTER TABLE "New" RENAME TO "Marks";"""));
        Assert.Equal(0, await With(db => db.Marks.CountAsync()));
    }

    [Fact]
    public async Task A_connection_keeps_no_more_than_so_many()
    {
        await With(async db =>
        {
            for (var i = 0; i < 300; i++)
            {
                var words = "SELECT 1" + new string(' ', i);
                await db.Database.ExecuteSqlRawAsync(words);
                Assert.InRange(Prepared(db).Count, 1, 128);
            }
            return 0;
        });
    }

    private static Func<TalentHubDb, IQueryable<string>> Named(string name) => db => db.Marks.Where(m => m.Name == name).Select(m => m.Name);

    private async Task<T> With<T>(Func<TalentHubDb, Task<T>> use)
    {
        await using var scope = provider.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TalentHubDb>());
    }

    /// <summary>What SQLite itself says it holds for this connection.</summary>
    private static List<(string Sql, int Runs, bool Busy)> Prepared(TalentHubDb db)
    {
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        var found = new List<(string, int, bool)>();
        for (var s = raw.sqlite3_next_stmt(handle, null); s is { IsInvalid: false }; s = raw.sqlite3_next_stmt(handle, s))
            found.Add((raw.sqlite3_sql(s).utf8_to_string(), raw.sqlite3_stmt_status(s, TimesRun, 0), raw.sqlite3_stmt_busy(s) != 0));
        return found;
    }
}
