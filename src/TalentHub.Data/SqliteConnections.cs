using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace TalentHub.Data;

/// <summary>
/// Connections to one SQLite file that wait open for the next context: opening costs more than a small query, and what a connection has read and prepared
/// (<see cref="SqliteStatements"/>) would go with it. The one that came back last is lent first, so that few are in use and those know the file. The library's own pool is
/// left out: it keeps nothing prepared, and can lend one connection to two (dotnet/efcore issue 39008), who would then write in one transaction.
/// </summary>
/// <param name="most">How many wait; more are opened when needed, and closed when they come back.</param>
internal sealed class SqliteConnections(int most) : DbConnectionInterceptor, IDisposable
{
    /// <summary>A busy writer is waited for, and an acknowledged commit is on the disk.</summary>
    private const string Settings = "PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;";

    private readonly Lock access = new();
    private readonly Stack<SqliteConnection> waiting = new();
    private bool ended;

    /// <summary>One that is open already, if there is one.</summary>
    public SqliteConnection? Take()
    {
        lock (access) return waiting.TryPop(out var connection) ? connection : null;
    }

    /// <summary>Keeps a connection for the next, unless somebody left it in the middle of something.</summary>
    public void TakeBack(SqliteConnection connection)
    {
        if (connection is { State: System.Data.ConnectionState.Open, Handle: { } handle } && raw.sqlite3_get_autocommit(handle) != 0 && SqliteStatements.Instance.AllBack(connection))
            lock (access)
                if (!ended && waiting.Count < most)
                {
                    waiting.Push(connection);
                    return;
                }
        connection.Dispose();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    /// <summary>SQLite opens a file, which knows no waiting that would let the thread go.</summary>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    /// <summary>At the end of the program; the last to close leaves one file without a log beside it.</summary>
    public void Dispose()
    {
        lock (access)
        {
            ended = true;
            while (waiting.TryPop(out var connection)) connection.Dispose();
        }
    }
}

#pragma warning disable EF1001 // Nothing public lets a provider's connection outlive its context. A version that changes this class does not build, or a test says that connections close again.

/// <summary>A context's connection to SQLite: lent by <see cref="SqliteConnections"/> for its first query, given back when the context is.</summary>
internal sealed class LentSqliteConnection(RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder rawSqlCommandBuilder, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, rawSqlCommandBuilder, logger)
{
    private readonly SqliteConnections connections = dependencies.ContextOptions.FindExtension<CoreOptionsExtension>()!.Interceptors!.OfType<SqliteConnections>().Single();

    /// <summary>Contexts with these options lend from there.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, SqliteConnections connections) => options.AddInterceptors(connections).ReplaceService<ISqliteRelationalConnection, LentSqliteConnection>();

    protected override DbConnection CreateDbConnection() => connections.Take() ?? base.CreateDbConnection();

    /// <summary>Open until it is given back.</summary>
    protected override void CloseDbConnection()
    {
    }

    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;

    protected override void DisposeDbConnection() => connections.TakeBack((SqliteConnection)DbConnection);

    protected override ValueTask DisposeDbConnectionAsync()
    {
        DisposeDbConnection();
        return ValueTask.CompletedTask;
    }

    /// <summary>A context that goes back to its pool keeps no connection.</summary>
    protected override void ResetState(bool disposeDbConnection) => base.ResetState(disposeDbConnection: true);

    protected override ValueTask ResetStateAsync(bool disposeDbConnection) => base.ResetStateAsync(disposeDbConnection: true);
}
