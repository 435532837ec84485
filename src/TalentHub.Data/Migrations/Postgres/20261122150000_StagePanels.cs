using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalentHub.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StagePanels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PanelSize",
                table: "Stages",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Pool",
                table: "Stages",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            // The biggest panel an interview stage has had so far is what was meant; nobody interviews at the other kinds.
            migrationBuilder.Sql("""
                UPDATE "Stages" SET "PanelSize" = LEAST(8, GREATEST(1, COALESCE((
                    SELECT MAX(seats."Taken") FROM (
                        SELECT COUNT(*) AS "Taken" FROM "Scorecards" AS card JOIN "Interviews" AS meeting ON meeting."Id" = card."InterviewId"
                        WHERE meeting."StageId" = "Stages"."Id" AND card."WaivedAt" IS NULL GROUP BY meeting."Id") AS seats), 1)))
                WHERE "Kind" IN (0, 1, 2, 3);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PanelSize",
                table: "Stages");

            migrationBuilder.DropColumn(
                name: "Pool",
                table: "Stages");
        }
    }
}
