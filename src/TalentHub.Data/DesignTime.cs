using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TalentHub.Data;

/// <summary>Lets the migration tool build the SQLite model without the program.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new((DbContextOptions<SqliteDb>)Engines.UseSqlite(new DbContextOptionsBuilder<SqliteDb>(), "design.db").Options);
}

/// <summary>Lets the migration tool build the PostgreSQL model without the program.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new((DbContextOptions<PostgresDb>)Engines.UsePostgres(new DbContextOptionsBuilder<PostgresDb>(), "Host=127.0.0.1").Options);
}
