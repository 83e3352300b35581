using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Education.Api.Tests.SqlServer;

/// <summary>
/// SQL Server without a server: Entity Framework translates and sends as it would, nothing is opened, every count is one and every other
/// question finds no row. What it was sent is kept.
/// </summary>
internal sealed class PretendServer : IDatabaseEngine
{
    private readonly Wire _wire = new();

    public string Name => "SqlServer";

    public IReadOnlyCollection<string> Sent => _wire.Sent;

    /// <summary>Without the retry strategy of the product, which would want columns of the answers.</summary>
    public void Configure(DbContextOptionsBuilder options, DatabaseSettings settings, string module) =>
        options.UseSqlServer("Server=127.0.0.1,1;Database=Education;User Id=nobody;Password=nothing").AddInterceptors(_wire);

    public bool IsUniqueViolation(DbUpdateException exception) => false;

    public bool IsBusy(Exception exception) => false;

    public Task<int> BulkInsert<T>(DbContext context, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class => Task.FromResult(0);

    public Task Backup(DatabaseSettings settings, string path, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task Restore(DatabaseSettings settings, string path, CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed class Wire : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
    {
        private readonly ConcurrentQueue<string> _sent = new();

        public IReadOnlyCollection<string> Sent => _sent;

        public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());

        public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult<DbTransaction>.SuppressWithResult(new NoTransaction(connection)));

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
            InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command.CommandText));

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command.CommandText)));

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            _sent.Enqueue(command.CommandText);
            return new(InterceptionResult<int>.SuppressWithResult(1));
        }

        private DataTableReader Answer(string sql)
        {
            _sent.Enqueue(sql);
            var table = new DataTable();
            if (sql.StartsWith("SELECT COUNT(", StringComparison.Ordinal) || sql.StartsWith("SELECT CASE", StringComparison.Ordinal))
            {
                var exists = sql.StartsWith("SELECT CASE", StringComparison.Ordinal);
                table.Columns.Add("x", exists ? typeof(bool) : typeof(int));
                table.Rows.Add(exists ? true : 1);
            }

            return table.CreateDataReader();
        }
    }

    private sealed class NoTransaction(DbConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }
}
