using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace TalentHub.Data;

/// <summary>
/// A context opens its SQLite connection at its first query and keeps it until it is done with: opening and closing cost
/// more than a small query. One thread at a time opens or closes, because the library's pool can take a connection that
/// is just being lent for one that nobody holds, and lend it to a second (dotnet/efcore issue 39008): two people would
/// then write in one transaction.
/// </summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    public static readonly SqliteConnections Instance = new();

    /// <summary>A busy writer is waited for, and an acknowledged commit is on the disk.</summary>
    private const string Settings = "PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;";

    private static readonly Lock Pool = new();

    /// <summary>Connections of the pool that know the settings: they are told once, not each time they are lent.</summary>
    private static readonly ConditionalWeakTable<sqlite3, object> Told = [];

    public static void Close(DbConnection connection)
    {
        lock (Pool) connection.Close();
    }

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        lock (Pool) connection.Open();
        if (eventData.Context is SqliteDb db) db.Kept = connection;
        Tell((SqliteConnection)connection);
        return InterceptionResult.Suppress();
    }

    /// <summary>SQLite opens a file, which knows no waiting that would let the thread go.</summary>
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(ConnectionOpening(connection, eventData, result));

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        if (eventData.Context is not SqliteDb) Close(connection);
        return InterceptionResult.Suppress();
    }

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(ConnectionClosing(connection, eventData, result));

    private static void Tell(SqliteConnection connection)
    {
        if (connection.Handle is not { } handle || Told.TryGetValue(handle, out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        Told.AddOrUpdate(handle, Settings);
    }
}
