using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentHub.Data;

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

    /// <summary>Migrated once in this run, then copied: a database a test, without a migration a test.</summary>
    private static readonly Lazy<string> Template = new(() => IsPostgres ? PostgresTemplate() : SqliteTemplate());

    /// <summary>A new database with the schema and nothing in it; the settings that point the program at it.</summary>
    public static Dictionary<string, string> Create(string directory)
    {
        if (!IsPostgres)
        {
            File.Copy(Template.Value, Path.Combine(directory, "talenthub.db"));
            return [];
        }
        var name = $"th_{Guid.NewGuid():N}";
        lock (Template) Execute($"CREATE DATABASE {name} TEMPLATE {Template.Value}");
        return new() { ["Database:Postgres"] = ConnectionTo(name) };
    }

    private static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 30 }.ConnectionString;

    private static string SqliteTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("talenthub-template-").FullName, "talenthub.db");
        using (var db = new SqliteDb((DbContextOptions<SqliteDb>)Engines.UseSqlite(WithIdentity(new DbContextOptionsBuilder<SqliteDb>()), file).Options))
        {
            db.Database.Migrate();
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        SqliteConnection.ClearAllPools();
        return file;
    }

    private static string PostgresTemplate()
    {
        var name = $"th_template_{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name}");
        using (var db = new PostgresDb((DbContextOptions<PostgresDb>)Engines.UsePostgres(WithIdentity(new DbContextOptionsBuilder<PostgresDb>()), ConnectionTo(name)).Options))
            db.Database.Migrate();
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static TBuilder WithIdentity<TBuilder>(TBuilder builder)
        where TBuilder : DbContextOptionsBuilder
    {
        builder.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider());
        return builder;
    }

    /// <summary>Removes the database again.</summary>
    public static void Drop(Dictionary<string, string> settings)
    {
        if (!settings.TryGetValue("Database:Postgres", out var connection)) return;
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
