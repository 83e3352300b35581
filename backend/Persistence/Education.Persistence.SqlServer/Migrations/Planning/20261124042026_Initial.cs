using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.SqlServer.Migrations.Planning
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "planning");

            migrationBuilder.CreateTable(
                name: "PrintedStatements",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Period = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Document = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Place = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Label = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Code = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ValuePeriod = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Dimensions = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Printed = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Relation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Operands = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintedStatements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Snapshots",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Chapter = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Period = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    FigureCount = table.Column<int>(type: "int", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Snapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Reports",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Chapter = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Period = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    SupersedesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SnapshotId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ApprovedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    TerritoryNameEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TerritoryNameKk = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    TerritoryNameRu = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reports_Reports_SupersedesId",
                        column: x => x.SupersedesId,
                        principalSchema: "planning",
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reports_Snapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalSchema: "planning",
                        principalTable: "Snapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FrozenReports",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FiguresSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    TemplateKk = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    TemplateRu = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    HtmlKk = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    HtmlRu = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    DocxKk = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    DocxRu = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrozenReports_Reports_ReportId",
                        column: x => x.ReportId,
                        principalSchema: "planning",
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportFindings",
                schema: "planning",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Severity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Printed = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Recomputed = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Fingerprint = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AcknowledgedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PlaceEn = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    PlaceKk = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    PlaceRu = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    WhyEn = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    WhyKk = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    WhyRu = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportFindings_Reports_ReportId",
                        column: x => x.ReportId,
                        principalSchema: "planning",
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FrozenReports_ReportId",
                schema: "planning",
                table: "FrozenReports",
                column: "ReportId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrintedStatements_TerritoryCode_Period_Key",
                schema: "planning",
                table: "PrintedStatements",
                columns: new[] { "TerritoryCode", "Period", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportFindings_ReportId_Fingerprint",
                schema: "planning",
                table: "ReportFindings",
                columns: new[] { "ReportId", "Fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reports_SnapshotId",
                schema: "planning",
                table: "Reports",
                column: "SnapshotId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_SupersedesId",
                schema: "planning",
                table: "Reports",
                column: "SupersedesId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_TerritoryCode_Period_Chapter_Number",
                schema: "planning",
                table: "Reports",
                columns: new[] { "TerritoryCode", "Period", "Chapter", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Snapshots_TerritoryCode_Period_Chapter_Number",
                schema: "planning",
                table: "Snapshots",
                columns: new[] { "TerritoryCode", "Period", "Chapter", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FrozenReports",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "PrintedStatements",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "ReportFindings",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "Reports",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "Snapshots",
                schema: "planning");
        }
    }
}
