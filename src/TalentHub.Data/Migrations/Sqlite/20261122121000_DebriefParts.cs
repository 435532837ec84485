using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalentHub.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DebriefParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NextStep",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NextStepOn",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NextStepOwner",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "On",
                table: "Decisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "ProposalId",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenBackAt",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenBackBecause",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TakenBackBy",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Trace",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            // Making a column optional would build the table anew outside the transaction, and a start killed in the middle could not go on.
            migrationBuilder.Sql("ALTER TABLE \"Debriefs\" ADD \"Opener\" TEXT NULL;");
            migrationBuilder.Sql("UPDATE \"Debriefs\" SET \"Opener\" = \"OpenedBy\";");
            migrationBuilder.Sql("ALTER TABLE \"Debriefs\" DROP COLUMN \"OpenedBy\";");
            migrationBuilder.Sql("ALTER TABLE \"Debriefs\" RENAME COLUMN \"Opener\" TO \"OpenedBy\";");

            migrationBuilder.CreateTable(
                name: "Proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpeningId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<string>(type: "TEXT", nullable: false),
                    NextStep = table.Column<string>(type: "TEXT", nullable: true),
                    NextStepOwner = table.Column<Guid>(type: "TEXT", nullable: true),
                    NextStepOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Proposals_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Votes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpeningId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stand = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Votes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Votes_Proposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "Proposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_ApplicationId",
                table: "Proposals",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Votes_ProposalId_AccountId",
                table: "Votes",
                columns: new[] { "ProposalId", "AccountId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Votes");

            migrationBuilder.DropTable(
                name: "Proposals");

            migrationBuilder.DropColumn(
                name: "NextStep",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "NextStepOn",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "NextStepOwner",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "On",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "ProposalId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "TakenBackAt",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "TakenBackBecause",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "TakenBackBy",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Trace",
                table: "Decisions");

            migrationBuilder.AlterColumn<Guid>(
                name: "OpenedBy",
                table: "Debriefs",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
