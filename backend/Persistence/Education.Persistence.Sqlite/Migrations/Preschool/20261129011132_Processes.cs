using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.Sqlite.Migrations.Preschool
{
    /// <inheritdoc />
    public partial class Processes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ActualChildren",
                table: "preschool_Groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "AreaM2",
                table: "preschool_Groups",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "preschool_Groups",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ConfirmedChildren",
                table: "preschool_Groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCurrent",
                table: "preschool_Groups",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "LineId",
                table: "preschool_Groups",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<int>(
                name: "OpenToAll",
                table: "preschool_Groups",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "PlannedChildren",
                table: "preschool_Groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ActiveChildKey",
                table: "preschool_Applications",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ApplicantName",
                table: "preschool_Applications",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ApplicantPhone",
                table: "preschool_Applications",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "BirthDocument",
                table: "preschool_Applications",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChildName",
                table: "preschool_Applications",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Iin",
                table: "preschool_Applications",
                type: "TEXT",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "preschool_Applications",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RestoredAt",
                table: "preschool_Applications",
                type: "TEXT",
                nullable: true);

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
                name: "preschool_AllocationPlaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Pool = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_AllocationPlaces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_AllocationPools",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Pool = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    Eligible = table.Column<int>(type: "INTEGER", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    VouchersOut = table.Column<int>(type: "INTEGER", nullable: false),
                    Proposed = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_AllocationPools", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_AllocationProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Pool = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_AllocationProposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_AllocationQueues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_AllocationQueues", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_AllocationRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Proposed = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_AllocationRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_ApplicationBenefits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    EvidenceType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EvidenceNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    VerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_ApplicationBenefits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_preschool_ApplicationBenefits_preschool_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "preschool_Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "preschool_Benefits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    EvidenceMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_preschool_Benefits", x => x.Id);
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
                name: "preschool_Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_Objections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_Offers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Pool = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Extended = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReasonText = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SignedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_Offers", x => x.Id);
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
                name: "preschool_Population",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Age = table.Column<int>(type: "INTEGER", nullable: false),
                    Children = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SourceDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_preschool_Population", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_PublishedTotals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
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
                    table.PrimaryKey("PK_preschool_PublishedTotals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_QueueRoots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_QueueRoots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_QueueVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByFamily = table.Column<bool>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Pool = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    SequenceBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    RulesBefore = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_QueueVisits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "preschool_Readiness",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    High = table.Column<int>(type: "INTEGER", nullable: false),
                    Middle = table.Column<int>(type: "INTEGER", nullable: false),
                    Low = table.Column<int>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("PK_preschool_Readiness", x => x.Id);
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
                name: "preschool_Simulations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Scenario = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Children = table.Column<int>(type: "INTEGER", nullable: true),
                    Gained = table.Column<int>(type: "INTEGER", nullable: true),
                    Lost = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preschool_Simulations", x => x.Id);
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
                name: "IX_preschool_QueueEvents_Pool_Sequence",
                table: "preschool_QueueEvents",
                columns: new[] { "Pool", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Groups_AcademicYear_BirthYear",
                table: "preschool_Groups",
                columns: new[] { "AcademicYear", "BirthYear" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Groups_LineId_IsCurrent",
                table: "preschool_Groups",
                columns: new[] { "LineId", "IsCurrent" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Groups_Open",
                table: "preschool_Groups",
                column: "Open");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Applications_ActiveChildKey",
                table: "preschool_Applications",
                column: "ActiveChildKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Applications_Iin",
                table: "preschool_Applications",
                column: "Iin");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Applications_State_BornOn",
                table: "preschool_Applications",
                columns: new[] { "State", "BornOn" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AgeGroups_Code_ValidFrom",
                table: "preschool_AgeGroups",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AllocationPlaces_RunId_GroupId",
                table: "preschool_AllocationPlaces",
                columns: new[] { "RunId", "GroupId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AllocationPools_RunId_Pool",
                table: "preschool_AllocationPools",
                columns: new[] { "RunId", "Pool" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AllocationProposals_RunId_GroupId",
                table: "preschool_AllocationProposals",
                columns: new[] { "RunId", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AllocationProposals_RunId_Order",
                table: "preschool_AllocationProposals",
                columns: new[] { "RunId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AllocationProposals_RunId_Pool_Order",
                table: "preschool_AllocationProposals",
                columns: new[] { "RunId", "Pool", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AllocationQueues_RunId_TerritoryCode",
                table: "preschool_AllocationQueues",
                columns: new[] { "RunId", "TerritoryCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_AllocationRuns_TerritoryCode_CreatedAt",
                table: "preschool_AllocationRuns",
                columns: new[] { "TerritoryCode", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_ApplicationBenefits_ApplicationId",
                table: "preschool_ApplicationBenefits",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_ApplicationBenefits_Code_Status",
                table: "preschool_ApplicationBenefits",
                columns: new[] { "Code", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_ApplicationBenefits_Status_ValidTo",
                table: "preschool_ApplicationBenefits",
                columns: new[] { "Status", "ValidTo" });

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
                name: "IX_preschool_Benefits_Code_ValidFrom",
                table: "preschool_Benefits",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_KindergartenProfiles_InstitutionId",
                table: "preschool_KindergartenProfiles",
                column: "InstitutionId",
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
                name: "IX_preschool_Objections_ApplicationId",
                table: "preschool_Objections",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Objections_TerritoryCode_AnsweredOn_Due",
                table: "preschool_Objections",
                columns: new[] { "TerritoryCode", "AnsweredOn", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Offers_ApplicationId",
                table: "preschool_Offers",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Offers_Number",
                table: "preschool_Offers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Offers_Pool_Way_Rank_Sequence",
                table: "preschool_Offers",
                columns: new[] { "Pool", "Way", "Rank", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Offers_RunId_Sequence",
                table: "preschool_Offers",
                columns: new[] { "RunId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Offers_TerritoryCode_State_Until",
                table: "preschool_Offers",
                columns: new[] { "TerritoryCode", "State", "Until" });

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
                name: "IX_preschool_Population_ImportId",
                table: "preschool_Population",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Population_Year_TerritoryCode_Age",
                table: "preschool_Population",
                columns: new[] { "Year", "TerritoryCode", "Age" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_PublishedTotals_ImportId",
                table: "preschool_PublishedTotals",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_PublishedTotals_Year_TerritoryCode_Code",
                table: "preschool_PublishedTotals",
                columns: new[] { "Year", "TerritoryCode", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_QueueRoots_Day",
                table: "preschool_QueueRoots",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_QueueRoots_TerritoryCode_Day",
                table: "preschool_QueueRoots",
                columns: new[] { "TerritoryCode", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_QueueVisits_ApplicationId_ByFamily",
                table: "preschool_QueueVisits",
                columns: new[] { "ApplicationId", "ByFamily" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Readiness_ImportId",
                table: "preschool_Readiness",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Readiness_Year_InstitutionId",
                table: "preschool_Readiness",
                columns: new[] { "Year", "InstitutionId" },
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

            migrationBuilder.CreateIndex(
                name: "IX_preschool_Simulations_TerritoryCode_CreatedAt",
                table: "preschool_Simulations",
                columns: new[] { "TerritoryCode", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "preschool_ActLines");

            migrationBuilder.DropTable(
                name: "preschool_AgeGroups");

            migrationBuilder.DropTable(
                name: "preschool_AllocationPlaces");

            migrationBuilder.DropTable(
                name: "preschool_AllocationPools");

            migrationBuilder.DropTable(
                name: "preschool_AllocationProposals");

            migrationBuilder.DropTable(
                name: "preschool_AllocationQueues");

            migrationBuilder.DropTable(
                name: "preschool_AllocationRuns");

            migrationBuilder.DropTable(
                name: "preschool_ApplicationBenefits");

            migrationBuilder.DropTable(
                name: "preschool_AttendanceChildren");

            migrationBuilder.DropTable(
                name: "preschool_AttendanceRows");

            migrationBuilder.DropTable(
                name: "preschool_Benefits");

            migrationBuilder.DropTable(
                name: "preschool_KindergartenProfiles");

            migrationBuilder.DropTable(
                name: "preschool_NetworkChanges");

            migrationBuilder.DropTable(
                name: "preschool_Objections");

            migrationBuilder.DropTable(
                name: "preschool_Offers");

            migrationBuilder.DropTable(
                name: "preschool_OrderContracts");

            migrationBuilder.DropTable(
                name: "preschool_OrderTariffs");

            migrationBuilder.DropTable(
                name: "preschool_Population");

            migrationBuilder.DropTable(
                name: "preschool_PublishedTotals");

            migrationBuilder.DropTable(
                name: "preschool_QueueRoots");

            migrationBuilder.DropTable(
                name: "preschool_QueueVisits");

            migrationBuilder.DropTable(
                name: "preschool_Readiness");

            migrationBuilder.DropTable(
                name: "preschool_SignalDismissals");

            migrationBuilder.DropTable(
                name: "preschool_Simulations");

            migrationBuilder.DropTable(
                name: "preschool_MonthlyActs");

            migrationBuilder.DropTable(
                name: "preschool_AttendanceSheets");

            migrationBuilder.DropIndex(
                name: "IX_preschool_QueueEvents_Pool_Sequence",
                table: "preschool_QueueEvents");

            migrationBuilder.DropIndex(
                name: "IX_preschool_Groups_AcademicYear_BirthYear",
                table: "preschool_Groups");

            migrationBuilder.DropIndex(
                name: "IX_preschool_Groups_LineId_IsCurrent",
                table: "preschool_Groups");

            migrationBuilder.DropIndex(
                name: "IX_preschool_Groups_Open",
                table: "preschool_Groups");

            migrationBuilder.DropIndex(
                name: "IX_preschool_Applications_ActiveChildKey",
                table: "preschool_Applications");

            migrationBuilder.DropIndex(
                name: "IX_preschool_Applications_Iin",
                table: "preschool_Applications");

            migrationBuilder.DropIndex(
                name: "IX_preschool_Applications_State_BornOn",
                table: "preschool_Applications");

            migrationBuilder.DropColumn(
                name: "ActualChildren",
                table: "preschool_Groups");

            migrationBuilder.DropColumn(
                name: "AreaM2",
                table: "preschool_Groups");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "preschool_Groups");

            migrationBuilder.DropColumn(
                name: "ConfirmedChildren",
                table: "preschool_Groups");

            migrationBuilder.DropColumn(
                name: "IsCurrent",
                table: "preschool_Groups");

            migrationBuilder.DropColumn(
                name: "LineId",
                table: "preschool_Groups");

            migrationBuilder.DropColumn(
                name: "OpenToAll",
                table: "preschool_Groups");

            migrationBuilder.DropColumn(
                name: "PlannedChildren",
                table: "preschool_Groups");

            migrationBuilder.DropColumn(
                name: "ActiveChildKey",
                table: "preschool_Applications");

            migrationBuilder.DropColumn(
                name: "ApplicantName",
                table: "preschool_Applications");

            migrationBuilder.DropColumn(
                name: "ApplicantPhone",
                table: "preschool_Applications");

            migrationBuilder.DropColumn(
                name: "BirthDocument",
                table: "preschool_Applications");

            migrationBuilder.DropColumn(
                name: "ChildName",
                table: "preschool_Applications");

            migrationBuilder.DropColumn(
                name: "Iin",
                table: "preschool_Applications");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "preschool_Applications");

            migrationBuilder.DropColumn(
                name: "RestoredAt",
                table: "preschool_Applications");
        }
    }
}
