using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TalentHub.Data.Migrations.Postgres;

/// <summary>Candidate search index and audit guards.</summary>
[DbContext(typeof(PostgresDb))]
[Migration("20261121000001_SearchAndGuards")]
public sealed class SearchAndGuards : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SearchSql.Postgres);
}
