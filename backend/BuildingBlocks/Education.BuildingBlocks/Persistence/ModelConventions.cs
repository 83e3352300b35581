using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Education.BuildingBlocks.Persistence;

/// <summary>What holds for every table of every module, so that no slice has to say it.</summary>
internal static class ModelConventions
{
    public static void Configure(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<string>().HaveMaxLength(400);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<decimal>().HavePrecision(18, 2);
        conventions.ComplexProperties<LocalizedText>();
    }

    public static void Apply(ModelBuilder model, string module, bool isSqlite)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (typeof(Entity).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(Entity.Version))!.IsConcurrencyToken = true;
                entity.FindProperty(nameof(Entity.Id))!.ValueGenerated = ValueGenerated.Never;
            }

            NameTable(entity, module, isSqlite);
            NameComplexColumns(entity);
        }
    }

    /// <summary>SQL Server: a schema per module. SQLite knows no schemas: a prefix.</summary>
    private static void NameTable(IMutableEntityType entity, string module, bool isSqlite)
    {
        if (entity.GetTableName() is not { } table || entity.BaseType is not null)
        {
            return;
        }

        var schema = entity.GetSchema() ?? module;
        entity.SetTableName(isSqlite && !table.StartsWith(schema + "_", StringComparison.Ordinal) ? $"{schema}_{table}" : table);
        entity.SetSchema(isSqlite ? null : schema);
    }

    /// <summary>A localised text is three columns: NameKk, NameRu, NameEn.</summary>
    private static void NameComplexColumns(IMutableEntityType entity)
    {
        foreach (var complex in entity.GetComplexProperties().Where(c => c.ClrType == typeof(LocalizedText)))
        {
            foreach (var property in complex.ComplexType.GetProperties())
            {
                property.SetColumnName(complex.Name + property.Name);
            }
        }
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
