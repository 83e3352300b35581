using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.SqlServer.Migrations.Preschool
{
    /// <inheritdoc />
    public partial class Processes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ActualChildren",
                schema: "preschool",
                table: "Groups",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "AreaM2",
                schema: "preschool",
                table: "Groups",
                type: "decimal(18,2)",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                schema: "preschool",
                table: "Groups",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ConfirmedChildren",
                schema: "preschool",
                table: "Groups",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCurrent",
                schema: "preschool",
                table: "Groups",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "LineId",
                schema: "preschool",
                table: "Groups",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<int>(
                name: "OpenToAll",
                schema: "preschool",
                table: "Groups",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "PlannedChildren",
                schema: "preschool",
                table: "Groups",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ActiveChildKey",
                schema: "preschool",
                table: "Applications",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ApplicantName",
                schema: "preschool",
                table: "Applications",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ApplicantPhone",
                schema: "preschool",
                table: "Applications",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "BirthDocument",
                schema: "preschool",
                table: "Applications",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChildName",
                schema: "preschool",
                table: "Applications",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Iin",
                schema: "preschool",
                table: "Applications",
                type: "nvarchar(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                schema: "preschool",
                table: "Applications",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RestoredAt",
                schema: "preschool",
                table: "Applications",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgeGroups",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    MinAge = table.Column<int>(type: "int", nullable: false),
                    MaxAge = table.Column<int>(type: "int", nullable: false),
                    IsNursery = table.Column<bool>(type: "bit", nullable: false),
                    ValidFrom = table.Column<int>(type: "int", nullable: false),
                    ValidTo = table.Column<int>(type: "int", nullable: true),
                    NameEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    NameKk = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgeGroups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AllocationPlaces",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Pool = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    GroupId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllocationPlaces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AllocationPools",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Pool = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Waiting = table.Column<int>(type: "int", nullable: false),
                    Eligible = table.Column<int>(type: "int", nullable: false),
                    Places = table.Column<int>(type: "int", nullable: false),
                    VouchersOut = table.Column<int>(type: "int", nullable: false),
                    Proposed = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllocationPools", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AllocationProposals",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Pool = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GroupId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextKey = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Rules = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllocationProposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AllocationQueues",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllocationQueues", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AllocationRuns",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    MadeBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    JobId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Waiting = table.Column<int>(type: "int", nullable: false),
                    Places = table.Column<int>(type: "int", nullable: false),
                    Proposed = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllocationRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationBenefits",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    EvidenceType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    EvidenceNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VerifiedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationBenefits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationBenefits_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalSchema: "preschool",
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "Benefits",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    EvidenceMonths = table.Column<int>(type: "int", nullable: true),
                    Channel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LegalAct = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    NameEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    NameKk = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Benefits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KindergartenProfiles",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DesignCapacity = table.Column<int>(type: "int", nullable: true),
                    AreaM2 = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    AgeFrom = table.Column<int>(type: "int", nullable: true),
                    AgeTo = table.Column<int>(type: "int", nullable: true),
                    Languages = table.Column<int>(type: "int", maxLength: 40, nullable: false),
                    Regime = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HoursPerDay = table.Column<decimal>(type: "decimal(4,2)", precision: 4, scale: 2, nullable: true),
                    Specialisation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subordination = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Pedagogues = table.Column<int>(type: "int", nullable: true),
                    PedagoguesOfSpeciality = table.Column<int>(type: "int", nullable: true),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KindergartenProfiles", x => x.Id);
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
                name: "NetworkChanges",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SortName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SearchName = table.Column<string>(type: "nvarchar(900)", maxLength: 900, nullable: false),
                    InstitutionKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    PlannedYear = table.Column<int>(type: "int", nullable: true),
                    PlannedMonth = table.Column<int>(type: "int", nullable: true),
                    PlannedPlaces = table.Column<int>(type: "int", nullable: true),
                    ActualYear = table.Column<int>(type: "int", nullable: true),
                    ActualMonth = table.Column<int>(type: "int", nullable: true),
                    ActualPlaces = table.Column<int>(type: "int", nullable: true),
                    NewName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ResolutionNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ResolutionDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
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
                    table.PrimaryKey("PK_NetworkChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Pool = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Way = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    GroupId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextKey = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Rules = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Extended = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ReasonText = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    RequestedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SignedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
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
                name: "Population",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Age = table.Column<int>(type: "int", nullable: false),
                    Children = table.Column<int>(type: "int", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SourceDate = table.Column<DateOnly>(type: "date", nullable: true),
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
                    table.PrimaryKey("PK_Population", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishedTotals",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: false),
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
                    table.PrimaryKey("PK_PublishedTotals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QueueRoots",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QueueRoots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QueueVisits",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByFamily = table.Column<bool>(type: "bit", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Pool = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    SequenceBefore = table.Column<long>(type: "bigint", nullable: false),
                    RulesBefore = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QueueVisits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Readiness",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    High = table.Column<int>(type: "int", nullable: false),
                    Middle = table.Column<int>(type: "int", nullable: false),
                    Low = table.Column<int>(type: "int", nullable: false),
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
                    table.PrimaryKey("PK_Readiness", x => x.Id);
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
                name: "Simulations",
                schema: "preschool",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Scenario = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    JobId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Outcome = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Children = table.Column<int>(type: "int", nullable: true),
                    Gained = table.Column<int>(type: "int", nullable: true),
                    Lost = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Simulations", x => x.Id);
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
                name: "IX_QueueEvents_Pool_Sequence",
                schema: "preschool",
                table: "QueueEvents",
                columns: new[] { "Pool", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_AcademicYear_BirthYear",
                schema: "preschool",
                table: "Groups",
                columns: new[] { "AcademicYear", "BirthYear" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_LineId_IsCurrent",
                schema: "preschool",
                table: "Groups",
                columns: new[] { "LineId", "IsCurrent" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Open",
                schema: "preschool",
                table: "Groups",
                column: "Open");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_ActiveChildKey",
                schema: "preschool",
                table: "Applications",
                column: "ActiveChildKey",
                unique: true,
                filter: "[ActiveChildKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Iin",
                schema: "preschool",
                table: "Applications",
                column: "Iin");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_State_BornOn",
                schema: "preschool",
                table: "Applications",
                columns: new[] { "State", "BornOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AgeGroups_Code_ValidFrom",
                schema: "preschool",
                table: "AgeGroups",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AllocationPlaces_RunId_GroupId",
                schema: "preschool",
                table: "AllocationPlaces",
                columns: new[] { "RunId", "GroupId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AllocationPools_RunId_Pool",
                schema: "preschool",
                table: "AllocationPools",
                columns: new[] { "RunId", "Pool" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AllocationProposals_RunId_GroupId",
                schema: "preschool",
                table: "AllocationProposals",
                columns: new[] { "RunId", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_AllocationProposals_RunId_Order",
                schema: "preschool",
                table: "AllocationProposals",
                columns: new[] { "RunId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AllocationProposals_RunId_Pool_Order",
                schema: "preschool",
                table: "AllocationProposals",
                columns: new[] { "RunId", "Pool", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_AllocationQueues_RunId_TerritoryCode",
                schema: "preschool",
                table: "AllocationQueues",
                columns: new[] { "RunId", "TerritoryCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AllocationRuns_TerritoryCode_CreatedAt",
                schema: "preschool",
                table: "AllocationRuns",
                columns: new[] { "TerritoryCode", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationBenefits_ApplicationId",
                schema: "preschool",
                table: "ApplicationBenefits",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationBenefits_Code_Status",
                schema: "preschool",
                table: "ApplicationBenefits",
                columns: new[] { "Code", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationBenefits_Status_ValidTo",
                schema: "preschool",
                table: "ApplicationBenefits",
                columns: new[] { "Status", "ValidTo" });

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
                name: "IX_Benefits_Code_ValidFrom",
                schema: "preschool",
                table: "Benefits",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KindergartenProfiles_InstitutionId",
                schema: "preschool",
                table: "KindergartenProfiles",
                column: "InstitutionId",
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
                name: "IX_NetworkChanges_InstitutionId",
                schema: "preschool",
                table: "NetworkChanges",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_NetworkChanges_TerritoryCode_Kind_ActualYear",
                schema: "preschool",
                table: "NetworkChanges",
                columns: new[] { "TerritoryCode", "Kind", "ActualYear" });

            migrationBuilder.CreateIndex(
                name: "IX_NetworkChanges_TerritoryCode_Kind_PlannedYear",
                schema: "preschool",
                table: "NetworkChanges",
                columns: new[] { "TerritoryCode", "Kind", "PlannedYear" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_ApplicationId",
                schema: "preschool",
                table: "Objections",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_TerritoryCode_AnsweredOn_Due",
                schema: "preschool",
                table: "Objections",
                columns: new[] { "TerritoryCode", "AnsweredOn", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_ApplicationId",
                schema: "preschool",
                table: "Offers",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Number",
                schema: "preschool",
                table: "Offers",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Pool_Way_Rank_Sequence",
                schema: "preschool",
                table: "Offers",
                columns: new[] { "Pool", "Way", "Rank", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_RunId_Sequence",
                schema: "preschool",
                table: "Offers",
                columns: new[] { "RunId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_TerritoryCode_State_Until",
                schema: "preschool",
                table: "Offers",
                columns: new[] { "TerritoryCode", "State", "Until" });

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
                name: "IX_Population_ImportId",
                schema: "preschool",
                table: "Population",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Population_Year_TerritoryCode_Age",
                schema: "preschool",
                table: "Population",
                columns: new[] { "Year", "TerritoryCode", "Age" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishedTotals_ImportId",
                schema: "preschool",
                table: "PublishedTotals",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedTotals_Year_TerritoryCode_Code",
                schema: "preschool",
                table: "PublishedTotals",
                columns: new[] { "Year", "TerritoryCode", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QueueRoots_Day",
                schema: "preschool",
                table: "QueueRoots",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_QueueRoots_TerritoryCode_Day",
                schema: "preschool",
                table: "QueueRoots",
                columns: new[] { "TerritoryCode", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QueueVisits_ApplicationId_ByFamily",
                schema: "preschool",
                table: "QueueVisits",
                columns: new[] { "ApplicationId", "ByFamily" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Readiness_ImportId",
                schema: "preschool",
                table: "Readiness",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Readiness_Year_InstitutionId",
                schema: "preschool",
                table: "Readiness",
                columns: new[] { "Year", "InstitutionId" },
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

            migrationBuilder.CreateIndex(
                name: "IX_Simulations_TerritoryCode_CreatedAt",
                schema: "preschool",
                table: "Simulations",
                columns: new[] { "TerritoryCode", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActLines",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AgeGroups",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AllocationPlaces",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AllocationPools",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AllocationProposals",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AllocationQueues",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AllocationRuns",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "ApplicationBenefits",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AttendanceChildren",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AttendanceRows",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "Benefits",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "KindergartenProfiles",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "NetworkChanges",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "Objections",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "Offers",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "OrderContracts",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "OrderTariffs",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "Population",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "PublishedTotals",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "QueueRoots",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "QueueVisits",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "Readiness",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "SignalDismissals",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "Simulations",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "MonthlyActs",
                schema: "preschool");

            migrationBuilder.DropTable(
                name: "AttendanceSheets",
                schema: "preschool");

            migrationBuilder.DropIndex(
                name: "IX_QueueEvents_Pool_Sequence",
                schema: "preschool",
                table: "QueueEvents");

            migrationBuilder.DropIndex(
                name: "IX_Groups_AcademicYear_BirthYear",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_LineId_IsCurrent",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_Open",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Applications_ActiveChildKey",
                schema: "preschool",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_Iin",
                schema: "preschool",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_State_BornOn",
                schema: "preschool",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ActualChildren",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "AreaM2",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "ConfirmedChildren",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "IsCurrent",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "LineId",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "OpenToAll",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "PlannedChildren",
                schema: "preschool",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "ActiveChildKey",
                schema: "preschool",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ApplicantName",
                schema: "preschool",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ApplicantPhone",
                schema: "preschool",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "BirthDocument",
                schema: "preschool",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ChildName",
                schema: "preschool",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Iin",
                schema: "preschool",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Note",
                schema: "preschool",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "RestoredAt",
                schema: "preschool",
                table: "Applications");
        }
    }
}
