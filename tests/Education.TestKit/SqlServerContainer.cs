using Testcontainers.MsSql;

namespace Education.TestKit;

/// <summary>
/// A SQL Server in a container, one a run, where no server is configured. Compiled only with <c>-p:Containers=true</c>: some package feeds
/// lack what Testcontainers stands on.
/// </summary>
public static partial class SqlServerProbe
{
    private static readonly Lazy<string> Container = new(() => Start().GetAwaiter().GetResult());

    static partial void OfContainer(ref string? connectionString) => connectionString ??= Container.Value;

    private static async Task<string> Start()
    {
        // Removed by the library's own reaper when the run ends.
        var container = new MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
        await container.StartAsync();
        return container.GetConnectionString();
    }
}
