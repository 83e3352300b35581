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
                name: "preschool_AgeGroups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MinAge = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxAge = table.Column<int>(type: "INTEGER", nullable: false),
                    IsNursery = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<int>(type: "INTEGER", nullable: true),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NameKk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_AgeGroups", x => x.Id);
                });

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
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BirthYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Profile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Children = table.Column<int>(type: "INTEGER", nullable: false),
                    Held = table.Column<int>(type: "INTEGER", nullable: false),
                    Open = table.Column<int>(type: "INTEGER", nullable: false),
                    AreaM2 = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    PlannedChildren = table.Column<int>(type: "INTEGER", nullable: true),
                    ConfirmedChildren = table.Column<int>(type: "INTEGER", nullable: true),
                    ActualChildren = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                name: "preschool_KindergartenProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DesignCapacity = table.Column<int>(type: "INTEGER", nullable: true),
                    AreaM2 = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    AgeFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    AgeTo = table.Column<int>(type: "INTEGER", nullable: true),
                    Languages = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    Regime = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HoursPerDay = table.Column<decimal>(type: "TEXT", precision: 4, scale: 2, nullable: true),
                    Specialisation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subordination = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Pedagogues = table.Column<int>(type: "INTEGER", nullable: true),
                    PedagoguesOfSpeciality = table.Column<int>(type: "INTEGER", nullable: true),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_KindergartenProfiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_NetworkChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SortName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SearchName = table.Column<string>(type: "TEXT", maxLength: 900, nullable: false),
                    InstitutionKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PlannedYear = table.Column<int>(type: "INTEGER", nullable: true),
                    PlannedMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    PlannedPlaces = table.Column<int>(type: "INTEGER", nullable: true),
                    ActualYear = table.Column<int>(type: "INTEGER", nullable: true),
                    ActualMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    ActualPlaces = table.Column<int>(type: "INTEGER", nullable: true),
                    NewName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ResolutionNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ResolutionDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
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
                    table.PrimaryKey("PK_preschool_NetworkChanges", x => x.Id);
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
                name: "IX_preschool_AgeGroups_Code_ValidFrom",
                table: "preschool_AgeGroups",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

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
                name: "IX_preschool_Groups_AcademicYear_BirthYear",
                table: "preschool_Groups",
                columns: new[] { "AcademicYear", "BirthYear" });

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
                name: "IX_preschool_Groups_LineId_IsCurrent",
                table: "preschool_Groups",
                columns: new[] { "LineId", "IsCurrent" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Groups_Open",
                table: "preschool_Groups",
                column: "Open");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_KindergartenProfiles_InstitutionId",
                table: "preschool_KindergartenProfiles",
                column: "InstitutionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_NetworkChanges_InstitutionId",
                table: "preschool_NetworkChanges",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_NetworkChanges_TerritoryCode_Kind_ActualYear",
                table: "preschool_NetworkChanges",
                columns: new[] { "TerritoryCode", "Kind", "ActualYear" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_NetworkChanges_TerritoryCode_Kind_PlannedYear",
                table: "preschool_NetworkChanges",
                columns: new[] { "TerritoryCode", "Kind", "PlannedYear" });

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
                name: "preschool_AgeGroups");

            migrationBuilder.DropTable(
                name: "preschool_ApplicationWishes");

            migrationBuilder.DropTable(
                name: "preschool_Groups");

            migrationBuilder.DropTable(
                name: "preschool_KindergartenProfiles");

            migrationBuilder.DropTable(
                name: "preschool_NetworkChanges");

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
