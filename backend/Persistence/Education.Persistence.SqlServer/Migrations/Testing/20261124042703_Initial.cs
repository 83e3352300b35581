using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.SqlServer.Migrations.Testing
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "testing");

            migrationBuilder.CreateTable(
                name: "SchoolResults",
                schema: "testing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Graduates = table.Column<int>(type: "int", nullable: true),
                    Participants = table.Column<int>(type: "int", nullable: true),
                    MeanHundredths = table.Column<long>(type: "bigint", nullable: true),
                    MeanWithoutCreativeHundredths = table.Column<long>(type: "bigint", nullable: true),
                    PrintedParticipation = table.Column<decimal>(type: "decimal(7,2)", precision: 7, scale: 2, nullable: true),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ImportRow = table.Column<int>(type: "int", nullable: true),
                    TotalHundredths = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolResults", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SubjectResults",
                schema: "testing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    SubjectCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Group = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Participants = table.Column<int>(type: "int", nullable: true),
                    MeanHundredths = table.Column<long>(type: "bigint", nullable: false),
                    TotalHundredths = table.Column<long>(type: "bigint", nullable: true),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ImportRow = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubjectResults", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TerritoryResults",
                schema: "testing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    MeanHundredths = table.Column<long>(type: "bigint", nullable: true),
                    BelowThreshold = table.Column<int>(type: "int", nullable: true),
                    CreativeTakers = table.Column<int>(type: "int", nullable: true),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ImportRow = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TerritoryResults", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolResults_ImportId",
                schema: "testing",
                table: "SchoolResults",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_SchoolResults_InstitutionId_Year",
                schema: "testing",
                table: "SchoolResults",
                columns: new[] { "InstitutionId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolResults_Year_InstitutionId",
                schema: "testing",
                table: "SchoolResults",
                columns: new[] { "Year", "InstitutionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SubjectResults_ImportId",
                schema: "testing",
                table: "SubjectResults",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_SubjectResults_Year_TerritoryCode_SubjectCode_Group",
                schema: "testing",
                table: "SubjectResults",
                columns: new[] { "Year", "TerritoryCode", "SubjectCode", "Group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TerritoryResults_ImportId",
                schema: "testing",
                table: "TerritoryResults",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_TerritoryResults_Year_TerritoryCode",
                schema: "testing",
                table: "TerritoryResults",
                columns: new[] { "Year", "TerritoryCode" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SchoolResults",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "SubjectResults",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "TerritoryResults",
                schema: "testing");
        }
    }
}
