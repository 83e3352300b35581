using System.Data;
using System.Data.Common;
using Education.BuildingBlocks.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Education.Persistence.Sqlite;

/// <summary>The embedded default: one file in WAL mode, all modules, one backup.</summary>
public sealed class SqliteProvider : IDatabaseEngine
{
    private const int UniqueConstraint = 2067;
    private const int PrimaryKeyConstraint = 1555;

    /// <inheritdoc/>
    public string Name => "Sqlite";

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options, DatabaseSettings settings, string module)
    {
        var connection = new SqliteConnectionStringBuilder(settings.ConnectionString) { ForeignKeys = true, DefaultTimeout = settings.CommandTimeout };
        if (connection.DataSource.Length > 0 && Path.GetDirectoryName(Path.GetFullPath(connection.DataSource)) is { } folder && connection.Mode != SqliteOpenMode.Memory)
        {
            Directory.CreateDirectory(folder);
        }

        options.UseSqlite(
            connection.ToString(),
            sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name)
                .MigrationsHistoryTable($"{module}_MigrationsHistory").CommandTimeout(settings.CommandTimeout));
        options.AddInterceptors(new Pragmas(settings.CommandTimeout));
    }

    /// <inheritdoc/>
    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint };

    /// <inheritdoc/>
    public bool IsBusy(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException)?.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <inheritdoc/>
    public async Task<int> BulkInsert<T>(DbContext context, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var type = context.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var columns = BulkColumn.Of(type);
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A bulk insert needs the caller's transaction.");
        }

        var helper = context.GetService<ISqlGenerationHelper>();
        using var insert = new SqliteInsert(
            ((SqliteConnection)context.Database.GetDbConnection()).Handle!,
            $"INSERT INTO {helper.DelimitIdentifier(type.GetTableName()!)} ({string.Join(", ", columns.Select(c => helper.DelimitIdentifier(c.Name)))}) "
            + $"VALUES ({string.Join(", ", columns.Select(_ => "?"))})");
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                insert.Bind(i, columns[i].Read(row));
            }

            // Synchronous on purpose: SQLite has no asynchronous calls, and a task per row doubles the time.
            insert.Execute();
            count++;
        }

        return count;
    }

    /// <inheritdoc/>
    public async Task Backup(DatabaseSettings settings, string path, CancellationToken cancellationToken)
    {
        // Not created where it is absent: a wrong connection string must not give a backup of nothing.
        await using var source = new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString());
        await MustBeOfProduct(source, source.DataSource + " is no database of this product.", cancellationToken);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await target.OpenAsync(cancellationToken);
        source.BackupDatabase(target);
    }

    /// <inheritdoc/>
    public async Task Restore(DatabaseSettings settings, string path, CancellationToken cancellationToken)
    {
        SqliteConnection.ClearAllPools();
        await using var source = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await MustBeOfProduct(source, path + " is no backup of this product.", cancellationToken);
        await using var target = new SqliteConnection(settings.ConnectionString);
        await target.OpenAsync(cancellationToken);
        source.BackupDatabase(target);
    }

    /// <summary>An empty file is a valid, empty database: restoring it would wipe everything.</summary>
    private static async Task MustBeOfProduct(SqliteConnection source, string otherwise, CancellationToken cancellationToken)
    {
        try
        {
            await source.OpenAsync(cancellationToken);
            await using var command = source.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM platform_AuditHead";
            await command.ExecuteScalarAsync(cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new InvalidDataException(otherwise, exception);
        }
    }

    private sealed class Pragmas(int patience) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private void Set(DbConnection connection)
        {
            // The handle survives in the pool: settings stay with it, so only a fresh handle (cache at its default) is set up.
            var handle = ((SqliteConnection)connection).Handle!;
            if (raw.sqlite3_busy_timeout(handle, patience * 1000) != raw.SQLITE_OK)
            {
                throw new InvalidOperationException("SQLite refused the busy timeout.");
            }

            // Every connection of the pool has a cache of its own. The file is not mapped: its pages would count as memory of the process, and
            // the system keeps them anyway.
            raw.sqlite3_exec(handle, "PRAGMA cache_size=-10240; PRAGMA temp_store=MEMORY;");
        }
    }
}

/// <summary>A column of a bulk insert: its name and how to read the stored value from a row.</summary>
internal sealed record BulkColumn(string Name, Func<object, object?> Read)
{
    public static List<BulkColumn> Of(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = new List<BulkColumn>();
        Add(type, row => row);
        return columns;

        void Add(ITypeBase part, Func<object, object?> owner)
        {
            foreach (var property in part.GetProperties())
            {
                if (property.IsShadowProperty())
                {
                    throw new InvalidOperationException($"{type.DisplayName()}.{property.Name} has no property: rows of this type cannot be inserted in bulk.");
                }

                var getter = property.GetGetter();
                var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
                columns.Add(new(
                    property.GetColumnName(table)!,
                    row => owner(row) is { } source && getter.GetClrValue(source) is { } value ? (convert is null ? value : convert(value)) : null));
            }

            foreach (var complex in part.GetComplexProperties())
            {
                var getter = complex.GetGetter();
                Add(complex.ComplexType, row => owner(row) is { } source ? getter.GetClrValue(source) : null);
            }
        }
    }
}
