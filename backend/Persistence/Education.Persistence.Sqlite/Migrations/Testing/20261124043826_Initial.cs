using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.Sqlite.Migrations.Testing
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "testing_ParticipantResults",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Session = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Iin = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsCreative = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reading = table.Column<int>(type: "INTEGER", nullable: false),
                    MathLiteracy = table.Column<int>(type: "INTEGER", nullable: true),
                    History = table.Column<int>(type: "INTEGER", nullable: false),
                    Profile1 = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Profile1Score = table.Column<int>(type: "INTEGER", nullable: true),
                    Profile2 = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Profile2Score = table.Column<int>(type: "INTEGER", nullable: true),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportRow = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_testing_ParticipantResults", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "testing_SchoolResults",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Graduates = table.Column<int>(type: "INTEGER", nullable: true),
                    Participants = table.Column<int>(type: "INTEGER", nullable: true),
                    MeanHundredths = table.Column<long>(type: "INTEGER", nullable: true),
                    MeanWithoutCreativeHundredths = table.Column<long>(type: "INTEGER", nullable: true),
                    PrintedParticipation = table.Column<decimal>(type: "TEXT", precision: 7, scale: 2, nullable: true),
                    BelowThreshold = table.Column<int>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ImportRow = table.Column<int>(type: "INTEGER", nullable: true),
                    TotalHundredths = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_testing_SchoolResults", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "testing_Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_testing_Sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "testing_SubjectResults",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Participants = table.Column<int>(type: "INTEGER", nullable: true),
                    MeanHundredths = table.Column<long>(type: "INTEGER", nullable: false),
                    TotalHundredths = table.Column<long>(type: "INTEGER", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ImportRow = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_testing_SubjectResults", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "testing_TerritoryResults",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    MeanHundredths = table.Column<long>(type: "INTEGER", nullable: true),
                    BelowThreshold = table.Column<int>(type: "INTEGER", nullable: true),
                    CreativeTakers = table.Column<int>(type: "INTEGER", nullable: true),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ImportRow = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_testing_TerritoryResults", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "testing_SessionPoints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_testing_SessionPoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_testing_SessionPoints_testing_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "testing_Sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_testing_ParticipantResults_ImportId",
                table: "testing_ParticipantResults",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_testing_ParticipantResults_InstitutionId_Year_Session",
                table: "testing_ParticipantResults",
                columns: new[] { "InstitutionId", "Year", "Session" });

            migrationBuilder.CreateIndex(
                name: "IX_testing_ParticipantResults_Year_Session_Iin",
                table: "testing_ParticipantResults",
                columns: new[] { "Year", "Session", "Iin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_testing_SchoolResults_ImportId",
                table: "testing_SchoolResults",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_testing_SchoolResults_InstitutionId_Year",
                table: "testing_SchoolResults",
                columns: new[] { "InstitutionId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_testing_SchoolResults_Year_InstitutionId",
                table: "testing_SchoolResults",
                columns: new[] { "Year", "InstitutionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_testing_SessionPoints_SessionId_TerritoryCode",
                table: "testing_SessionPoints",
                columns: new[] { "SessionId", "TerritoryCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_testing_Sessions_Year_Kind",
                table: "testing_Sessions",
                columns: new[] { "Year", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_testing_SubjectResults_ImportId",
                table: "testing_SubjectResults",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_testing_SubjectResults_Year_TerritoryCode_SubjectCode_Group",
                table: "testing_SubjectResults",
                columns: new[] { "Year", "TerritoryCode", "SubjectCode", "Group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_testing_TerritoryResults_ImportId",
                table: "testing_TerritoryResults",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_testing_TerritoryResults_Year_TerritoryCode",
                table: "testing_TerritoryResults",
                columns: new[] { "Year", "TerritoryCode" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "testing_ParticipantResults");

            migrationBuilder.DropTable(
                name: "testing_SchoolResults");

            migrationBuilder.DropTable(
                name: "testing_SessionPoints");

            migrationBuilder.DropTable(
                name: "testing_SubjectResults");

            migrationBuilder.DropTable(
                name: "testing_TerritoryResults");

            migrationBuilder.DropTable(
                name: "testing_Sessions");
        }
    }
}
