using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.SqlServer.Migrations.Preschool
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "preschool");

            migrationBuilder.CreateTable(
                name: "Applications",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    BirthYear = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Profile = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Pool = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    BornOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StateUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Groups",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AcademicYear = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    BirthYear = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Profile = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Places = table.Column<int>(type: "int", nullable: false),
                    Children = table.Column<int>(type: "int", nullable: false),
                    Held = table.Column<int>(type: "int", nullable: false),
                    Open = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QueueEvents",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Pool = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QueueEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QueueHeads",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QueueHeads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QueueRules",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Canonical = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QueueRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationWishes",
                schema: "preschool",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationWishes", x => new { x.ApplicationId, x.InstitutionId });
                    table.ForeignKey(
                        name: "FK_ApplicationWishes_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "preschool",
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Number",
                schema: "preschool",
                table: "Applications",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Pool_State_Rank_AppliedAt",
                schema: "preschool",
                table: "Applications",
                columns: new[] { "Pool", "State", "Rank", "AppliedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_State_StateUntil",
                schema: "preschool",
                table: "Applications",
                columns: new[] { "State", "StateUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_TerritoryCode_State_Rank_AppliedAt",
                schema: "preschool",
                table: "Applications",
                columns: new[] { "TerritoryCode", "State", "Rank", "AppliedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationWishes_InstitutionId",
                schema: "preschool",
                table: "ApplicationWishes",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_BirthYear_Language_Profile_Open",
                schema: "preschool",
                table: "Groups",
                columns: new[] { "BirthYear", "Language", "Profile", "Open" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_InstitutionId_AcademicYear_Name",
                schema: "preschool",
                table: "Groups",
                columns: new[] { "InstitutionId", "AcademicYear", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QueueEvents_ApplicationId_Sequence",
                schema: "preschool",
                table: "QueueEvents",
                columns: new[] { "ApplicationId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_QueueEvents_TerritoryCode_Sequence",
                schema: "preschool",
                table: "QueueEvents",
                columns: new[] { "TerritoryCode", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QueueHeads_TerritoryCode",
                schema: "preschool",
                table: "QueueHeads",
                column: "TerritoryCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QueueRules_Code",
                schema: "preschool",
                table: "QueueRules",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApplicationWishes",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "Groups",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "QueueEvents",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "QueueHeads",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "QueueRules",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "Applications",
                schema: "preschool");
        }
    }
}
