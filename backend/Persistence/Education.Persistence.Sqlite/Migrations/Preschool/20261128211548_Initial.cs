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
                name: "preschool_AttendanceChildren",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SortNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Iin = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    EnrolledFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnrolledTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_AttendanceChildren", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_AttendanceSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_AttendanceSheets", x => x.Id);
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
                name: "preschool_MonthlyActs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: true),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmedDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_MonthlyActs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_OrderContracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Competition = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Lot = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: true),
                    Kindergartens = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Profile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TerminationReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
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
                    table.PrimaryKey("PK_preschool_OrderContracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_OrderTariffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Profile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Age = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Monthly = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    ParentFee = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_OrderTariffs", x => x.Id);
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
                name: "preschool_SignalDismissals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    IsTakenBack = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_SignalDismissals", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "preschool_AttendanceRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SheetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Days = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: false),
                    Absent = table.Column<int>(type: "INTEGER", nullable: false),
                    Documents = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_AttendanceRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_preschool_AttendanceRows_preschool_AttendanceSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "preschool_AttendanceSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "preschool_ActLines",
                columns: table => new
                {
                    ActId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    TariffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Monthly = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Children = table.Column<int>(type: "INTEGER", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_ActLines", x => new { x.ActId, x.Order });
                    table.ForeignKey(
                        name: "FK_preschool_ActLines_preschool_MonthlyActs_ActId",
                        column: x => x.ActId,
                        principalTable: "preschool_MonthlyActs",
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
                name: "IX_preschool_AttendanceChildren_ContractId_EnrolledFrom",
                table: "preschool_AttendanceChildren",
                columns: new[] { "ContractId", "EnrolledFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AttendanceChildren_GroupId_EnrolledFrom",
                table: "preschool_AttendanceChildren",
                columns: new[] { "GroupId", "EnrolledFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AttendanceChildren_Iin",
                table: "preschool_AttendanceChildren",
                column: "Iin");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AttendanceChildren_InstitutionId_Number_EnrolledFrom",
                table: "preschool_AttendanceChildren",
                columns: new[] { "InstitutionId", "Number", "EnrolledFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AttendanceRows_ContractId_Month",
                table: "preschool_AttendanceRows",
                columns: new[] { "ContractId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AttendanceRows_Month_ChildId",
                table: "preschool_AttendanceRows",
                columns: new[] { "Month", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AttendanceRows_SheetId_ChildId",
                table: "preschool_AttendanceRows",
                columns: new[] { "SheetId", "ChildId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AttendanceSheets_GroupId_Month",
                table: "preschool_AttendanceSheets",
                columns: new[] { "GroupId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AttendanceSheets_InstitutionId_Month",
                table: "preschool_AttendanceSheets",
                columns: new[] { "InstitutionId", "Month" });

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
                name: "IX_preschool_MonthlyActs_ContractId_Month_Revision",
                table: "preschool_MonthlyActs",
                columns: new[] { "ContractId", "Month", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_MonthlyActs_InstitutionId_Month",
                table: "preschool_MonthlyActs",
                columns: new[] { "InstitutionId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_MonthlyActs_Month_State",
                table: "preschool_MonthlyActs",
                columns: new[] { "Month", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_OrderContracts_InstitutionId_StartsOn",
                table: "preschool_OrderContracts",
                columns: new[] { "InstitutionId", "StartsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_OrderContracts_StartsOn_LastDay",
                table: "preschool_OrderContracts",
                columns: new[] { "StartsOn", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_OrderTariffs_TerritoryCode_ValidFrom",
                table: "preschool_OrderTariffs",
                columns: new[] { "TerritoryCode", "ValidFrom" });

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

            migrationBuilder.CreateIndex(
                name: "IX_preschool_SignalDismissals_InstitutionId",
                table: "preschool_SignalDismissals",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_SignalDismissals_Kind_SubjectId_Month",
                table: "preschool_SignalDismissals",
                columns: new[] { "Kind", "SubjectId", "Month" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "preschool_ActLines");

            migrationBuilder.DropTable(
                name: "preschool_ApplicationWishes");

            migrationBuilder.DropTable(
                name: "preschool_AttendanceChildren");

            migrationBuilder.DropTable(
                name: "preschool_AttendanceRows");

            migrationBuilder.DropTable(
                name: "preschool_Groups");

            migrationBuilder.DropTable(
                name: "preschool_OrderContracts");

            migrationBuilder.DropTable(
                name: "preschool_OrderTariffs");

            migrationBuilder.DropTable(
                name: "preschool_QueueEvents");

            migrationBuilder.DropTable(
                name: "preschool_QueueHeads");

            migrationBuilder.DropTable(
                name: "preschool_QueueRules");

            migrationBuilder.DropTable(
                name: "preschool_SignalDismissals");

            migrationBuilder.DropTable(
                name: "preschool_MonthlyActs");

            migrationBuilder.DropTable(
                name: "preschool_Applications");

            migrationBuilder.DropTable(
                name: "preschool_AttendanceSheets");
        }
    }
}
