using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.Sqlite.Migrations.Preschool
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "preschool_Applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    BirthYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Profile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Pool = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    BornOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StateUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_Applications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_Groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcademicYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BirthYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Profile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Children = table.Column<int>(type: "INTEGER", nullable: false),
                    Held = table.Column<int>(type: "INTEGER", nullable: false),
                    Open = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_Groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_QueueEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Pool = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_QueueEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_QueueHeads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_QueueHeads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_QueueRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Canonical = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_QueueRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_ApplicationWishes",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_ApplicationWishes", x => new { x.ApplicationId, x.InstitutionId });
                    table.ForeignKey(
                        name: "FK_preschool_ApplicationWishes_preschool_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "preschool_Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Applications_Number",
                table: "preschool_Applications",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Applications_Pool_State_Rank_AppliedAt",
                table: "preschool_Applications",
                columns: new[] { "Pool", "State", "Rank", "AppliedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Applications_State_StateUntil",
                table: "preschool_Applications",
                columns: new[] { "State", "StateUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Applications_TerritoryCode_State_Rank_AppliedAt",
                table: "preschool_Applications",
                columns: new[] { "TerritoryCode", "State", "Rank", "AppliedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_ApplicationWishes_InstitutionId",
                table: "preschool_ApplicationWishes",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Groups_BirthYear_Language_Profile_Open",
                table: "preschool_Groups",
                columns: new[] { "BirthYear", "Language", "Profile", "Open" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Groups_InstitutionId_AcademicYear_Name",
                table: "preschool_Groups",
                columns: new[] { "InstitutionId", "AcademicYear", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_QueueEvents_ApplicationId_Sequence",
                table: "preschool_QueueEvents",
                columns: new[] { "ApplicationId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_QueueEvents_TerritoryCode_Sequence",
                table: "preschool_QueueEvents",
                columns: new[] { "TerritoryCode", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_QueueHeads_TerritoryCode",
                table: "preschool_QueueHeads",
                column: "TerritoryCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_QueueRules_Code",
                table: "preschool_QueueRules",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "preschool_ApplicationWishes");

            migrationBuilder.DropTable(
                name: "preschool_Groups");

            migrationBuilder.DropTable(
                name: "preschool_QueueEvents");

            migrationBuilder.DropTable(
                name: "preschool_QueueHeads");

            migrationBuilder.DropTable(
                name: "preschool_QueueRules");

            migrationBuilder.DropTable(
                name: "preschool_Applications");
        }
    }
}
