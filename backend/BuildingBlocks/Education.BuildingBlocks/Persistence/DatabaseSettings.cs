using Microsoft.EntityFrameworkCore;

namespace Education.BuildingBlocks.Persistence;

/// <summary>Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseSettings
{
    /// <summary><c>Sqlite</c> (default) or <c>SqlServer</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Connection string of the provider.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/education.db";

    /// <summary>Seconds a statement may take.</summary>
    public int CommandTimeout { get; set; } = 30;

    /// <summary>Statements in one round trip, SQL Server only.</summary>
    public int MaxBatchSize { get; set; } = 100;

    /// <summary>Apply migrations at start: for development and the demo; production migrates with the verb <c>migrate</c>.</summary>
    public bool MigrateOnStart { get; set; }
}

/// <summary>What differs between the databases; one implementation per provider project, chosen by <see cref="DatabaseSettings.Provider"/>.</summary>
public interface IDatabaseEngine
{
    /// <summary><c>Sqlite</c> or <c>SqlServer</c>.</summary>
    string Name { get; }

    /// <summary>Points <paramref name="options"/> to the database, with the migrations history of <paramref name="module"/>.</summary>
    void Configure(DbContextOptionsBuilder options, DatabaseSettings settings, string module);

    /// <summary>A unique index refused the row.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>The database had no time for it: somebody else writes. The same request may succeed later.</summary>
    bool IsBusy(Exception exception);

    /// <summary>
    /// Inserts rows past the change tracker with one prepared statement or bulk copy, inside the context's current transaction. The rows
    /// are stamped already; call <see cref="ModuleDbContext.BulkInsert{T}"/>, which also audits.
    /// </summary>
    Task<int> BulkInsert<T>(DbContext context, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Copies the whole database to <paramref name="path"/> while it is in use.</summary>
    /// <exception cref="InvalidDataException">There is no database of the product.</exception>
    Task Backup(DatabaseSettings settings, string path, CancellationToken cancellationToken);

    /// <summary>Replaces the database by the copy at <paramref name="path"/>; nobody may be connected.</summary>
    /// <exception cref="InvalidDataException">The file is no backup of the product.</exception>
    Task Restore(DatabaseSettings settings, string path, CancellationToken cancellationToken);
}
