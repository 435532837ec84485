using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalentHub.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReachIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Candidates_EmployeeId",
                table: "Candidates");

            migrationBuilder.CreateIndex(
                name: "IX_Openings_Confidential",
                table: "Openings",
                column: "Confidential",
                filter: "\"Confidential\"");

            migrationBuilder.CreateIndex(
                name: "IX_Candidates_EmployeeId",
                table: "Candidates",
                column: "EmployeeId",
                filter: "\"EmployeeId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Openings_Confidential",
                table: "Openings");

            migrationBuilder.DropIndex(
                name: "IX_Candidates_EmployeeId",
                table: "Candidates");

            migrationBuilder.CreateIndex(
                name: "IX_Candidates_EmployeeId",
                table: "Candidates",
                column: "EmployeeId");
        }
    }
}
