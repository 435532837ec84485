using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Platform.Durability;

/// <summary>Contexts are used again by one request after another: nothing of the one before may be left in them.</summary>
[Trait("Category", "AnyEngine")]
public sealed class ContextPoolTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("talenthub-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task Who_was_acting_and_what_was_tracked_stay_behind()
    {
        await using var provider = Provider();
        TalentHubDb first;
        await using (var scope = provider.CreateAsyncScope())
        {
            first = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
            (first.Actor, first.Doing) = (Guid.NewGuid(), "SubmitScorecard");
            first.Marks.Add(new() { Name = "left over" });
        }
        using var next = provider.CreateScope();
        var second = next.ServiceProvider.GetRequiredService<TalentHubDb>();
        Assert.Same(first, second);
        Assert.Equal((Guid.Empty, ""), (second.Actor, second.Doing));
        Assert.Empty(second.ChangeTracker.Entries());
    }

    [Fact]
    public async Task A_connection_is_opened_once_waits_open_for_the_next_and_closes_at_the_end()
    {
        DbConnection first;
        await using (var provider = Provider())
        {
            first = await Used(provider);
            Assert.Equal(ConnectionState.Open, first.State);
            Assert.Same(first, await Used(provider));
        }
        Assert.Equal(ConnectionState.Closed, first.State);
        // Nothing is left in a log beside it: whoever copies the file has everything.
        Assert.Equal("talenthub.db", Assert.Single(directory.GetFiles("talenthub.db*")).Name);
    }

    [Fact]
    public async Task Two_contexts_in_use_never_share_a_connection_and_more_than_may_wait_are_closed()
    {
        await using var provider = Provider();
        var scopes = Enumerable.Range(0, 40).Select(_ => provider.CreateAsyncScope()).ToList();
        var connections = new List<DbConnection>();
        foreach (var db in scopes.Select(s => s.ServiceProvider.GetRequiredService<TalentHubDb>()))
        {
            await db.Database.ExecuteSqlRawAsync("SELECT 1");
            connections.Add(db.Database.GetDbConnection());
        }
        Assert.Equal(40, connections.Distinct().Count());
        foreach (var scope in scopes) await scope.DisposeAsync();
        Assert.Equal(32, connections.Count(c => c.State == ConnectionState.Open));
    }

    [Fact]
    public async Task A_transaction_nobody_ended_is_taken_back_before_the_next_gets_the_connection()
    {
        await using var provider = Provider();
        await using (var scope = provider.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE t (x INTEGER)");
            await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync("INSERT INTO t VALUES (1)");
        }
        await using var next = provider.CreateAsyncScope();
        var after = next.ServiceProvider.GetRequiredService<TalentHubDb>();
        Assert.Null(after.Database.CurrentTransaction);
        Assert.Equal(0, await after.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM t").SingleAsync());
        await using var transaction = await after.Database.BeginTransactionAsync();
        await transaction.CommitAsync();
    }

    [Fact]
    public async Task One_left_in_the_middle_of_reading_is_not_lent_again()
    {
        await using var provider = Provider();
        DbConnection left;
        await using (var scope = provider.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
            var reading = db.Database.SqlQueryRaw<int>("SELECT 1 AS Value UNION ALL SELECT 2").AsAsyncEnumerable().GetAsyncEnumerator();
            Assert.True(await reading.MoveNextAsync());
            left = db.Database.GetDbConnection();
        }
        Assert.Equal(ConnectionState.Closed, left.State);
        Assert.NotSame(left, await Used(provider));
    }

    [Fact]
    public async Task The_one_that_came_back_last_is_lent_first()
    {
        await using var provider = Provider();
        await using var outer = provider.CreateAsyncScope();
        var first = outer.ServiceProvider.GetRequiredService<TalentHubDb>();
        await first.Database.ExecuteSqlRawAsync("SELECT 1");
        var last = first.Database.GetDbConnection();
        var other = await Used(provider);
        await outer.DisposeAsync();
        Assert.NotSame(last, other);
        for (var i = 0; i < 3; i++) Assert.Same(last, await Used(provider));
    }

    private static async Task<DbConnection> Used(ServiceProvider provider)
    {
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        await db.Database.ExecuteSqlRawAsync("SELECT 1");
        return db.Database.GetDbConnection();
    }

    private ServiceProvider Provider() => TestEngine.SqliteServices(directory);
}
