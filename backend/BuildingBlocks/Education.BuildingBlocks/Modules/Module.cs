using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.BuildingBlocks.Modules;

/// <summary>
/// One module of the product: the single public type of its assembly. The list of all modules is <c>Modules.cs</c> of the API; what is
/// not in that list does not run, and nothing else needs to be registered.
/// </summary>
public abstract class Module
{
    /// <summary>Name in lower case: route prefix <c>/api/v1/&lt;name&gt;</c>, SQL Server schema, SQLite table prefix.</summary>
    public abstract string Name { get; }

    /// <summary>Modules whose <c>.Contracts</c> this one may reference.</summary>
    public virtual IReadOnlyList<string> Dependencies => [];

    /// <summary>Permissions that the module's endpoints ask for. Their texts are <c>permission.&lt;code&gt;</c>.</summary>
    public virtual IReadOnlyList<string> Permissions => [];

    /// <summary>
    /// Permission → codes of the shipped roles (<c>head</c>, <c>specialist</c>, <c>institution-staff</c>, <c>auditor</c>) that get it when it
    /// first appears. One that is not named here goes by its last word: <c>read</c> to all four, <c>write</c>, <c>import</c> and
    /// <c>manage</c> to specialists, <c>approve</c> to heads. The administrator has every permission anyway.
    /// </summary>
    public virtual IReadOnlyDictionary<string, IReadOnlyList<string>> DefaultRoles => System.Collections.Frozen.FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The module's own services and its DbContext (<c>services.AddModuleDbContext&lt;T&gt;()</c>).</summary>
    public virtual void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <summary>The module's endpoints; <paramref name="routes"/> is already <c>/api/v1/&lt;name&gt;</c>.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>Demo data, idempotent; runs under the system's identity in the order of the module list.</summary>
    public virtual Task SeedDemo(IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What the module keeps under a hash and finds changed, a line each; read by the verb <c>verify</c>.</summary>
    public virtual IAsyncEnumerable<string> Verify(IServiceProvider services, CancellationToken cancellationToken) => AsyncEnumerable.Empty<string>();

    /// <summary>Reference rows that every installation needs (territories, roles), idempotent; runs after the migrations.</summary>
    public virtual Task SeedReference(IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;
}
