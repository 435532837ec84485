using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace TalentHub.Data;

/// <summary>Lets the migration tool build the SQLite model without the program.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(DesignOptions.For<SqliteDb>(o => Engines.UseSqlite(o, "design.db")));
}

/// <summary>Lets the migration tool build the PostgreSQL model without the program.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(DesignOptions.For<PostgresDb>(o => Engines.UsePostgres(o, "Host=127.0.0.1")));
}

internal static class DesignOptions
{
    /// <summary>Identity reads its schema version from the program's services: version 3 has the tables passkeys need.</summary>
    public static DbContextOptions<T> For<T>(Action<DbContextOptionsBuilder> engine)
        where T : TalentHubDb
    {
        var builder = new DbContextOptionsBuilder<T>();
        engine(builder);
        var services = new ServiceCollection().Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();
        return builder.UseApplicationServiceProvider(services).Options;
    }
}
