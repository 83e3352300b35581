using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.Sqlite.Migrations.Planning
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "planning_PrintedStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ValuePeriod = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Dimensions = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Printed = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Relation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Operands = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_PrintedStatements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_Snapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Chapter = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FigureCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_Snapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_Reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Chapter = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SupersedesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SnapshotId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    TerritoryNameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TerritoryNameKk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TerritoryNameRu = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_Reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_planning_Reports_planning_Reports_SupersedesId",
                        column: x => x.SupersedesId,
                        principalTable: "planning_Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_planning_Reports_planning_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "planning_Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_FrozenReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FiguresSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TemplateKk = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TemplateRu = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HtmlKk = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HtmlRu = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DocxKk = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DocxRu = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_FrozenReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_planning_FrozenReports_planning_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "planning_Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planning_ReportFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Severity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Printed = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Recomputed = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PlaceEn = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    PlaceKk = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    PlaceRu = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    WhyEn = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    WhyKk = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    WhyRu = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_ReportFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_planning_ReportFindings_planning_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "planning_Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_planning_FrozenReports_ReportId",
                table: "planning_FrozenReports",
                column: "ReportId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_planning_PrintedStatements_TerritoryCode_Period_Key",
                table: "planning_PrintedStatements",
                columns: new[] { "TerritoryCode", "Period", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_planning_ReportFindings_ReportId_Fingerprint",
                table: "planning_ReportFindings",
                columns: new[] { "ReportId", "Fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_planning_Reports_SnapshotId",
                table: "planning_Reports",
                column: "SnapshotId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Reports_SupersedesId",
                table: "planning_Reports",
                column: "SupersedesId");

            migrationBuilder.CreateIndex(
                name: "IX_planning_Reports_TerritoryCode_Period_Chapter_Number",
                table: "planning_Reports",
                columns: new[] { "TerritoryCode", "Period", "Chapter", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_planning_Snapshots_TerritoryCode_Period_Chapter_Number",
                table: "planning_Snapshots",
                columns: new[] { "TerritoryCode", "Period", "Chapter", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planning_FrozenReports");

            migrationBuilder.DropTable(
                name: "planning_PrintedStatements");

            migrationBuilder.DropTable(
                name: "planning_ReportFindings");

            migrationBuilder.DropTable(
                name: "planning_Reports");

            migrationBuilder.DropTable(
                name: "planning_Snapshots");
        }
    }
}
