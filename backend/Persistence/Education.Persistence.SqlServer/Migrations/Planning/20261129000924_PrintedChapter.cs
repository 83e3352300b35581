using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.SqlServer.Migrations.Planning
{
    /// <inheritdoc />
    public partial class PrintedChapter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Chapter",
                schema: "planning",
                table: "PrintedStatements",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Chapter",
                schema: "planning",
                table: "PrintedStatements");
        }
    }
}
