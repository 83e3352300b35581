using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Education.Persistence.Sqlite.Migrations.Registry
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "registry_CalendarDays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
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
                    table.PrimaryKey("PK_registry_CalendarDays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registry_InstitutionKinds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("PK_registry_InstitutionKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registry_Parameters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SearchName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
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
                    table.PrimaryKey("PK_registry_Parameters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registry_Territories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    ParentCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SearchName = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SortName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    IsCentre = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasChildren = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_registry_Territories", x => x.Id);
                    table.UniqueConstraint("AK_registry_Territories_Code", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "registry_TerritoryClosure",
                columns: table => new
                {
                    AncestorCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    DescendantCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Depth = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_TerritoryClosure", x => new { x.AncestorCode, x.DescendantCode });
                });

            migrationBuilder.CreateTable(
                name: "registry_TerritoryCodeChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OldCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    NewCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_TerritoryCodeChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registry_ParameterPeriods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParameterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 6, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LegalAct = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_ParameterPeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_registry_ParameterPeriods_registry_Parameters_ParameterId",
                        column: x => x.ParameterId,
                        principalTable: "registry_Parameters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registry_Institutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bin = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    SearchName = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SortName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    KindCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ownership = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LegalForm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Languages = table.Column<int>(type: "INTEGER", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsBranch = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_registry_Institutions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_registry_Institutions_registry_Institutions_ParentId",
                        column: x => x.ParentId,
                        principalTable: "registry_Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_registry_Institutions_registry_Territories_TerritoryCode",
                        column: x => x.TerritoryCode,
                        principalTable: "registry_Territories",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "registry_InstitutionAliases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_InstitutionAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_registry_InstitutionAliases_registry_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "registry_Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registry_InstitutionChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    BasisKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    BasisNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    BasisDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NameKk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    InstitutionKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RelatedId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    FromDuplicateId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_InstitutionChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_registry_InstitutionChanges_registry_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "registry_Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registry_InstitutionKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Family = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Proper = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsAlias = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_InstitutionKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_registry_InstitutionKeys_registry_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "registry_Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registry_InstitutionPeriods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SearchName = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SortName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    KindCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TerritoryCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NameKk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_InstitutionPeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_registry_InstitutionPeriods_registry_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "registry_Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_registry_InstitutionPeriods_registry_Territories_TerritoryCode",
                        column: x => x.TerritoryCode,
                        principalTable: "registry_Territories",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_registry_CalendarDays_Date",
                table: "registry_CalendarDays",
                column: "Date",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionAliases_InstitutionId",
                table: "registry_InstitutionAliases",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionAliases_Key_InstitutionId",
                table: "registry_InstitutionAliases",
                columns: new[] { "Key", "InstitutionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionChanges_InstitutionId_Date_Sequence",
                table: "registry_InstitutionChanges",
                columns: new[] { "InstitutionId", "Date", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionKeys_InstitutionId",
                table: "registry_InstitutionKeys",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionKeys_Key",
                table: "registry_InstitutionKeys",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionKeys_Number_Family",
                table: "registry_InstitutionKeys",
                columns: new[] { "Number", "Family" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionKeys_Proper",
                table: "registry_InstitutionKeys",
                column: "Proper");

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionKinds_Code",
                table: "registry_InstitutionKinds",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionPeriods_InstitutionId_ValidFrom",
                table: "registry_InstitutionPeriods",
                columns: new[] { "InstitutionId", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionPeriods_TerritoryCode",
                table: "registry_InstitutionPeriods",
                column: "TerritoryCode");

            migrationBuilder.CreateIndex(
                name: "IX_registry_InstitutionPeriods_ValidFrom_ValidTo",
                table: "registry_InstitutionPeriods",
                columns: new[] { "ValidFrom", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_Institutions_Bin",
                table: "registry_Institutions",
                column: "Bin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_Institutions_ClosedOn",
                table: "registry_Institutions",
                column: "ClosedOn");

            migrationBuilder.CreateIndex(
                name: "IX_registry_Institutions_KindCode_SortName",
                table: "registry_Institutions",
                columns: new[] { "KindCode", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_Institutions_MergedIntoId",
                table: "registry_Institutions",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_registry_Institutions_OpenedOn",
                table: "registry_Institutions",
                column: "OpenedOn");

            migrationBuilder.CreateIndex(
                name: "IX_registry_Institutions_Ownership_SortName",
                table: "registry_Institutions",
                columns: new[] { "Ownership", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_Institutions_ParentId",
                table: "registry_Institutions",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_registry_Institutions_SortName",
                table: "registry_Institutions",
                column: "SortName");

            migrationBuilder.CreateIndex(
                name: "IX_registry_Institutions_Status_SortName",
                table: "registry_Institutions",
                columns: new[] { "Status", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_Institutions_TerritoryCode_SortName",
                table: "registry_Institutions",
                columns: new[] { "TerritoryCode", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_ParameterPeriods_ParameterId_ValidFrom",
                table: "registry_ParameterPeriods",
                columns: new[] { "ParameterId", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_Parameters_Code",
                table: "registry_Parameters",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registry_Territories_Level_Code",
                table: "registry_Territories",
                columns: new[] { "Level", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_Territories_ParentCode_SortName",
                table: "registry_Territories",
                columns: new[] { "ParentCode", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_Territories_SortName",
                table: "registry_Territories",
                column: "SortName");

            migrationBuilder.CreateIndex(
                name: "IX_registry_TerritoryClosure_DescendantCode_Depth",
                table: "registry_TerritoryClosure",
                columns: new[] { "DescendantCode", "Depth" });

            migrationBuilder.CreateIndex(
                name: "IX_registry_TerritoryCodeChanges_Date",
                table: "registry_TerritoryCodeChanges",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_registry_TerritoryCodeChanges_NewCode",
                table: "registry_TerritoryCodeChanges",
                column: "NewCode");

            migrationBuilder.CreateIndex(
                name: "IX_registry_TerritoryCodeChanges_OldCode",
                table: "registry_TerritoryCodeChanges",
                column: "OldCode",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "registry_CalendarDays");

            migrationBuilder.DropTable(
                name: "registry_InstitutionAliases");

            migrationBuilder.DropTable(
                name: "registry_InstitutionChanges");

            migrationBuilder.DropTable(
                name: "registry_InstitutionKeys");

            migrationBuilder.DropTable(
                name: "registry_InstitutionKinds");

            migrationBuilder.DropTable(
                name: "registry_InstitutionPeriods");

            migrationBuilder.DropTable(
                name: "registry_ParameterPeriods");

            migrationBuilder.DropTable(
                name: "registry_TerritoryClosure");

            migrationBuilder.DropTable(
                name: "registry_TerritoryCodeChanges");

            migrationBuilder.DropTable(
                name: "registry_Institutions");

            migrationBuilder.DropTable(
                name: "registry_Parameters");

            migrationBuilder.DropTable(
                name: "registry_Territories");
        }
    }
}
