using Education.Api;
using Education.BuildingBlocks.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Education.TestKit;

/// <summary>
/// A database per host: on SQLite a copy of a template that is migrated once a run, on SQL Server (when <c>EDUCATION_TEST_SQLSERVER</c>
/// holds a connection string and <c>EDUCATION_TEST_PROVIDER=SqlServer</c>) a database of its own.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private readonly bool _owner;

    private TestDatabase(string provider, string connectionString, string? file, bool owner)
    {
        Provider = provider;
        ConnectionString = connectionString;
        File = file;
        _owner = owner;
    }

    /// <summary>The run is on SQL Server.</summary>
    public static bool OnSqlServer { get; } = Environment.GetEnvironmentVariable("EDUCATION_TEST_PROVIDER") == "SqlServer";

    public string Provider { get; }

    public string ConnectionString { get; }

    private string? File { get; }

    public static async Task<TestDatabase> Create()
    {
        if (OnSqlServer)
        {
            return await CreateOnSqlServer();
        }

        var file = NewFile();
        System.IO.File.Copy(await Template.Value, file);
        return new("Sqlite", $"Data Source={file}", file, owner: true);
    }

    public TestDatabase Share() => new(Provider, ConnectionString, File, owner: false);

    public async ValueTask DisposeAsync()
    {
        if (!_owner)
        {
            return;
        }

        if (File is null)
        {
            await Drop(ConnectionString);
            return;
        }

        SqliteConnection.ClearAllPools();
        foreach (var path in new[] { File, File + "-wal", File + "-shm" })
        {
            System.IO.File.Delete(path);
        }
    }

    private static string NewFile() => Path.Combine(Directory.CreateTempSubdirectory("education-test-").FullName, "education.db");

    private static async Task<string> MakeTemplate()
    {
        var file = NewFile();
        await Migrate("Sqlite", $"Data Source={file}");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            // The copy must not need the log beside the file.
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        return file;
    }

    private static async Task<TestDatabase> CreateOnSqlServer()
    {
        var server = SqlServerProbe.Find()
            ?? throw new InvalidOperationException($"EDUCATION_TEST_PROVIDER=SqlServer needs {SqlServerProbe.Variable}.");
        await SqlServerProbe.MustAnswer(server);
        var connection = $"{server.TrimEnd(';')};Database=education_test_{SharedKernel.SequentialGuid.Next():N}";
        await Migrate("SqlServer", connection);
        return new("SqlServer", connection, null, owner: true);
    }

    private static async Task Drop(string connectionString)
    {
        var server = new SqlConnectionStringBuilder(connectionString);
        var name = server.InitialCatalog;
        server.InitialCatalog = "master";
        await using var connection = new SqlConnection(server.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}];";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Migrate(string provider, string connectionString)
    {
        await using WebApplication app = AppBuilder.Build(
            [$"--Database:Provider={provider}", $"--Database:ConnectionString={connectionString}", "--Logging:LogLevel:Default=Warning"], runWorkers: false);
        await Database.Migrate(app.Services, CancellationToken.None);
        if (provider == "Sqlite")
        {
            SqliteConnection.ClearAllPools();
        }
    }
}
