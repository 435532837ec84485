using Microsoft.Data.Sqlite;
using Npgsql;

namespace TalentHub.SliceTests.Setup;

/// <summary>
/// Which database the suite runs on: PostgreSQL when TALENTHUB_TEST_ENGINE says "postgres" (TALENTHUB_TEST_POSTGRES then
/// names the server), SQLite otherwise. test.sh runs the suite once on each.
/// </summary>
public static class TestEngine
{
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("TALENTHUB_TEST_ENGINE") == "postgres";

    private static string Server => Environment.GetEnvironmentVariable("TALENTHUB_TEST_POSTGRES")
        ?? throw new InvalidOperationException("TALENTHUB_TEST_ENGINE is postgres, so TALENTHUB_TEST_POSTGRES must name a server. ./test.sh sets both.");

    /// <summary>A new, empty database; the settings that point the program at it.</summary>
    public static Dictionary<string, string> Create(string directory)
    {
        if (!IsPostgres) return [];
        var name = $"th_{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name}");
        return new() { ["Database:Postgres"] = new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ConnectionString };
    }

    /// <summary>Removes the database again.</summary>
    public static void Drop(Dictionary<string, string> settings)
    {
        if (!settings.TryGetValue("Database:Postgres", out var connection)) { SqliteConnection.ClearAllPools(); return; }
        NpgsqlConnection.ClearAllPools();
        Execute($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
