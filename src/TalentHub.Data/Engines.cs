using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Auditing;

namespace TalentHub.Data;

/// <summary>SQLite: the default. One file, one process, write-ahead log.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : TalentHubDb(options)
{
    /// <inheritdoc/>
    public override IQueryable<Guid> CandidatesMatching(string words)
    {
        var match = string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 3).Select(w => $"\"{w.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        return Database.SqlQuery<Guid>($"SELECT k.id AS Value FROM candidate_search s JOIN candidate_search_keys k ON k.key = s.rowid WHERE candidate_search MATCH {match}");
    }

    /// <inheritdoc/>
    public override Task LockAuditChain(CancellationToken ct) => Task.CompletedTask;

    /// <summary>A command's transaction is the only one that writes.</summary>
    public override Task HoldScorecard(Guid interviewId, Guid authorId, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Writers of this process queue in order of arrival; SQLite's own waiting holds a thread and knows no order.</summary>
    public override Task<IDbContextTransaction> BeginWrite(CancellationToken ct) => WriteGate.Begin(Database, ct);
}

/// <summary>PostgreSQL: for several nodes on one database.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : TalentHubDb(options)
{
    private const int AuditLock = 7_261_001;

    /// <inheritdoc/>
    public override IQueryable<Guid> CandidatesMatching(string words)
    {
        IQueryable<Guid>? all = null;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 3))
        {
            var like = "%" + word.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            var ids = Database.SqlQuery<Guid>($"SELECT \"Id\" AS \"Value\" FROM \"Candidates\" WHERE search_text LIKE {like}");
            all = all is null ? ids : all.Where(id => ids.Contains(id));
        }
        return all ?? Candidates.Where(c => false).Select(c => c.Id);
    }

    /// <inheritdoc/>
    public override Task LockAuditChain(CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AuditLock})", ct);

    /// <summary>An update that changes nothing takes the row.</summary>
    public override Task HoldScorecard(Guid interviewId, Guid authorId, CancellationToken ct) => Scorecards
        .Where(s => s.InterviewId == interviewId && s.AuthorId == authorId).ExecuteUpdateAsync(s => s.SetProperty(c => c.Sequence, c => c.Sequence), ct);
}

/// <summary>Which engine, from the settings.</summary>
public static class Engines
{
    /// <summary>Connections to SQLite that wait for the next request, each with up to 16 MB of what it has read.</summary>
    private const int IdleConnections = 32;

    /// <summary>
    /// Registers <see cref="TalentHubDb"/>: PostgreSQL when <c>Database:Postgres</c> holds a connection string,
    /// otherwise SQLite in the file <c>talenthub.db</c> of the data directory.
    /// </summary>
    public static void AddTalentHubDb(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddSingleton(new AuditKey(configuration["Audit:Key"], dataDirectory));
        services.AddSingleton<AuditInterceptor>();
        if (configuration["Database:Postgres"] is { Length: > 0 } postgres)
        {
            services.AddDbContextPool<PostgresDb>((s, o) => UsePostgres(o, postgres).AddInterceptors(s.GetRequiredService<AuditInterceptor>()));
            services.AddScoped<TalentHubDb>(s => s.GetRequiredService<PostgresDb>());
            return;
        }
        services.AddSingleton(_ => new SqliteConnections(IdleConnections));
        services.AddDbContextPool<SqliteDb>((s, o) => UseSqlite(o, Path.Combine(dataDirectory, "talenthub.db"), s.GetRequiredService<SqliteConnections>()).AddInterceptors(s.GetRequiredService<AuditInterceptor>()));
        services.AddScoped<TalentHubDb>(s => s.GetRequiredService<SqliteDb>());
    }

    // A list is one parameter, whatever its length: the statement stays the same and is not written anew each time.

    /// <summary>Points the options at a SQLite file.</summary>
    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string file) => UseSqlite(options, file, new(most: 0));

    /// <summary>Points the options at a PostgreSQL database.</summary>
    public static DbContextOptionsBuilder UsePostgres(DbContextOptionsBuilder options, string connection) => Quiet(options)
        .UseNpgsql(connection, o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));

    private static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string file, SqliteConnections connections) => LentSqliteConnection.Use(Quiet(options), connections)
        .UseSqlite($"Data Source={file};Foreign Keys=True;Default Timeout=10;Pooling=False", o => o.CommandTimeout(10).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(SqliteStatements.Instance);

    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder options) => options
        .EnableSensitiveDataLogging(false)
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
}
