using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
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
    private const string SqliteFile = "talenthub.db";
    private const string KeyFile = "audit.key";

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("TALENTHUB_TEST_ENGINE") == "postgres";

    private static string Server => Environment.GetEnvironmentVariable("TALENTHUB_TEST_POSTGRES")
        ?? throw new InvalidOperationException("TALENTHUB_TEST_ENGINE is postgres, so TALENTHUB_TEST_POSTGRES must name a server. ./test.sh sets both.");

    private static readonly ConcurrentBag<Snapshot> Kept = [];
    private static readonly Lock Copying = new();

    /// <summary>Migrated once in this run, then copied: a database a test, without a migration a test.</summary>
    private static readonly Lazy<Snapshot> Template = new(() => Keep(IsPostgres ? PostgresTemplate() : SqliteTemplate()));

    /// <summary>The schema and nothing in it.</summary>
    public static Snapshot Migrated => Template.Value;

    /// <summary>A new database that holds what the snapshot does; the settings that point the program at it.</summary>
    public static Dictionary<string, string> Create(string directory, Snapshot begins)
    {
        Dictionary<string, string> settings = IsPostgres ? new() { ["Database:Postgres"] = ConnectionTo($"th_{Guid.NewGuid():N}") } : [];
        Fill(directory, settings, begins);
        return settings;
    }

    /// <summary>Puts what the snapshot holds where the settings point. Nobody may be using it; on PostgreSQL nobody may be connected, and nothing may be there.</summary>
    public static void Fill(string directory, Dictionary<string, string> settings, Snapshot with)
    {
        File.Copy(Path.Combine(with.Directory, KeyFile), Path.Combine(directory, KeyFile), overwrite: true);
        if (DatabaseOf(settings) is { } name)
        {
            Copy(with.Database!, name);
            return;
        }
        CopyFile(with.Directory, directory);
    }

    /// <summary>Copies a database aside. Nobody may be connected to it.</summary>
    public static Snapshot Keep(string directory, Dictionary<string, string> settings)
    {
        var aside = Directory.CreateTempSubdirectory("talenthub-template-").FullName;
        File.Copy(Path.Combine(directory, KeyFile), Path.Combine(aside, KeyFile));
        if (DatabaseOf(settings) is not { } name)
        {
            CopyFile(directory, aside);
            return Keep(new Snapshot(aside, null));
        }
        var copy = $"th_template_{Guid.NewGuid():N}";
        Copy(name, copy);
        return Keep(new Snapshot(aside, copy));
    }

    /// <summary>The database layer alone, on a SQLite file of that directory.</summary>
    public static ServiceProvider SqliteServices(DirectoryInfo directory)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddTalentHubDb(new ConfigurationBuilder().Build(), directory.FullName);
        return services.BuildServiceProvider();
    }

    private static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 30 }.ConnectionString;

    private static Snapshot SqliteTemplate()
    {
        var directory = WithKey();
        using (var db = new SqliteDb((DbContextOptions<SqliteDb>)Engines.UseSqlite(WithIdentity(new DbContextOptionsBuilder<SqliteDb>()), Path.Combine(directory, SqliteFile)).Options))
            db.Database.Migrate();
        return new(directory, null);
    }

    private static Snapshot PostgresTemplate()
    {
        var name = $"th_template_{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name}");
        using (var db = new PostgresDb((DbContextOptions<PostgresDb>)Engines.UsePostgres(WithIdentity(new DbContextOptionsBuilder<PostgresDb>()), ConnectionTo(name)).Options))
            db.Database.Migrate();
        NpgsqlConnection.ClearAllPools();
        return new(WithKey(), name);
    }

    /// <summary>One audit key for the run: rows of a snapshot fit wherever it is copied to.</summary>
    private static string WithKey()
    {
        var directory = Directory.CreateTempSubdirectory("talenthub-template-").FullName;
        File.WriteAllText(Path.Combine(directory, KeyFile), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return directory;
    }

    private static Snapshot Keep(Snapshot snapshot)
    {
        Kept.Add(snapshot);
        return snapshot;
    }

    private static TBuilder WithIdentity<TBuilder>(TBuilder builder)
        where TBuilder : DbContextOptionsBuilder
    {
        builder.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider());
        return builder;
    }

    /// <summary>Removes a database of PostgreSQL again; a file of SQLite goes with its directory.</summary>
    public static void Drop(Dictionary<string, string> settings)
    {
        if (DatabaseOf(settings) is { } name) Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Removes every snapshot, at the end of the run.</summary>
    public static void Close()
    {
        foreach (var snapshot in Kept)
        {
            if (snapshot.Database is { } name) Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            Directory.Delete(snapshot.Directory, recursive: true);
        }
    }

    private static string? DatabaseOf(Dictionary<string, string> settings) =>
        settings.TryGetValue("Database:Postgres", out var connection) ? new NpgsqlConnectionStringBuilder(connection).Database : null;

    /// <summary>Page by page into the file that is there: contexts that wait for the next request keep it open.</summary>
    private static void CopyFile(string from, string to)
    {
        using var source = OpenFile(from);
        using var target = OpenFile(to);
        source.BackupDatabase(target);
    }

    private static SqliteConnection OpenFile(string directory)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(directory, SqliteFile)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=OFF";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>PostgreSQL copies a database for one at a time.</summary>
    private static void Copy(string from, string to)
    {
        lock (Copying) Execute($"CREATE DATABASE {to} TEMPLATE {from}");
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}

/// <summary>A database at rest that others are copied from.</summary>
/// <param name="Directory">Its key of the audit chain, and on SQLite the database itself.</param>
/// <param name="Database">Its name on PostgreSQL.</param>
public sealed record Snapshot(string Directory, string? Database);
