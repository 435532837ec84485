using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalentHub.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RicherBanks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Brief",
                table: "Questions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RehearsedAnswer",
                table: "Questions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StrongAnswer",
                table: "Questions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "WrittenAt",
                table: "Questions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WrittenBy",
                table: "Questions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Brief",
                table: "KitQuestions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RehearsedAnswer",
                table: "KitQuestions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StrongAnswer",
                table: "KitQuestions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DiffersFrom",
                table: "Competencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Practice",
                table: "Competencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WhyItMatters",
                table: "Competencies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EarlierWordings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Probes = table.Column<string>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Brief = table.Column<string>(type: "TEXT", nullable: false),
                    StrongAnswer = table.Column<string>(type: "TEXT", nullable: false),
                    RehearsedAnswer = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Anchors_Five = table.Column<string>(type: "TEXT", nullable: false),
                    Anchors_One = table.Column<string>(type: "TEXT", nullable: false),
                    Anchors_Three = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierWordings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarlierWordings_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EarlierWordings_QuestionId_Number",
                table: "EarlierWordings",
                columns: new[] { "QuestionId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EarlierWordings");

            migrationBuilder.DropColumn(
                name: "Brief",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "RehearsedAnswer",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "StrongAnswer",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "WrittenAt",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Questions");

            migrationBuilder.DropColumn(
                name: "Brief",
                table: "KitQuestions");

            migrationBuilder.DropColumn(
                name: "RehearsedAnswer",
                table: "KitQuestions");

            migrationBuilder.DropColumn(
                name: "StrongAnswer",
                table: "KitQuestions");

            migrationBuilder.DropColumn(
                name: "DiffersFrom",
                table: "Competencies");

            migrationBuilder.DropColumn(
                name: "Practice",
                table: "Competencies");

            migrationBuilder.DropColumn(
                name: "WhyItMatters",
                table: "Competencies");
        }
    }
}
