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
                name: "ParticipantResults",
                schema: "testing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Session = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Iin = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsCreative = table.Column<bool>(type: "bit", nullable: false),
                    Reading = table.Column<int>(type: "int", nullable: false),
                    MathLiteracy = table.Column<int>(type: "int", nullable: true),
                    History = table.Column<int>(type: "int", nullable: false),
                    Profile1 = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Profile1Score = table.Column<int>(type: "int", nullable: true),
                    Profile2 = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Profile2Score = table.Column<int>(type: "int", nullable: true),
                    Total = table.Column<int>(type: "int", nullable: false),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportRow = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParticipantResults", x => x.Id);
                });

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
                    BelowThreshold = table.Column<int>(type: "int", nullable: true),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
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
                name: "Sessions",
                schema: "testing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
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
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
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

            migrationBuilder.CreateTable(
                name: "SessionPoints",
                schema: "testing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SessionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionPoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionPoints_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalSchema: "testing",
                        principalTable: "Sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ParticipantResults_ImportId",
                schema: "testing",
                table: "ParticipantResults",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_ParticipantResults_InstitutionId_Year_Session",
                schema: "testing",
                table: "ParticipantResults",
                columns: new[] { "InstitutionId", "Year", "Session" });

            migrationBuilder.CreateIndex(
                name: "IX_ParticipantResults_Year_Session_Iin",
                schema: "testing",
                table: "ParticipantResults",
                columns: new[] { "Year", "Session", "Iin" },
                unique: true);

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
                name: "IX_SessionPoints_SessionId_TerritoryCode",
                schema: "testing",
                table: "SessionPoints",
                columns: new[] { "SessionId", "TerritoryCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Year_Kind",
                schema: "testing",
                table: "Sessions",
                columns: new[] { "Year", "Kind" },
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
                name: "ParticipantResults",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "SchoolResults",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "SessionPoints",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "SubjectResults",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "TerritoryResults",
                schema: "testing");

            migrationBuilder.DropTable(
                name: "Sessions",
                schema: "testing");
        }
    }
}
