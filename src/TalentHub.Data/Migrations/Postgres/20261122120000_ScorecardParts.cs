using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalentHub.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ScorecardParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "GeneralEvidence",
                table: "Scorecards",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RedFlags",
                table: "Scorecards",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateTime>(
                name: "ReopenedAt",
                table: "Scorecards",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NotObservedBecause",
                table: "Ratings",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ScorecardReopenings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ScorecardId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpeningId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    OthersOpen = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScorecardReopenings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScorecardReopenings_Accounts_By",
                        column: x => x.By,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScorecardReopenings_Scorecards_ScorecardId",
                        column: x => x.ScorecardId,
                        principalTable: "Scorecards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardReopenings_By",
                table: "ScorecardReopenings",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardReopenings_ScorecardId_At",
                table: "ScorecardReopenings",
                columns: new[] { "ScorecardId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ScorecardReopenings");

            migrationBuilder.DropColumn(
                name: "GeneralEvidence",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "RedFlags",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "ReopenedAt",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "NotObservedBecause",
                table: "Ratings");
        }
    }
}
