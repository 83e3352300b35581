using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.Sqlite.Migrations.Planning
{
    /// <inheritdoc />
    public partial class PrintedChapter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Chapter",
                table: "planning_PrintedStatements",
                type: "TEXT",
                maxLength: 40,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Chapter",
                table: "planning_PrintedStatements");
        }
    }
}
