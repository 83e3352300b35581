using System.Data;
using Education.BuildingBlocks.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Education.Persistence.SqlServer;

/// <summary>For departments that outgrow one machine: a schema per module, the API in as many copies as wanted.</summary>
public sealed class SqlServerProvider : IDatabaseEngine
{
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;
    private const int ClientTimeout = -2;
    private const int BatchRows = 5_000;

    /// <inheritdoc/>
    public string Name => "SqlServer";

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options, DatabaseSettings settings, string module) => options.UseSqlServer(
        settings.ConnectionString,
        sql => sql.MigrationsAssembly(typeof(SqlServerProvider).Assembly.GetName().Name)
            .MigrationsHistoryTable("MigrationsHistory", module)
            .CommandTimeout(settings.CommandTimeout).MaxBatchSize(settings.MaxBatchSize).EnableRetryOnFailure());

    /// <inheritdoc/>
    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: UniqueIndex or UniqueConstraint };

    /// <inheritdoc/>
    public bool IsBusy(Exception exception) => exception switch
    {
        SqlException { Number: Deadlock or LockTimeout or ClientTimeout } => true,
        RetryLimitExceededException or DbUpdateException => exception.InnerException is { } inner && IsBusy(inner),
        _ => false,
    };

    /// <inheritdoc/>
    public async Task<int> BulkInsert<T>(DbContext context, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var type = context.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var transaction = (SqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("A bulk insert needs the caller's transaction.");
        using var copy = new SqlBulkCopy((SqlConnection)context.Database.GetDbConnection(), SqlBulkCopyOptions.CheckConstraints, transaction)
        {
            DestinationTableName = $"[{type.GetSchema()}].[{type.GetTableName()}]", BatchSize = BatchRows, BulkCopyTimeout = 0,
        };
        using var table = new DataTable();
        var readers = Columns(type, table, copy);
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            table.Rows.Add([.. readers.Select(read => read(row) ?? DBNull.Value)]);
            if (++count % BatchRows == 0)
            {
                await copy.WriteToServerAsync(table, cancellationToken);
                table.Clear();
            }
        }

        await copy.WriteToServerAsync(table, cancellationToken);
        return count;
    }

    /// <inheritdoc/>
    public async Task Backup(DatabaseSettings settings, string path, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "DECLARE @name sysname = DB_NAME(); BACKUP DATABASE @name TO DISK = @path WITH COPY_ONLY, CHECKSUM, INIT;";
        command.Parameters.AddWithValue("@path", path);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task Restore(DatabaseSettings settings, string path, CancellationToken cancellationToken)
    {
        var target = new SqlConnectionStringBuilder(settings.ConnectionString);
        var database = target.InitialCatalog;
        target.InitialCatalog = "master";
        await using var connection = new SqlConnection(target.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "DECLARE @sql nvarchar(max) = N'ALTER DATABASE ' + QUOTENAME(@db) + N' SET SINGLE_USER WITH ROLLBACK IMMEDIATE'; EXEC(@sql);"
            + " RESTORE DATABASE @db FROM DISK = @path WITH REPLACE, CHECKSUM;"
            + " SET @sql = N'ALTER DATABASE ' + QUOTENAME(@db) + N' SET MULTI_USER'; EXEC(@sql);";
        command.Parameters.AddWithValue("@db", database);
        command.Parameters.AddWithValue("@path", path);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static List<Func<object, object?>> Columns(IEntityType type, DataTable table, SqlBulkCopy copy)
    {
        var store = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var readers = new List<Func<object, object?>>();
        Add(type, row => row);
        return readers;

        void Add(ITypeBase part, Func<object, object?> owner)
        {
            foreach (var property in part.GetProperties())
            {
                var convert = property.GetTypeMapping().Converter;
                var stored = convert?.ProviderClrType ?? property.ClrType;
                stored = Nullable.GetUnderlyingType(stored) ?? stored;
                var column = property.GetColumnName(store)!;
                if (property.IsShadowProperty())
                {
                    throw new InvalidOperationException($"{type.DisplayName()}.{property.Name} has no property: rows of this type cannot be inserted in bulk.");
                }

                var getter = property.GetGetter();
                table.Columns.Add(column, stored == typeof(DateOnly) ? typeof(DateTime) : stored);
                copy.ColumnMappings.Add(column, column);
                readers.Add(row => owner(row) is { } source && getter.GetClrValue(source) is { } value
                    ? Store(convert is null ? value : convert.ConvertToProvider(value)) : null);
            }

            foreach (var complex in part.GetComplexProperties())
            {
                var getter = complex.GetGetter();
                Add(complex.ComplexType, row => owner(row) is { } source ? getter.GetClrValue(source) : null);
            }
        }
    }

    private static object? Store(object? value) => value is DateOnly date ? date.ToDateTime(default) : value;
}
