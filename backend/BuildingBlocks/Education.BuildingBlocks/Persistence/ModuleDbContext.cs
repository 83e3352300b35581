using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Outbox;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Education.BuildingBlocks.Persistence;

/// <summary>What a module's context needs from the request or job it works in.</summary>
public sealed class ModuleDbServices(CurrentUser user, TimeProvider time, WriteCompanions companions, OutboxSignal signal, IDatabaseEngine provider)
{
    internal CurrentUser User { get; } = user;

    internal TimeProvider Time { get; } = time;

    internal WriteCompanions Companions { get; } = companions;

    internal OutboxSignal Signal { get; } = signal;

    internal IDatabaseEngine Provider { get; } = provider;
}

/// <summary>
/// Base of every module's context. One <c>SaveChangesAsync</c> is one transaction in which the change, its stamps and version, its audit
/// rows and its outbox messages stand or fall together. Scoped tables are read through <see cref="Scoped{T}"/> only.
/// </summary>
public abstract class ModuleDbContext(DbContextOptions options, ModuleDbServices services) : DbContext(options)
{
    private readonly List<IIntegrationEvent> _published = [];
    private readonly List<AuditWriter.Draft> _acts = [];
    private readonly BulkAudits _bulk = new();
    private bool _signalDue;

    /// <summary>Name of the module: schema on SQL Server, table prefix on SQLite.</summary>
    public abstract string ModuleName { get; }

    internal CurrentUser User => services.User;

    internal ModuleDbServices Services => services;

    private bool OwnsDirectory => ModuleName == "registry";

    /// <summary>The rows of <typeparamref name="T"/> that the acting user may see, filtered in SQL.</summary>
    public IQueryable<T> Scoped<T>()
        where T : class => ScopeFilter.Apply(Set<T>(), services.User.Scope, Set<TerritoryClosure>(), VisibleInstitutions);

    /// <summary>Ids of the institutions the acting user may see.</summary>
    public virtual IQueryable<Guid> VisibleInstitutions() => Scoped<InstitutionRef>().Select(i => i.Id);

    /// <summary>Tells the other modules, in the transaction of the next save.</summary>
    public void Publish(IIntegrationEvent integrationEvent) => _published.Add(integrationEvent);

    /// <summary>Puts an act into the audit log with the next save that is no change of a record: a download, a sign-in, an approval.</summary>
    public void Record(string entity, Guid entityId, string action, string? detail = null) =>
        _acts.Add(new(entity, entityId, action, 0, null, null, detail is null ? "{}" : System.Text.Json.JsonSerializer.Serialize(new { detail })));

    /// <summary>
    /// Inserts many new rows past the change tracker: stamped, checked against the writer's scope, audited as <c>bulk-created</c> under
    /// <paramref name="source"/> (an import) with the count and a digest of the rows, one audit row per institution or territory that got
    /// some in the transaction. Call inside <see cref="InTransaction"/>.
    /// </summary>
    /// <exception cref="NotFound">A row is outside the acting user's scope; nothing of the transaction may be committed then.</exception>
    public async Task<int> BulkInsert<T>(IAsyncEnumerable<T> rows, Guid source, CancellationToken cancellationToken)
        where T : Entity
    {
        var audit = _bulk.Of(Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped."), source);
        var guard = new ScopeGuard(this);
        var now = services.Time.GetUtcNow().UtcDateTime;
        async IAsyncEnumerable<T> Stamped()
        {
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                row.Stamp(now, services.User.Id, isNew: true);
                audit.Add(row);
                guard.Add(row);
                yield return row;
            }
        }

        var count = await services.Provider.BulkInsert(this, Stamped(), cancellationToken);
        await guard.Check(cancellationToken);
        return count;
    }

    /// <summary>
    /// Runs several saves as one transaction, again as a whole when the database asks for a retry: <paramref name="work"/> must read what it
    /// changes itself. Inside another transaction it simply joins.
    /// </summary>
    public Task<TResult> InTransaction<TResult>(Func<CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            return work(cancellationToken);
        }

        var companions = services.Companions.Pending;
        var again = false;
        return Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                if (again)
                {
                    // What the failed attempt had changed was rolled back, but its entities count as saved.
                    ChangeTracker.Clear();
                }

                again = true;
                try
                {
                    var result = await Transact(
                        async inside =>
                        {
                            var done = await work(inside);
                            _acts.AddRange(_bulk.Take());
                            if (_acts.Count + _published.Count > 0)
                            {
                                await SaveChangesAsync(inside);
                            }

                            return done;
                        },
                        token);
                    WakeDispatcher();
                    return result;
                }
                catch
                {
                    _published.Clear();
                    _acts.Clear();
                    _bulk.Take();
                    _signalDue = false;
                    services.Companions.Restore(companions);
                    throw;
                }
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Save asynchronously: the transaction of a save spans the audit chain.");

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var now = services.Time.GetUtcNow().UtcDateTime;
        var batch = SaveBatch.Prepare(this, now, _published, _acts);
        if (batch.IsEmpty)
        {
            return 0;
        }

        int saved;
        try
        {
            await batch.CheckScope(cancellationToken);
            saved = Database.CurrentTransaction is null
                ? await Database.CreateExecutionStrategy().ExecuteAsync(token => Transact(t => Write(batch, t), token), cancellationToken)
                : await WriteInside(Database.CurrentTransaction, batch, cancellationToken);
        }
        catch
        {
            batch.Undo();
            throw;
        }

        ChangeTracker.AcceptAllChanges();
        batch.Complete();
        _published.Clear();
        _acts.Clear();
        _signalDue |= batch.Publishes;
        if (Database.CurrentTransaction is null)
        {
            WakeDispatcher();
        }

        return saved;
    }

    /// <summary>The module's tables; called before names and scopes are settled.</summary>
    protected virtual void MapTables(ModelBuilder model)
    {
    }

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PlatformModel.Map(modelBuilder, owner: ModuleName == PlatformModel.Schema);
        if (!OwnsDirectory)
        {
            PlatformModel.MapDirectory(modelBuilder);
        }

        MapTables(modelBuilder);
        ModelConventions.Apply(modelBuilder, ModuleName, isSqlite: Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.Configure(configurationBuilder);

    private async Task<TResult> Transact<TResult>(Func<CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var result = await work(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>A failed save inside a longer transaction leaves the audit chain as it was, whatever the caller makes of the failure.</summary>
    private async Task<int> WriteInside(IDbContextTransaction transaction, SaveBatch batch, CancellationToken cancellationToken)
    {
        const string Name = "education_save";
        await transaction.CreateSavepointAsync(Name, cancellationToken);
        try
        {
            var saved = await Write(batch, cancellationToken);

            // Left open, SQLite would keep every page changed afterwards for it, in memory: a gigabyte in an import of 200,000 rows.
            await transaction.ReleaseSavepointAsync(Name, cancellationToken);
            return saved;
        }
        catch
        {
            await transaction.RollbackToSavepointAsync(Name, CancellationToken.None);
            throw;
        }
    }

    private async Task<int> Write(SaveBatch batch, CancellationToken cancellationToken)
    {
        batch.Chained([]);
        batch.Chained(await AuditWriter.Chain(
            this, batch.Audit, batch.Now, System.Diagnostics.Activity.Current?.TraceId.ToString(), cancellationToken));
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
    }

    /// <summary>Only after the commit: before it the dispatcher would find nothing.</summary>
    private void WakeDispatcher()
    {
        if (_signalDue)
        {
            services.Signal.Raise();
            _signalDue = false;
        }
    }
}
