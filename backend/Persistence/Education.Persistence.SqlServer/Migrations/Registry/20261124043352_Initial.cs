using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.SqlServer.Migrations.Registry
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "registry");

            migrationBuilder.CreateTable(
                name: "CalendarDays",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LegalAct = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
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
                    table.PrimaryKey("PK_CalendarDays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InstitutionKinds",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Group = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
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
                    table.PrimaryKey("PK_InstitutionKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Parameters",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SearchName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
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
                    table.PrimaryKey("PK_Parameters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Territories",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    ParentCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    Level = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SearchName = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    SortName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    IsCentre = table.Column<bool>(type: "bit", nullable: false),
                    HasChildren = table.Column<bool>(type: "bit", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
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
                    table.PrimaryKey("PK_Territories", x => x.Id);
                    table.UniqueConstraint("AK_Territories_Code", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "TerritoryClosure",
                schema: "registry",
                columns: table => new
                {
                    AncestorCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    DescendantCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Depth = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TerritoryClosure", x => new { x.AncestorCode, x.DescendantCode });
                });

            migrationBuilder.CreateTable(
                name: "TerritoryCodeChanges",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OldCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    NewCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    LegalAct = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TerritoryCodeChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ParameterPeriods",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ParameterId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    LegalAct = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParameterPeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ParameterPeriods_Parameters_ParameterId",
                        column: x => x.ParameterId,
                        principalSchema: "registry",
                        principalTable: "Parameters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Institutions",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Bin = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    SearchName = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    SortName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    KindCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Ownership = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LegalForm = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Languages = table.Column<int>(type: "int", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    ParentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsBranch = table.Column<bool>(type: "bit", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
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
                    table.PrimaryKey("PK_Institutions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Institutions_Institutions_ParentId",
                        column: x => x.ParentId,
                        principalSchema: "registry",
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Institutions_Territories_TerritoryCode",
                        column: x => x.TerritoryCode,
                        principalSchema: "registry",
                        principalTable: "Territories",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InstitutionAliases",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstitutionAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InstitutionAliases_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalSchema: "registry",
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InstitutionChanges",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    BasisKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    BasisNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    BasisDate = table.Column<DateOnly>(type: "date", nullable: true),
                    NameKk = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    NameRu = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    NameEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    InstitutionKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    RelatedId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    FromDuplicateId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstitutionChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InstitutionChanges_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalSchema: "registry",
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InstitutionKeys",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Family = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Proper = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsAlias = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstitutionKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InstitutionKeys_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalSchema: "registry",
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InstitutionPeriods",
                schema: "registry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    SearchName = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    SortName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    KindCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    NameKk = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstitutionPeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InstitutionPeriods_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalSchema: "registry",
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InstitutionPeriods_Territories_TerritoryCode",
                        column: x => x.TerritoryCode,
                        principalSchema: "registry",
                        principalTable: "Territories",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarDays_Date",
                schema: "registry",
                table: "CalendarDays",
                column: "Date",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionAliases_InstitutionId",
                schema: "registry",
                table: "InstitutionAliases",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionAliases_Key_InstitutionId",
                schema: "registry",
                table: "InstitutionAliases",
                columns: new[] { "Key", "InstitutionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionChanges_InstitutionId_Date_Sequence",
                schema: "registry",
                table: "InstitutionChanges",
                columns: new[] { "InstitutionId", "Date", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionKeys_InstitutionId",
                schema: "registry",
                table: "InstitutionKeys",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionKeys_Key",
                schema: "registry",
                table: "InstitutionKeys",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionKeys_Number_Family",
                schema: "registry",
                table: "InstitutionKeys",
                columns: new[] { "Number", "Family" });

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionKeys_Proper",
                schema: "registry",
                table: "InstitutionKeys",
                column: "Proper");

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionKinds_Code",
                schema: "registry",
                table: "InstitutionKinds",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionPeriods_InstitutionId_ValidFrom",
                schema: "registry",
                table: "InstitutionPeriods",
                columns: new[] { "InstitutionId", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionPeriods_TerritoryCode",
                schema: "registry",
                table: "InstitutionPeriods",
                column: "TerritoryCode");

            migrationBuilder.CreateIndex(
                name: "IX_InstitutionPeriods_ValidFrom_ValidTo",
                schema: "registry",
                table: "InstitutionPeriods",
                columns: new[] { "ValidFrom", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Bin",
                schema: "registry",
                table: "Institutions",
                column: "Bin",
                unique: true,
                filter: "[Bin] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_ClosedOn",
                schema: "registry",
                table: "Institutions",
                column: "ClosedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_KindCode_SortName",
                schema: "registry",
                table: "Institutions",
                columns: new[] { "KindCode", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_MergedIntoId",
                schema: "registry",
                table: "Institutions",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_OpenedOn",
                schema: "registry",
                table: "Institutions",
                column: "OpenedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Ownership_SortName",
                schema: "registry",
                table: "Institutions",
                columns: new[] { "Ownership", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_ParentId",
                schema: "registry",
                table: "Institutions",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_SortName",
                schema: "registry",
                table: "Institutions",
                column: "SortName");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Status_SortName",
                schema: "registry",
                table: "Institutions",
                columns: new[] { "Status", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_TerritoryCode_SortName",
                schema: "registry",
                table: "Institutions",
                columns: new[] { "TerritoryCode", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_ParameterPeriods_ParameterId_ValidFrom",
                schema: "registry",
                table: "ParameterPeriods",
                columns: new[] { "ParameterId", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Parameters_Code",
                schema: "registry",
                table: "Parameters",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Territories_Level_Code",
                schema: "registry",
                table: "Territories",
                columns: new[] { "Level", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Territories_ParentCode_SortName",
                schema: "registry",
                table: "Territories",
                columns: new[] { "ParentCode", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_Territories_SortName",
                schema: "registry",
                table: "Territories",
                column: "SortName");

            migrationBuilder.CreateIndex(
                name: "IX_TerritoryClosure_DescendantCode_Depth",
                schema: "registry",
                table: "TerritoryClosure",
                columns: new[] { "DescendantCode", "Depth" });

            migrationBuilder.CreateIndex(
                name: "IX_TerritoryCodeChanges_Date",
                schema: "registry",
                table: "TerritoryCodeChanges",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_TerritoryCodeChanges_NewCode",
                schema: "registry",
                table: "TerritoryCodeChanges",
                column: "NewCode");

            migrationBuilder.CreateIndex(
                name: "IX_TerritoryCodeChanges_OldCode",
                schema: "registry",
                table: "TerritoryCodeChanges",
                column: "OldCode",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarDays",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "InstitutionAliases",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "InstitutionChanges",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "InstitutionKeys",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "InstitutionKinds",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "InstitutionPeriods",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "ParameterPeriods",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "TerritoryClosure",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "TerritoryCodeChanges",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "Institutions",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "Parameters",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "Territories",
                schema: "registry");
        }
    }
}
