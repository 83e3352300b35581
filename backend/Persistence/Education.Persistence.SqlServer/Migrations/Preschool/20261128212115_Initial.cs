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
                name: "AttendanceChildren",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GroupId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    SortNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Iin = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    EnrolledFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    EnrolledTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceChildren", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AttendanceSheets",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GroupId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    IsClosed = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceSheets", x => x.Id);
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
                name: "MonthlyActs",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Places = table.Column<int>(type: "int", nullable: true),
                    WorkingDays = table.Column<int>(type: "int", nullable: false),
                    ConfirmedDays = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonthlyActs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OrderContracts",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Competition = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Lot = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Places = table.Column<int>(type: "int", nullable: true),
                    Kindergartens = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Hours = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Profile = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TerminationReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
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
                    table.PrimaryKey("PK_OrderContracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OrderTariffs",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Place = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Hours = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Profile = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Age = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Monthly = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    ParentFee = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    LegalAct = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderTariffs", x => x.Id);
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
                name: "SignalDismissals",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    IsTakenBack = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignalDismissals", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "AttendanceRows",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SheetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GroupId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false),
                    Present = table.Column<int>(type: "int", nullable: false),
                    Absent = table.Column<int>(type: "int", nullable: false),
                    Documents = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttendanceRows_AttendanceSheets_SheetId",
                        column: x => x.SheetId,
                        principalSchema: "preschool",
                        principalTable: "AttendanceSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ActLines",
                schema: "preschool",
                columns: table => new
                {
                    ActId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    GroupId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GroupName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    TariffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Monthly = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    LegalAct = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Children = table.Column<int>(type: "int", nullable: false),
                    Days = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActLines", x => new { x.ActId, x.Order });
                    table.ForeignKey(
                        name: "FK_ActLines_MonthlyActs_ActId",
                        column: x => x.ActId,
                        principalSchema: "preschool",
                        principalTable: "MonthlyActs",
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
                name: "IX_AttendanceChildren_ContractId_EnrolledFrom",
                schema: "preschool",
                table: "AttendanceChildren",
                columns: new[] { "ContractId", "EnrolledFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceChildren_GroupId_EnrolledFrom",
                schema: "preschool",
                table: "AttendanceChildren",
                columns: new[] { "GroupId", "EnrolledFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceChildren_Iin",
                schema: "preschool",
                table: "AttendanceChildren",
                column: "Iin");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceChildren_InstitutionId_Number_EnrolledFrom",
                schema: "preschool",
                table: "AttendanceChildren",
                columns: new[] { "InstitutionId", "Number", "EnrolledFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceRows_ContractId_Month",
                schema: "preschool",
                table: "AttendanceRows",
                columns: new[] { "ContractId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceRows_Month_ChildId",
                schema: "preschool",
                table: "AttendanceRows",
                columns: new[] { "Month", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceRows_SheetId_ChildId",
                schema: "preschool",
                table: "AttendanceRows",
                columns: new[] { "SheetId", "ChildId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceSheets_GroupId_Month",
                schema: "preschool",
                table: "AttendanceSheets",
                columns: new[] { "GroupId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceSheets_InstitutionId_Month",
                schema: "preschool",
                table: "AttendanceSheets",
                columns: new[] { "InstitutionId", "Month" });

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
                name: "IX_MonthlyActs_ContractId_Month_Revision",
                schema: "preschool",
                table: "MonthlyActs",
                columns: new[] { "ContractId", "Month", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MonthlyActs_InstitutionId_Month",
                schema: "preschool",
                table: "MonthlyActs",
                columns: new[] { "InstitutionId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_MonthlyActs_Month_State",
                schema: "preschool",
                table: "MonthlyActs",
                columns: new[] { "Month", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderContracts_InstitutionId_StartsOn",
                schema: "preschool",
                table: "OrderContracts",
                columns: new[] { "InstitutionId", "StartsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderContracts_StartsOn_LastDay",
                schema: "preschool",
                table: "OrderContracts",
                columns: new[] { "StartsOn", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderTariffs_TerritoryCode_ValidFrom",
                schema: "preschool",
                table: "OrderTariffs",
                columns: new[] { "TerritoryCode", "ValidFrom" });

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

            migrationBuilder.CreateIndex(
                name: "IX_SignalDismissals_InstitutionId",
                schema: "preschool",
                table: "SignalDismissals",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_SignalDismissals_Kind_SubjectId_Month",
                schema: "preschool",
                table: "SignalDismissals",
                columns: new[] { "Kind", "SubjectId", "Month" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActLines",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "ApplicationWishes",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AttendanceChildren",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AttendanceRows",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "Groups",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "OrderContracts",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "OrderTariffs",
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
                name: "SignalDismissals",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "MonthlyActs",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "Applications",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AttendanceSheets",
                schema: "preschool");
        }
    }
}
